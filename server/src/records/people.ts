// Who did something in a show, and from where, as the records are told it.
import type { ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'

/** Absent of staff, and where it is not known. */
export interface WhenceSent {
  /** The viewer's address, hashed. */
  readonly source?: string | null
  /** When the viewer's cookie was first given. */
  readonly issuedAt?: number
}

export interface PersonInShow {
  readonly showId: ShowId
  readonly viewerId: ViewerId
}

/** For how long the viewer had the page of the live show open; ms since the epoch, on the clock of the process that saw it. */
export interface Watching extends PersonInShow {
  readonly from: number
  readonly to: number
}

export interface Visit extends PersonInShow {
  /** Ms since the epoch, on the clock of the process that saw it. */
  readonly at: number
}

export interface EraseViewer {
  readonly viewerId: ViewerId
  /** Where it is asked; null: in no show. */
  readonly showId: ShowId | null
  /** Who of the staff; null: the viewer. */
  readonly by: StaffId | null
}
