// Ways to the shop that could not be made, the last of each hold, for the desks of all processes.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import type { FailedHold, FailureAct } from '@lantern/shared/contract/shopActs.ts'
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toHoldRecord } from '../../database/toThings.ts'
import type { HoldRecord } from '../../domain/hold.ts'

const KEPT_MS = 600_000
const MOST = 200

export const noteFailure: Job<Omit<HandoffFailure, 'at' | 'hold'>, null> = {
  name: 'shop.noteFailure',
  kind: 'write',
  async work(db, { holdId, showId, skus, code, why }, context) {
    const at = await context.now()
    await db
      .deleteFrom('handoff_failures')
      .where('at', '<', at - KEPT_MS)
      .execute()
    const row = { show_id: showId, skus: JSON.stringify(skus), code, why, at }
    await db
      .insertInto('handoff_failures')
      .values({ hold_id: holdId, ...row })
      .onConflict((conflict) => conflict.column('hold_id').doUpdateSet(row))
      .execute()
    return null
  },
}

export const forgetFailure: Job<{ holdId: HoldId }, null> = {
  name: 'shop.forgetFailure',
  kind: 'write',
  async work(db, { holdId }) {
    await db.deleteFrom('handoff_failures').where('hold_id', '=', holdId).execute()
    return null
  },
}

type Found = Pick<HoldRecord, 'viewerName' | 'state' | 'lines'>

const STATES: Record<HoldState, FailedHold['state']> = {
  held: 'held',
  paying: 'paying',
  authorised: 'closed',
  paid: 'closed',
  late_paid: 'closed',
  refunded: 'closed',
  released: 'over',
  expired: 'over',
}

function toFailedHold({ viewerName, state, lines }: Found, skus: ReadonlyMap<string, string>): FailedHold {
  const now = STATES[state]
  const acts: FailureAct[] = now === 'held' && lines.some(({ quantity }) => quantity > 1) ? ['offer_less'] : []
  return {
    buyer: viewerName,
    state: now,
    lines: lines.map(({ offerId, quantity }) => ({ offerId, sku: skus.get(offerId) ?? '', quantity })),
    acts: now === 'over' ? ['hold_again'] : acts,
  }
}

async function readHolds(db: Kysely<Schema>, holdIds: readonly HoldId[], { words }: JobContext) {
  const rows = await db.selectFrom('holds').selectAll().where(words.isOneOf('id', holdIds)).execute()
  const holds = rows.map(toHoldRecord)
  const offerIds = holds.flatMap(({ lines }) => lines.map(({ offerId }) => offerId))
  const variants = await db
    .selectFrom('offers')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .select(['offers.id', 'variants.sku'])
    .where(words.isOneOf('offers.id', offerIds))
    .execute()
  const skus = new Map<string, string>(variants.map(({ id, sku }) => [id, sku]))
  return new Map(holds.map((hold) => [hold.id, toFailedHold(hold, skus)]))
}

export const readFailures: Job<null, HandoffFailure[]> = {
  name: 'shop.readFailures',
  kind: 'read',
  async work(db, _input, context) {
    const since = (await context.now()) - KEPT_MS
    const lately = db.selectFrom('handoff_failures').selectAll().where('at', '>=', since)
    const rows = await lately.orderBy('at', 'desc').orderBy('hold_id').limit(MOST).execute()
    const holdIds = rows.map(({ hold_id }) => hold_id)
    const holds = rows.length === 0 ? new Map<HoldId, FailedHold>() : await readHolds(db, holdIds, context)
    return rows.map(({ hold_id: holdId, show_id: showId, skus, code, why, at }) => {
      const named: string[] = JSON.parse(skus)
      const hold = holds.get(holdId)
      return { holdId, showId, skus: named, code, why, at, ...(hold && { hold }) }
    })
  },
}
