// Collects first visits of viewers and notes them together.
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../ops/log.ts'
import type { Store } from '../records/store.ts'
import type { Visit } from '../records/people.ts'
import type { VisitBatch } from './command.ts'
import { type Closable, createTimedBatch } from './timedBatch.ts'

const VISITS_EVERY_MS = 1000
/** Visits that were noted are remembered up to so many, so that a reconnect writes nothing. */
const MOST_KNOWN = 200_000

interface VisitParts {
  readonly store: Pick<Store, 'noteVisits'>
  readonly clock: Clock
  readonly log: Log
}

export function createVisitBatch({ store, clock, log }: VisitParts): VisitBatch & Closable {
  const known = new Set<string>()
  const batch = createTimedBatch<Visit>({
    everyMs: VISITS_EVERY_MS,
    onFailure: (error) => log.warn({ err: error }, 'visits not noted; trying again'),
    save: store.noteVisits,
  })
  return {
    add: ({ showId, viewerId }) => {
      const key = `${showId} ${viewerId}`
      if (known.has(key)) return
      if (known.size >= MOST_KNOWN) known.clear()
      known.add(key)
      batch.add({ showId, viewerId, at: clock() })
    },
    close: batch.close,
  }
}
