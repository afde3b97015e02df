// The shop's stock beside our allotments.
import { OfferId, type VariantId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import { toLines } from '../../database/toThings.ts'
import type { Schema } from '../../database/schema.ts'
import type { MirroredOffer, ShopStock } from './shopRecords.ts'

function selectOffers(db: Kysely<Schema>) {
  return db
    .selectFrom('offers')
    .innerJoin('shows', 'shows.id', 'offers.show_id')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .select(['offers.id as offerId', 'offers.show_id as showId', 'offers.variant_id as variantId', 'variants.sku'])
    .select(['variants.external_id as externalId', 'offers.allotted', 'offers.free', 'offers.taken', 'offers.paid'])
    .orderBy('offers.id')
}

/** Of what the shop does not count there is nothing to set apart. */
const selectCounted = (db: Kysely<Schema>) => selectOffers(db).where('variants.counted', '=', 1)

type Selected = Omit<MirroredOffer, 'paying'>

/** Units held and paying by the offer they are of; the shop has put those of a placed order aside itself. */
async function liveUnits(db: Kysely<Schema>) {
  const live = db
    .selectFrom('holds')
    .select(['lines', 'state'])
    .where(sql<boolean>`state in ('held', 'paying')`)
  const placed = db
    .selectFrom('holds')
    .select(['lines', 'state'])
    .where(sql<boolean>`state = 'authorised'`)
  const units = { held: new Map<string, number>(), paying: new Map<string, number>() }
  // Two questions, each with its own index.
  const rows = [...(await live.execute()), ...(await placed.execute())]
  const taken = rows.flatMap(({ state, lines }) => toLines(lines).map((line) => ({ ...line, state })))
  for (const { state, offerId, quantity, takes } of taken) {
    const of = state === 'held' ? units.held : units.paying
    if (takes) of.set(offerId, (of.get(offerId) ?? 0) + quantity)
  }
  return units
}

/** With the units whose buyers are at the shop's checkout or through it. */
async function withPaying(db: Kysely<Schema>, offers: readonly Selected[]): Promise<MirroredOffer[]> {
  if (offers.length === 0) return []
  const { paying } = await liveUnits(db)
  return offers.map((offer) => ({ ...offer, paying: paying.get(offer.offerId) ?? 0 }))
}

export const findOffers: Job<{ sku: string | null; externalId: string | null }, readonly MirroredOffer[]> = {
  name: 'shop.findOffers',
  kind: 'read',
  async work(db, { sku, externalId }) {
    const open = selectOffers(db).where('shows.phase', '=', 'live')
    if (externalId !== null) return withPaying(db, await open.where('variants.external_id', '=', externalId).execute())
    return sku === null ? [] : withPaying(db, await open.where('variants.sku', '=', sku).execute())
  },
}

export const liveOffers: Job<null, readonly MirroredOffer[]> = {
  name: 'shop.liveOffers',
  kind: 'read',
  work: async (db) => withPaying(db, await selectOffers(db).where('shows.phase', '=', 'live').execute()),
}

/** SQLite and PostgreSQL bound the values of one query. */
const IDS_TOGETHER = 500

/** Of a show that is over only what is held is still ours: as if that much had been allotted, and nothing were free. */
async function heldAfterTheEnd(db: Kysely<Schema>, held: ReadonlyMap<string, number>): Promise<MirroredOffer[]> {
  const ids = [...held.keys()].map((id) => OfferId.parse(id))
  const kept: MirroredOffer[] = []
  for (let i = 0; i < ids.length; i += IDS_TOGETHER) {
    const some = selectCounted(db).where('offers.id', 'in', ids.slice(i, i + IDS_TOGETHER))
    for (const offer of await some.where('shows.phase', '!=', 'live').execute()) {
      const units = held.get(offer.offerId) ?? 0
      kept.push({ ...offer, allotted: units, free: 0, taken: units, paid: 0, paying: 0 })
    }
  }
  return kept
}

/** Of stocks that live shows share: as if the first of these shows had it. */
async function inNoShow(db: Kysely<Schema>, live: readonly MirroredOffer[]): Promise<MirroredOffer[]> {
  const stocks = await db.selectFrom('shared_stocks').select(['variant_id', 'free']).where('free', '>', 0).execute()
  return stocks.flatMap(({ variant_id, free }) => {
    const first = live.find(({ variantId }) => variantId === variant_id)
    return first === undefined ? [] : [{ ...first, allotted: free, free, taken: 0, paid: 0, paying: 0 }]
  })
}

export const fencedOffers: Job<null, readonly MirroredOffer[]> = {
  name: 'shop.fencedOffers',
  kind: 'read',
  async work(db) {
    const offers = await selectCounted(db).where('shows.phase', '=', 'live').execute()
    const { held, paying } = await liveUnits(db)
    const live = offers.map((offer) => ({ ...offer, paying: paying.get(offer.offerId) ?? 0 }))
    return [...live, ...(await inNoShow(db, live)), ...(await heldAfterTheEnd(db, held))]
  },
}

/** What is shared between shows and in none of them yet is lowered to so many. */
export const capShared: Job<{ variantId: VariantId; free: number }, null> = {
  name: 'shop.capShared',
  kind: 'write',
  async work(db, { variantId, free }) {
    const stock = db.updateTable('shared_stocks').where('variant_id', '=', variantId).where('free', '>', free)
    await stock.set((eb) => ({ units: eb(eb('units', '-', eb.ref('free')), '+', free), free })).execute()
    return null
  },
}

interface Stock {
  readonly variantId: VariantId
  readonly available: number
  readonly short: number
}

export const saveStock: Job<Stock, null> = {
  name: 'shop.saveStock',
  kind: 'write',
  async work(db, { variantId, available, short }, { now }) {
    const row = { available, short, at: await now() }
    await db
      .insertInto('shop_stock')
      .values({ variant_id: variantId, ...row })
      .onConflict((conflict) => conflict.column('variant_id').doUpdateSet(row))
      .execute()
    return null
  },
}

export const readStock: Job<null, readonly ShopStock[]> = {
  name: 'shop.readStock',
  kind: 'read',
  work: (db) =>
    db
      .selectFrom('shop_stock')
      .innerJoin('variants', 'variants.id', 'shop_stock.variant_id')
      .select([
        'shop_stock.variant_id as variantId',
        'variants.sku',
        'variants.external_id as externalId',
        'shop_stock.available',
        'shop_stock.short',
      ])
      .select('shop_stock.at')
      .orderBy('variants.sku')
      .execute(),
}
