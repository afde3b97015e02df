// Jobs that read rooms: whole, since a cursor, or only which of them changed.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { STAFF_SLICES, ROOM_SLICES } from '@lantern/shared/contract/slices.ts'
import type { Show } from '@lantern/shared/contract/things.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Job, SqlWords } from '../database/database.ts'
import { toShow } from '../database/toThings.ts'
import type { Schema } from '../database/schema.ts'
import type { RoomDelta, RoomRecord } from './roomRecord.ts'
import type { Reading, RoomPart, Since } from './reading.ts'
import { READINGS, readingsAfter, together } from './readings.ts'

export const readRoom: Job<{ showId: ShowId }, RoomRecord | null> = {
  name: 'store.readRoom',
  kind: 'read',
  async work(db, { showId }, { words }) {
    const show = await db.selectFrom('shows').select('id').where('id', '=', showId).executeTakeFirst()
    if (!show) return null
    const { cursor } = await readNews(db, { showId, cursor: -1 })
    return whole({ cursor, ...(await readParts(db, { showId, cursor: null, readings: READINGS }, words)) })
  },
}

export const readRoomSince: Job<{ showId: ShowId; cursor: number }, RoomDelta> = {
  name: 'store.readRoomSince',
  kind: 'read',
  async work(db, since, { words }) {
    const { cursor, types } = await readNews(db, since)
    return { cursor, ...(await readParts(db, { ...since, readings: readingsAfter(types) }, words)) }
  },
}

type Wanted = Since & { readonly readings: readonly Reading[] }

/** One after the other: a transaction has one connection. */
async function readParts(db: Kysely<Schema>, { readings, ...since }: Wanted, words: SqlWords) {
  const parts: RoomPart[] = []
  for (const reading of readings) parts.push(await reading.read(db, since, words))
  return together(parts)
}

function whole(delta: RoomDelta): RoomRecord {
  if (isWhole(delta)) return delta
  throw new Error('a piece of the room is read by nothing')
}

function isWhole(delta: RoomDelta): delta is RoomRecord {
  const { viewers: _, ...stored } = ROOM_SLICES
  const has = (part: object, names: object) => Object.keys(names).every((name) => name in part)
  return has(delta.room, stored) && has(delta.desk, STAFF_SLICES) && has(delta.inner, INNER)
}

const INNER: Record<keyof RoomRecord['inner'], true> = { line: true, silent: true, overlayKey: true }

/** How far the log has come, and what kinds of events lie past the cursor. */
async function readNews(db: Kysely<Schema>, { showId, cursor }: { showId: ShowId; cursor: number }) {
  const rows = await db
    .selectFrom('events')
    .select(['type', (eb) => eb.fn.max('seq').as('seq')])
    .where('stream', '=', showId)
    .where('seq', '>', cursor)
    .groupBy('type')
    .execute()
  const last = rows.reduce((highest, { seq }) => Math.max(highest, seq), Math.max(0, cursor))
  return { cursor: last, types: new Set(rows.map(({ type }) => type)) }
}

export const findChangedRooms: Job<{ cursors: readonly (readonly [ShowId, number])[] }, ShowId[]> = {
  name: 'store.findChangedRooms',
  kind: 'read',
  async work(db, { cursors }, { words }) {
    const given = words.givenRows({ show_id: 'text', cursor: 'integer' }, cursors)
    const newer = sql`select 1 from events where events.stream = given.show_id and events.seq > given.cursor`
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
