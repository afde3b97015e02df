// Writes into the log, in the transaction that makes the change: the only place that does.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { EventType } from '../domain/eventTypes.ts'
import { insertRows } from '../database/bulk.ts'
import type { JobContext, SqlWords } from '../database/database.ts'
import type { Schema, ShowRow } from '../database/schema.ts'
import type { EventRow } from './schema.ts'
import { SHOP } from './stream.ts'

interface NewFact {
  /** `staff:<id>`, `viewer:<id>`, `shop:<endpoint>`, `node:<url>`, `clock` or `setup`. */
  readonly actor: string
  /** In the past tense: `pins:changed`. */
  readonly type: EventType
  readonly payload: Readonly<Record<string, unknown>>
}

/** Of a show whose row is locked: so the numbers of its stream rise in the order of the commits. */
export interface NewEvent extends NewFact {
  readonly show: Pick<ShowRow, 'id' | 'live_at'>
}

const EVENTS = {
  table: 'events',
  columns: {
    seq: 'integer',
    stream: 'text',
    at: 'integer',
    media_ms: 'integer',
    actor: 'text',
    type: 'text',
    hold_id: 'text',
    payload: 'text',
  },
} as const

/** Many at once, by one statement. */
export function writeRows(to: { db: Kysely<Schema>; words: SqlWords }, rows: readonly EventRow[]): Promise<void> {
  return insertRows(to, EVENTS, rows)
}

/** Appends the row and answers its seq: the new version of every row this change touches. */
export async function appendEvent(db: Kysely<Schema>, event: NewEvent, context: JobContext): Promise<number> {
  const numbered = { seq: await takeNumber(db, context), at: await context.now() }
  await writeEvent(db, event, { ...numbered, words: context.words })
  return numbered.seq
}

interface Numbered {
  readonly seq: number
  readonly at: number
  readonly words: SqlWords
}

export async function writeEvent(db: Kysely<Schema>, event: NewEvent, { words, ...numbered }: Numbered): Promise<void> {
  const { show, actor, type, payload } = event
  const fact = { actor, type, hold_id: null, payload: JSON.stringify(payload) }
  const media_ms = mediaMs(show.live_at, numbered.at)
  await writeRows({ db, words }, [{ ...numbered, stream: show.id, media_ms, ...fact }])
}

/**
 * Appends what belongs to no show, and answers its number. Whoever has appended to this stream is alone with it until the transaction ends: shows that
 * are wanted as well are locked before.
 */
export async function appendToShop(
  db: Kysely<Schema>,
  { actor, type, payload }: NewFact,
  context: JobContext,
): Promise<number> {
  await lockShop(db, context)
  const numbered = { seq: await takeNumber(db, context), at: await context.now() }
  const fact = { actor, type, hold_id: null, payload: JSON.stringify(payload) }
  await writeRows({ db, words: context.words }, [{ ...numbered, stream: SHOP, media_ms: null, ...fact }])
  return numbered.seq
}

/** A row that is only locked. */
export const SHOP_LOCK = 'stream shop'

/** Whoever has it is alone with what belongs to no show until the transaction ends; shows are locked before. */
export async function lockShop(db: Kysely<Schema>, { words }: Pick<JobContext, 'words'>): Promise<void> {
  await words.lockRows(db.selectFrom('counters').select('name').where('name', '=', SHOP_LOCK)).execute()
}

async function takeNumber(db: Kysely<Schema>, { words }: JobContext): Promise<number> {
  const numbering = await words.openNumbering(db, 1)
  const seq = numbering.next()
  await numbering.save()
  return seq
}

/** Time since the show went live; null before. */
export function mediaMs(liveAt: number | null, at: number): number | null {
  return liveAt === null ? null : Math.max(0, at - liveAt)
}

/** The shows among the streams of these rows. */
export function showsOf(rows: readonly EventRow[]): ReadonlySet<ShowId> {
  return new Set(rows.flatMap(({ stream }) => (stream === SHOP ? [] : [stream])))
}
