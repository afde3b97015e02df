// stock:share: staff say how many units of a variant there are for which shows together.
import type { ShowId, StaffId, VariantId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { SharedVariant } from '@lantern/shared/features/sharedStock/contract.ts'
import type { Kysely } from 'kysely'
import { type Changed, changedIn, unchanged } from '../../database/changed.ts'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { SharedStockRow } from '../../database/stockSchema.ts'
import { balance } from '../../domain/sharedStock.ts'
import { appendToShop } from '../../events/append.ts'
import { leaveShare, lockStock, saveShares } from '../../ledger/jobs/balance.ts'
import { takeUnitsLeft } from '../../records/jobs/allotting.ts'
import { readThese } from './readVariants.ts'
import { type Candidate, lockCandidates } from './candidates.ts'

export interface ShareStock {
  readonly variantId: VariantId
  readonly units: number
  readonly block: number
  readonly showIds: readonly ShowId[]
  readonly revision: number
  readonly by: StaffId
}

type Refused = 'OFFER_NOT_FOUND' | 'SHOW_ENDED' | 'STOCK_CHANGED' | 'SHARE_TAKEN' | 'BELOW_TAKEN' | 'NOT_ENOUGH_LEFT'
export type ShareOutcome = Outcome<SharedVariant, Refused>

export const shareStock: Job<ShareStock, Changed<ShareOutcome>> = {
  name: 'sharedStock.share',
  kind: 'write',
  async work(db, asked, context) {
    const { variantId } = asked
    const candidates = await lockCandidates(db, asked, context)
    const left = await readLeft(db, variantId, context)
    const before = await lockStock(db, variantId, context)
    const plan = planShare(asked, candidates, before)
    if (!plan.ok) return unchanged(plan)
    if (plan.value === null) return unchanged(await answer(db, variantId, context))
    const most = left + (before?.free ?? 0) + sum(candidates, ({ allotted }) => allotted)
    if (asked.units > most) return unchanged(refuse('NOT_ENOUGH_LEFT', { detail: { variantId, left: most } }))
    const told = await carryOut(db, { asked, before, ...plan.value }, context)
    return changedIn(await answer(db, variantId, context), ...told)
  },
}

async function answer(db: Kysely<Schema>, variantId: VariantId, context: JobContext): Promise<ShareOutcome> {
  const [variant] = await readThese(db, [variantId], context)
  return variant === undefined ? refuse('OFFER_NOT_FOUND') : grant(variant)
}

/** What no show has; nobody else shares units out until this is over. */
async function readLeft(db: Kysely<Schema>, variantId: VariantId, context: JobContext): Promise<number> {
  const variants = await db.selectFrom('variants').selectAll().where('id', '=', variantId).execute()
  return (await takeUnitsLeft(db, variants, context)).get(variantId) ?? 0
}

const sum = (rows: readonly Candidate[], units: (row: Candidate) => number) =>
  rows.reduce((total, row) => total + units(row), 0)

interface SharePlan {
  readonly members: readonly Candidate[]
  readonly leaving: readonly Candidate[]
}

function refuseShows(showIds: readonly ShowId[], candidates: readonly Candidate[]) {
  const missing = showIds.find((id) => !candidates.some((one) => one.showId === id))
  if (missing !== undefined) return refuse('OFFER_NOT_FOUND', { detail: { showId: missing } })
  const named = candidates.filter((one) => showIds.includes(one.showId))
  const late = named.find(({ phase, isIn }) => phase === 'ended' && !isIn)
  return late === undefined ? null : refuse('SHOW_ENDED', { detail: { showId: late.showId } })
}

/** Null: it is so already. Who sold from it and is over stays, so that what comes back has a place. */
function planShare(
  { variantId, units, block, showIds, revision }: ShareStock,
  candidates: readonly Candidate[],
  before: SharedStockRow | null,
): Outcome<SharePlan | null, Refused> {
  const refused = refuseShows(showIds, candidates)
  if (refused) return refused
  const wanted = new Set<string>(showIds)
  const stays = (one: Candidate) => wanted.has(one.showId) || (one.isIn && one.phase === 'ended')
  const members = candidates.filter(stays)
  const leaving = candidates.filter((one) => !stays(one))
  const isSame = before?.units === units && before.block === block && members.every(({ isIn }) => isIn)
  if (isSame && leaving.length === 0) return grant(null)
  if ((before?.revision ?? 0) !== revision) return refuse('STOCK_CHANGED')
  const selling = leaving.find(({ taken }) => taken > 0)
  if (selling !== undefined) {
    return refuse('SHARE_TAKEN', { detail: { showId: selling.showId, taken: selling.taken } })
  }
  const taken = sum(members, (one) => one.taken)
  return units < taken ? refuse('BELOW_TAKEN', { detail: { variantId, taken } }) : grant({ members, leaving })
}

interface CarryOut extends SharePlan {
  readonly asked: ShareStock
  readonly before: SharedStockRow | null
}

/** All that is free is shared out anew. */
async function carryOut(
  db: Kysely<Schema>,
  { asked, before, members, leaving }: CarryOut,
  context: JobContext,
): Promise<ShowId[]> {
  const { variantId, units, block, showIds, by } = asked
  const common = units - sum(members, ({ taken }) => taken)
  const emptied = members.map((one) => ({ ...one, allotted: one.taken, free: 0 }))
  const after = balance({ block, free: common }, emptied, [])
  const shares = emptied.map((one) => after.changed.find(({ offerId }) => offerId === one.offerId) ?? one)
  const row = { units, block, free: after.free, revision: (before?.revision ?? 0) + 1 }
  const stocks = db.insertInto('shared_stocks').values({ variant_id: variantId, ...row })
  await stocks.onConflict((conflict) => conflict.column('variant_id').doUpdateSet(row)).execute()
  const told = await saveShares(db, { changed: shares, shares: members }, context)
  const left = await leaveShare(db, { shares: leaving, keepsUnits: false }, context)
  const payload = { variantId, units, block, showIds }
  await appendToShop(db, { actor: `staff:${by}`, type: 'stock:shared', payload }, context)
  return [...told, ...left]
}
