// Moves free units of a shared stock between its shows: out of those that are over, to those that are asked or have none.
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { OfferId, ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import { balance, type Balanced, type Share, type Wanted } from '../../domain/sharedStock.ts'
import { changedIn, type Changed } from '../../database/changed.ts'
import type { Job, JobContext } from '../../database/database.ts'
import type { OfferRow, Schema } from '../../database/schema.ts'
import type { SharedStockRow } from '../../database/stockSchema.ts'
import { sharedOf, toSharedFlag } from '../../database/toThings.ts'
import { appendEvent } from '../../events/append.ts'

export interface Balancing {
  readonly variantId: VariantId
  readonly wanted: readonly Wanted[]
}

export interface ShareRow extends Share {
  readonly offerId: OfferId
  readonly showId: ShowId
  readonly liveAt: number | null
  readonly variantId: VariantId
}

function selectShares(db: Kysely<Schema>) {
  return db
    .selectFrom('offers')
    .innerJoin('shows', 'shows.id', 'offers.show_id')
    .select(['offers.id', 'offers.show_id', 'offers.variant_id', 'shows.phase', 'shows.live_at'])
    .select(['offers.allotted', 'offers.free', 'offers.taken', 'offers.paid', 'offers.waiting', 'offers.shared'])
    .orderBy('offers.id')
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectShares>['execute']>>[number]

function toShare({ id, show_id, variant_id, live_at, shared, ...units }: Selected): ShareRow {
  const says = sharedOf({ shared }).shared ?? 'last'
  return { offerId: id, showId: show_id, variantId: variant_id, liveAt: live_at, shared: says, ...units }
}

/** Stocks of which something is to be moved, as it looks without a lock. */
export const findUnbalanced: Job<null, VariantId[]> = {
  name: 'ledger.findUnbalanced',
  kind: 'read',
  async work(db) {
    const stocks = await db.selectFrom('shared_stocks').selectAll().execute()
    if (stocks.length === 0) return []
    const shares = Map.groupBy(
      (await selectShares(db).where('offers.shared', '>', 0).execute()).map(toShare),
      ({ variantId }) => variantId,
    )
    const isDue = (stock: SharedStockRow) => balance(stock, shares.get(stock.variant_id) ?? [], []).changed.length > 0
    return stocks.filter(isDue).map((stock) => stock.variant_id)
  },
}

export const findStockOf: Job<{ offerIds: readonly OfferId[] }, Pick<OfferRow, 'id' | 'variant_id'>[]> = {
  name: 'ledger.findStockOf',
  kind: 'read',
  work: (db, { offerIds }, { words }) =>
    db.selectFrom('offers').select(['id', 'variant_id']).where(words.isOneOf('id', offerIds)).execute(),
}

/** The shows of these offers, in the order in which the ledger locks them. */
export async function lockShares(db: Kysely<Schema>, variantId: VariantId, { words }: JobContext): Promise<ShareRow[]> {
  const known = db.selectFrom('offers').select('show_id').where('variant_id', '=', variantId).where('shared', '>', 0)
  const ids = (await known.execute()).map((row) => row.show_id)
  if (ids.length === 0) return []
  const shows = db.selectFrom('shows').select('id').where(words.isOneOf('id', ids)).orderBy('id')
  await words.lockRows(shows).execute()
  return (await readShares(db, variantId, sql<boolean>`offers.shared > 0`)).map(({ share }) => share)
}

/** Of the variant's offers those that fit, with whether they sell from its stock. */
export async function readShares(db: Kysely<Schema>, variantId: VariantId, fits: RawBuilder<boolean>) {
  const rows = await selectShares(db).where('offers.variant_id', '=', variantId).where(fits).execute()
  return rows.map((row) => ({ share: toShare(row), isIn: row.shared > 0 }))
}

/** Null: there is none. To be locked behind its shows. */
export async function lockStock(
  db: Kysely<Schema>,
  variantId: VariantId,
  { words }: JobContext,
): Promise<SharedStockRow | null> {
  const stock = db.selectFrom('shared_stocks').selectAll().where('variant_id', '=', variantId)
  return (await words.lockRows(stock).executeTakeFirst()) ?? null
}

/** Safe to repeat: what is where it should be stays there. */
export const balanceStock: Job<Balancing, Changed<null>> = {
  name: 'ledger.balanceStock',
  kind: 'write',
  async work(db, { variantId, wanted }, context) {
    const shares = await lockShares(db, variantId, context)
    const stock = await lockStock(db, variantId, context)
    if (stock === null) return changedIn(null)
    const { free, changed } = balance(stock, shares, wanted)
    await db.updateTable('shared_stocks').set({ free }).where('variant_id', '=', variantId).execute()
    return changedIn(null, ...(await saveShares(db, { changed, shares }, context)))
  },
}

interface Saving extends Pick<Balanced, 'changed'> {
  readonly shares: readonly ShareRow[]
}

/** Answers the shows that it told. */
export async function saveShares(
  db: Kysely<Schema>,
  { changed, shares }: Saving,
  context: JobContext,
): Promise<ShowId[]> {
  const told: ShowId[] = []
  for (const { offerId, allotted, free, shared } of changed) {
    const of = shares.find((share) => share.offerId === offerId)
    if (of === undefined) continue
    await saveOffer(db, { share: of, units: { allotted, free, shared: toSharedFlag({ shared }) } }, context)
    told.push(of.showId)
  }
  return told
}

interface Leaving {
  readonly shares: readonly ShareRow[]
  /** What is free stays theirs. */
  readonly keepsUnits: boolean
}

export async function leaveShare(
  db: Kysely<Schema>,
  { shares, keepsUnits }: Leaving,
  context: JobContext,
): Promise<ShowId[]> {
  for (const share of shares) {
    const kept = keepsUnits ? share.free : 0
    await saveOffer(db, { share, units: { allotted: share.taken + kept, free: kept, shared: 0 } }, context)
  }
  return shares.map(({ showId }) => showId)
}

interface SavedOffer {
  readonly share: ShareRow
  readonly units: Pick<OfferRow, 'allotted' | 'free' | 'shared'>
}

async function saveOffer(db: Kysely<Schema>, { share, units }: SavedOffer, context: JobContext): Promise<void> {
  const show = { id: share.showId, live_at: share.liveAt }
  const payload = { offerId: share.offerId, allotted: units.allotted, ...sharedOf(units) }
  const version = await appendEvent(db, { show, actor: 'clock', type: 'offer:changed', payload }, context)
  await db
    .updateTable('offers')
    .set({ ...units, version })
    .where('id', '=', share.offerId)
    .execute()
}
