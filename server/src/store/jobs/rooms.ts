// Jobs that read rooms: whole, since a cursor, or only which of them changed.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Show } from '@lantern/shared/contract/things.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Job } from '../database.ts'
import { toOfferRecord, toPins, toProduct, toSaleRecord, toShow, withoutShow } from '../records.ts'
import type { Schema } from '../schema.ts'
import type { RoomDelta, RoomRecord } from '../store.ts'
import { readBuying } from './buyings.ts'
import { readKey } from './overlays.ts'
import { readDeskHolds, readDeskOrders, readTotals, readWaits } from './desk.ts'
import { readTalkDelta, readTalkRecord } from './talkReads.ts'

export const readRoom: Job<{ showId: ShowId }, RoomRecord | null> = {
  name: 'store.readRoom',
  kind: 'read',
  async work(db, { showId }, { words }) {
    const show = await db.selectFrom('shows').selectAll().where('id', '=', showId).executeTakeFirst()
    if (!show) return null
    const cursor = await readCursor(db, showId)
    const pins = await db.selectFrom('pins').selectAll().where('show_id', '=', showId).executeTakeFirstOrThrow()
    return {
      cursor,
      show: toShow(show),
      products: await readProducts(db, showId),
      pins: toPins(pins),
      sale: await readSale(db, { showId, cursor: -1 }),
      buying: await readBuying(db, showId),
      offers: await readOffers(db, { showId, cursor: -1 }),
      ...(await readTalkRecord(db, showId, words)),
      holds: await readDeskHolds(db, { showId, cursor: null }),
      orders: await readDeskOrders(db, { showId, cursor: -1 }),
      waits: await readWaits(db, { showId, cursor: null }),
      totals: await readTotals(db, showId),
    }
  },
}

export const readRoomSince: Job<{ showId: ShowId; cursor: number }, RoomDelta> = {
  name: 'store.readRoomSince',
  kind: 'read',
  async work(db, since, { words }) {
    const cursor = await readCursor(db, since.showId)
    if (cursor <= since.cursor) return { ...NOTHING, cursor: since.cursor }
    const { showId } = since
    const show = await db
      .selectFrom('shows')
      .selectAll()
      .where('id', '=', showId)
      .where('version', '>', since.cursor)
      .executeTakeFirst()
    const pins = await db
      .selectFrom('pins')
      .selectAll()
      .where('show_id', '=', showId)
      .where('version', '>', since.cursor)
      .executeTakeFirst()
    const holds = await readDeskHolds(db, since)
    const orders = await readDeskOrders(db, since)
    return {
      cursor,
      show: show ? toShow(show) : null,
      pins: pins ? toPins(pins) : null,
      sale: await readSale(db, since),
      buying: await readBuying(db, showId, since.cursor),
      offers: await readOffers(db, since),
      ...(await readTalkDelta(db, since, words)),
      holds,
      orders,
      waits: await readWaits(db, since),
      overlayKey: await readKey(db, showId, since.cursor),
      totals: holds.length + orders.length > 0 ? await readTotals(db, showId) : null,
    }
  },
}

const NOTHING = {
  show: null,
  pins: null,
  sale: null,
  buying: null,
  offers: [],
  comments: [],
  silent: [],
  removed: [],
  marked: [],
  standings: [],
  talk: null,
  likes: null,
  holds: [],
  orders: [],
  waits: [],
  overlayKey: null,
  totals: null,
} as const

export const findChangedRooms: Job<{ cursors: readonly (readonly [ShowId, number])[] }, ShowId[]> = {
  name: 'store.findChangedRooms',
  kind: 'read',
  async work(db, { cursors }, { words }) {
    const given = words.givenRows({ show_id: 'text', cursor: 'integer' }, cursors)
    const newer = sql`select 1 from events where events.show_id = given.show_id and events.seq > given.cursor`
    const query = sql<{ show_id: ShowId }>`select given.show_id from ${given} where exists (${newer})`
    return (await query.execute(db)).rows.map((row) => row.show_id)
  },
}

export const listShows: Job<null, (Show & { products: number })[]> = {
  name: 'store.listShows',
  kind: 'read',
  async work(db) {
    const counts = await db
      .selectFrom('show_products')
      .select(['show_id', (eb) => eb.fn.countAll<number>().as('products')])
      .groupBy('show_id')
      .execute()
    const products = new Map(counts.map((row) => [row.show_id, row.products]))
    const shows = await db
      .selectFrom('shows')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('version', 'desc')
      .execute()
    return shows.map((show) => ({ ...toShow(show), products: products.get(show.id) ?? 0 }))
  },
}

async function readCursor(db: Kysely<Schema>, showId: ShowId): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('show_id', '=', showId)
    .executeTakeFirst()
  return row?.seq ?? 0
}

async function readProducts(db: Kysely<Schema>, showId: ShowId) {
  const rows = await db
    .selectFrom('show_products')
    .innerJoin('products', 'products.id', 'show_products.product_id')
    .selectAll('products')
    .select('show_products.number')
    .where('show_id', '=', showId)
    .orderBy('number')
    .execute()
  const variants = await db
    .selectFrom('offers')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .selectAll('variants')
    .where('offers.show_id', '=', showId)
    .orderBy('offers.position')
    .execute()
  return rows.map((row) => toProduct(row, variants))
}

interface Since {
  readonly showId: ShowId
  readonly cursor: number
}

/** The open sale, else the one that ended last; null when it has not changed since the cursor. */
async function readSale(db: Kysely<Schema>, { showId, cursor }: Since) {
  const row = await db
    .selectFrom('flash_sales')
    .selectAll()
    .where('show_id', '=', showId)
    .orderBy((eb) => eb.case().when('ended_at', 'is', null).then(0).else(1).end())
    .orderBy('opens_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && row.version > cursor ? withoutShow(toSaleRecord(row)) : null
}

async function readOffers(db: Kysely<Schema>, { showId, cursor }: Since) {
  const rows = await db
    .selectFrom('offers')
    .selectAll()
    .where('show_id', '=', showId)
    .where('version', '>', cursor)
    .orderBy('product_id')
    .orderBy('position')
    .execute()
  return rows.map((row) => withoutShow(toOfferRecord(row)))
}
