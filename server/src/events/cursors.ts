// How far each subscription has come, stream by stream, and who may move it on.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { JobContext } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { SHOP, type Stream } from './stream.ts'

export interface News {
  readonly stream: Stream
  /** It has come so far. */
  readonly seq: number
  readonly tries: number
  readonly next_at: number
  /** The stream has come so far. */
  readonly last: number
}

/**
 * One process at a time moves a subscription on: the row is locked until the transaction ends, and whoever dies lets go of it
 * with the connection.
 */
export async function takeTurn(db: Kysely<Schema>, name: string, { words }: JobContext): Promise<void> {
  const row = `subscription ${name}`
  const own = words.lockRows(db.selectFrom('counters').select('name').where('name', '=', row))
  if ((await own.execute()).length > 0) return
  const make = db.insertInto('counters').values({ name: row, value: 0 })
  await make.onConflict((conflict) => conflict.column('name').doNothing()).execute()
  await own.execute()
}

/** Streams in which something has happened that this subscription has not passed. */
export async function findNews(db: Kysely<Schema>, name: string): Promise<News[]> {
  const query = sql<News>`select * from (
      select streams.stream, coalesce(cursors.seq, 0) as seq, coalesce(cursors.tries, 0) as tries,
        coalesce(cursors.next_at, 0) as next_at,
        (select max(events.seq) from events where events.stream = streams.stream) as last
      from (select id as stream from shows union all select ${SHOP}) as streams
      left join subscription_cursors as cursors on cursors.name = ${name} and cursors.stream = streams.stream) as heads
    where last > seq order by stream`
  return (await query.execute(db)).rows
}

export interface Cursor {
  readonly name: string
  readonly stream: Stream
  readonly seq: number
}

export function moveCursor(db: Kysely<Schema>, { name, stream, seq }: Cursor): Promise<void> {
  return putCursor(db, { name, stream }, { seq, tries: 0, next_at: 0, problem: null })
}

const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 300_000
/** For people: its beginning says it. */
const PROBLEM_LENGTH = 300

interface Waiting extends Cursor {
  readonly tries: number
  readonly now: number
  readonly problem: string
}

/** Later and later, for as long as it takes: a later server may know what to do. */
export function putOff(db: Kysely<Schema>, { name, stream, seq, tries, now, problem }: Waiting): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20))
  const state = { seq, tries, next_at: now + pause, problem: problem.slice(0, PROBLEM_LENGTH) }
  return putCursor(db, { name, stream }, state)
}

type CursorState = Omit<Schema['subscription_cursors'], 'name' | 'stream'>

async function putCursor(db: Kysely<Schema>, key: Omit<Cursor, 'seq'>, state: CursorState): Promise<void> {
  const put = db.insertInto('subscription_cursors').values({ ...key, ...state })
  await put.onConflict((conflict) => conflict.columns(['name', 'stream']).doUpdateSet(state)).execute()
}
