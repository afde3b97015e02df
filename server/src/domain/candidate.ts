// Who wants to enter an activity, as conditions are asked about them.
import type { ShowId, Via, ViewerId } from '@lantern/shared/contract/ids.ts'

/** A time for which a viewer had the page of a live show open, which is not taken down yet; ms since the epoch. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Who wants to enter, and what the process knows of them that no table says yet. */
export interface Candidate {
  readonly showId: ShowId
  readonly viewerId: ViewerId
  /** The link that was shared and brought them; null: none. */
  readonly via: Via | null
  readonly watching: Span | null
}
