// Jobs that look into the ledger without changing it.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import { payMinor } from '../../domain/adjusting.ts'
import { toHoldRecord } from '../../database/toThings.ts'
import { toHold } from '../decide/toHold.ts'
import type { HoldForHandoff } from '../ledger.ts'

export const findForHandoff: Job<{ holdId: HoldId }, HoldForHandoff | null> = {
  name: 'ledger.findForHandoff',
  kind: 'read',
  async work(db, { holdId }, { words }) {
    const row = await db.selectFrom('holds').selectAll().where('id', '=', holdId).executeTakeFirst()
    if (!row) return null
    const record = toHoldRecord(row)
    const offerIds = record.lines.map(({ offerId }) => offerId)
    const variants = await db
      .selectFrom('offers')
      .innerJoin('variants', 'variants.id', 'offers.variant_id')
      .select([
        'offers.id',
        'variants.sku',
        'variants.external_id as externalId',
        'variants.price_minor as shopPriceMinor',
      ])
      .where(words.isOneOf('offers.id', offerIds))
      .execute()
    const byOffer = new Map(variants.map(({ id, ...variant }) => [id, variant]))
    const items = record.lines.flatMap((line) => {
      const { offerId, quantity, unitPriceMinor } = line
      const variant = byOffer.get(offerId)
      return variant ? [{ ...variant, quantity, unitPriceMinor, payMinor: payMinor(line) }] : []
    })
    return { ...toHold(record), viewerId: record.viewerId, via: record.via, items }
  },
}

export const countOpenHolds: Job<null, number> = {
  name: 'ledger.countOpenHolds',
  kind: 'read',
  async work(db) {
    const open = db.selectFrom('holds').where(sql<boolean>`state in ('held', 'paying')`)
    const row = await open.select((eb) => eb.fn.countAll<number>().as('holds')).executeTakeFirstOrThrow()
    return row.holds
  },
}

/** People in line, over all shows. */
export const countWaiting: Job<null, number> = {
  name: 'ledger.countWaiting',
  kind: 'read',
  async work(db) {
    const waiting = db.selectFrom('waits').where('state', '=', 'waiting')
    const row = await waiting.select((eb) => eb.fn.countAll<number>().as('places')).executeTakeFirstOrThrow()
    return row.places
  },
}
