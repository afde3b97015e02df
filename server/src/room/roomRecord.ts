// A room's state as a process reads it: whole, or what changed of it after a cursor.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Changes } from '@lantern/shared/contract/slices.ts'
import type { Own, RoomState, StaffState } from '@lantern/shared/contract/snapshot.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import type { WaitRecord } from '../database/toThings.ts'
import type { OverlayKey } from '../domain/overlay.ts'

/** What a room is kept in step by, and is told to nobody as it is. */
export interface InnerState {
  /** Everybody who is waiting, in line. */
  readonly line: readonly WaitRecord[]
  /** Among the latest comments, those that their silently banned author alone sees like the others. */
  readonly silent: readonly Comment[]
  /** The address of the overlay; null: there never was one. */
  readonly overlayKey: OverlayKey | null
}

/** What changed of what is one viewer's own. */
export interface OwnPart {
  readonly viewerId: ViewerId
  readonly changes: Changes<Own>
}

type StoredRoom = Omit<RoomState, 'viewers'>

/** What changed in a show after a cursor, in the shapes that the slices' merges take. */
export interface RoomDelta {
  /** The highest event seq this delta includes; pass it to the next read. */
  readonly cursor: number
  readonly room: Changes<StoredRoom>
  readonly desk: Changes<StaffState>
  /** Beside holds and places in line, which each viewer is told from those that staff and the line have. */
  readonly own: readonly OwnPart[]
  readonly inner: Changes<InnerState>
}

/** A whole room as a process first loads it. Holds: those that are held or paying, and the latest 500 that are paid or late_paid. */
export interface RoomRecord {
  readonly cursor: number
  readonly room: StoredRoom
  readonly desk: StaffState
  readonly own: readonly OwnPart[]
  readonly inner: InnerState
}
