// The port to refused events of the shop: folded, bounded in number and size, over all processes.
import type { RefusedEvent } from '@lantern/shared/contract/refusedEvents.ts'

/** Refusals that are one to staff: what comes later under the same id is counted there. */
export type NewRefusal = Omit<RefusedEvent, 'firstAt' | 'lastAt'>

export interface RefusedRecords {
  /**
   * One transaction. Of each reason that nobody has proven the latest 5 rows stay, of all that the shop has signed the latest
   * 60: whatever strangers send, they push out nothing that the shop said.
   */
  keep(refusals: readonly NewRefusal[]): Promise<void>
  /** All of them, those of the last time first. */
  list(): Promise<readonly RefusedEvent[]>
  /** Removes those that came last before `before`. */
  prune(before: number): Promise<void>
}
