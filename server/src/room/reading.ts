// How one piece of a room is read: whole, or what changed of it since a cursor.
import type { Changes } from '@lantern/shared/contract/slices.ts'
import type { StaffState, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { EventType } from '../domain/eventTypes.ts'
import type { SqlWords } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { InnerState, OwnPart } from './roomRecord.ts'

/** Pieces by their audience; what is missing has not changed. */
export interface RoomPart {
  readonly room?: Changes<Omit<RoomState, 'viewers'>>
  readonly desk?: Changes<StaffState>
  /** Told to each of these viewers alone, on every device of theirs. */
  readonly own?: readonly OwnPart[]
  /** What is told to nobody as it is. */
  readonly inner?: Changes<InnerState>
}

export interface Since {
  readonly showId: ShowId
  /** Null: the whole piece. */
  readonly cursor: number | null
}

export interface Reading {
  /** The kinds of events after which the piece may be another. */
  readonly changedBy: readonly EventType[]
  read(db: Kysely<Schema>, since: Since, words: SqlWords): Promise<RoomPart>
}

/** Below every version where the whole piece is read. */
export function fromTheStart({ cursor }: Since): number {
  return cursor ?? -1
}
