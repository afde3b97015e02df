// The gate in front of the ledger: repeats the ledger's own refusals for a moment, so that a rush on nothing costs nothing.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Clock } from '../kit/clock.ts'
import { createMemories, type Memories, type Refused } from './gateMemories.ts'
import type { Ledger, PlaceHold, PlaceOutcome } from './ledger.ts'

export interface GateParts {
  readonly ledger: Pick<Ledger, 'place'>
  readonly clock: Clock
  /** Whether this process knows of a hold of the viewer in the show: then only the ledger has the right answer. */
  readonly hasHolds: (showId: ShowId, viewerId: ViewerId) => boolean
  /** Told of every refusal that did not reach the ledger. */
  readonly onRefusal: (code: string) => void
}

export interface Gate {
  /** `isRepeat`: the id was sent before and may have been granted. */
  place(request: PlaceHold, isRepeat: boolean): Promise<PlaceOutcome>
  /** Something was opened in these shows: nothing refused before is repeated. */
  forget(showIds: Iterable<ShowId>): void
  /**
   * Something changed in these shows, as it does many times a second in a lively one: of every refusal that is repeated
   * the next request goes to the ledger, and if that one is granted, the refusal is forgotten.
   */
  doubt(showIds: Iterable<ShowId>): void
}

/** The room hears of a hold with its next tick; until then the gate knows whom it saw served. */
const GRANT_KNOWN_MS = 5_000
const MOST_GRANTS = 20_000

export function createGate({ ledger, clock, hasHolds, onRefusal }: GateParts): Gate {
  const shows = new Map<ShowId, Memories>()
  const granted = createGrants(clock)

  const memoriesOf = (showId: ShowId) => {
    const memories = shows.get(showId) ?? createMemories()
    shows.set(showId, memories)
    return memories
  }
  const recall = (request: PlaceHold, now: number): Refused | null => {
    const { showId, viewerId } = request
    // What such a viewer is to be told, an old hold or the limit, is for the ledger to say.
    if (granted.has(request) || hasHolds(showId, viewerId)) return null
    return memoriesOf(showId).recall(request, now)
  }
  const ask = async (request: PlaceHold, askedAt: number) => {
    const memories = memoriesOf(request.showId)
    const before = memories.changes()
    const outcome = await ledger.place(request)
    if (outcome.ok) {
      granted.add(request)
      memories.contradict(request, askedAt)
    } else memories.remember({ request, outcome, askedAt, before })
    return outcome
  }

  return {
    place: async (request, isRepeat) => {
      const askedAt = clock()
      const known = isRepeat ? null : recall(request, askedAt)
      if (known === null) return ask(request, askedAt)
      onRefusal(known.code)
      return known
    },
    forget: (showIds) => {
      for (const showId of showIds) shows.get(showId)?.forget()
    },
    doubt: (showIds) => {
      for (const showId of showIds) shows.get(showId)?.doubt()
    },
  }
}

/** A gate that is never shut: every request reaches the ledger. */
export function createOpenGate(ledger: GateParts['ledger']): Gate {
  return { place: (request) => ledger.place(request), forget: () => {}, doubt: () => {} }
}

/** Who was granted a hold lately; the oldest are forgotten first. */
function createGrants(clock: Clock) {
  const grantedAt = new Map<string, number>()
  const keyOf = ({ showId, viewerId }: PlaceHold) => `${showId} ${viewerId}`

  return {
    has: (request: PlaceHold) => clock() < (grantedAt.get(keyOf(request)) ?? -Infinity) + GRANT_KNOWN_MS,
    add: (request: PlaceHold) => {
      grantedAt.delete(keyOf(request))
      grantedAt.set(keyOf(request), clock())
      for (const [key, at] of grantedAt) {
        if (grantedAt.size <= MOST_GRANTS && clock() < at + GRANT_KNOWN_MS) return
        grantedAt.delete(key)
      }
    },
  }
}
