// One change of a show, written into the event log by the transaction that makes it.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { EventType } from '../domain/eventTypes.ts'
import type { JobContext } from './database.ts'
import type { Schema, ShowRow } from './schema.ts'

export interface NewEvent {
  readonly show: Pick<ShowRow, 'id' | 'live_at'>
  /** `staff:<id>`, `viewer:<id>`, `shop:<endpoint>`, `node:<url>`, `clock` or `setup`. */
  readonly actor: string
  /** In the past tense: `pins:changed`. */
  readonly type: EventType
  readonly payload: Readonly<Record<string, unknown>>
}

/** What a job of the store answers: its value, and whose rooms it changed. */
export interface Changed<Value> {
  readonly value: Value
  readonly showIds: readonly ShowId[]
}

export function unchanged<Value>(value: Value): Changed<Value> {
  return { value, showIds: [] }
}

export function changedIn<Value>(value: Value, ...showIds: readonly ShowId[]): Changed<Value> {
  return { value, showIds }
}

/** Appends the row and answers its seq: the new version of every row this change touches. */
export async function appendEvent(db: Kysely<Schema>, event: NewEvent, context: JobContext): Promise<number> {
  const numbering = await context.words.openNumbering(db, 1)
  const seq = numbering.next()
  await numbering.save()
  await writeEvent(db, event, { seq, at: await context.now() })
  return seq
}

export async function writeEvent(
  db: Kysely<Schema>,
  { show, actor, type, payload }: NewEvent,
  { seq, at }: { seq: number; at: number },
): Promise<void> {
  const row = { seq, show_id: show.id, at, media_ms: mediaMs(show.live_at, at), actor, type, hold_id: null }
  await db
    .insertInto('events')
    .values({ ...row, payload: JSON.stringify(payload) })
    .execute()
}

/** Time since the show went live; null before. */
export function mediaMs(liveAt: number | null, at: number): number | null {
  return liveAt === null ? null : Math.max(0, at - liveAt)
}
