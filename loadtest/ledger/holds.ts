// Makes hold requests with ids as production makes them: time first, so that rows of one evening lie side by side.
import type { HoldRequest } from './contender.ts'

/** Holds that one viewer places, each on another offer, where there are several. */
const HOLDS_PER_VIEWER = 2

/** 9 characters of time (ms, base 36) and 16 of chance; Math.random is enough here and costs the bench little. */
export function createTimedId(): string {
  return Date.now().toString(36).padStart(9, '0') + chance() + chance()
}

function chance(): string {
  return Math.random().toString(36).slice(2, 10).padEnd(8, '0')
}

/** Answers the next request; the offers take turns. */
export function createHolds(offers: number): () => HoldRequest {
  const perViewer = Math.min(HOLDS_PER_VIEWER, offers)
  let viewerId = ''
  let count = 0
  return () => {
    if (count % perViewer === 0) viewerId = createTimedId()
    return { holdId: createTimedId(), viewerId, offer: count++ % offers }
  }
}
