// What features keep open as long as the server is: batches, watches and the like; commands reach them as ports.
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../ops/log.ts'
import type { Store } from '../records/store.ts'

export interface ServiceNeeds {
  readonly store: Store
  /** Whether viewers without history behind one address may write and like only so much. */
  readonly paces: boolean
  readonly clock: Clock
  readonly log: Log
}
