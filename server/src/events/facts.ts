// The log is read here and nowhere else: every fact complete, in the words of its newest version.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { EVENT_TYPES, type EventType } from '../domain/eventTypes.ts'
import type { Schema } from '../database/schema.ts'
import { holdIdOf, isIncomplete } from './incomplete.ts'
import type { EventRow } from './schema.ts'
import type { Stream } from './stream.ts'
import { readToday } from './today.ts'
import { upgrade } from './versions.ts'

export type Data = Readonly<Record<string, unknown>>

export interface Fact {
  readonly stream: Stream
  /** Rises within a stream. */
  readonly seq: number
  readonly at: number
  /** Since the show went live; null: before, or of no show. */
  readonly mediaMs: number | null
  readonly actor: string
  readonly type: EventType
  /** The hold it moved. */
  readonly holdId: HoldId | null
  readonly data: Data
}

export interface Stretch {
  readonly stream: Stream
  /** What comes behind this number, up to and with the other. */
  readonly after: number
  readonly upTo: number
  /** Others are passed over. */
  readonly types: readonly EventType[]
  readonly limit: number
}

/** In the order of their numbers. Throws where one is of a later server's making, or not what was written. */
export async function readFacts(db: Kysely<Schema>, { limit, ...stretch }: Stretch): Promise<Fact[]> {
  const rows = await inStretch(db, stretch).selectAll().orderBy('seq').limit(limit).execute()
  const written = rows.map(toWritten)
  const today = await readToday(db, written.filter(isIncomplete).flatMap(toHoldId))
  return written.map((fact) => ({ ...fact, data: upgrade(fact, today) }))
}

const toHoldId = ({ holdId, data }: Fact) => holdId ?? holdIdOf(data) ?? []

/** The number of the next fact of the stretch; null: there is none. */
export async function findNext(db: Kysely<Schema>, stretch: Omit<Stretch, 'limit'>): Promise<number | null> {
  const row = await inStretch(db, stretch).select('seq').orderBy('seq').limit(1).executeTakeFirst()
  return row?.seq ?? null
}

function inStretch(db: Kysely<Schema>, { stream, after, upTo, types }: Omit<Stretch, 'limit'>) {
  const behind = db.selectFrom('events').where('stream', '=', stream).where('seq', '>', after)
  return behind.where('seq', '<=', upTo).where('type', 'in', [...types])
}

const KNOWN: ReadonlySet<string> = new Set(EVENT_TYPES)

function isKnown(type: string): type is EventType {
  return KNOWN.has(type)
}

/** Its data in the words in which it was written. */
export function toWritten(row: EventRow): Fact {
  const { stream, seq, at, actor, type } = row
  if (!isKnown(type)) throw new Error(`a fact of an unknown kind: ${type}`)
  return { stream, seq, at, mediaMs: row.media_ms, actor, type, holdId: row.hold_id, data: parseData(row.payload) }
}

function parseData(payload: string): Data {
  const data: unknown = JSON.parse(payload)
  if (!isData(data)) throw new Error('a fact that says nothing')
  return data
}

function isData(data: unknown): data is Data {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
