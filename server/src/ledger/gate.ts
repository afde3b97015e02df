// The gate in front of the ledger: repeats the ledger's own refusals for a moment, so that a rush on nothing costs nothing.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Clock } from '../clock.ts'
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
  /** Something of these shows has changed: what was refused may be granted now. */
  forget(showIds: Iterable<ShowId>): void
}

type Refused = Extract<PlaceOutcome, { ok: false }>

interface Memory {
  readonly outcome: Refused
  /** Refused for this many units: fewer might be had. */
  readonly quantity: number
  /** When the refused request was asked: what it says was true at some moment after that. */
  readonly askedAt: number
  probedAt: number
}

/** A refusal may be repeated for so long after it was asked for. */
const TRUE_FOR_MS = 1000
/** One request in so long goes through to the ledger all the same. */
const PROBE_EVERY_MS = 100
const MOST_MEMORIES = 20_000

/** Under which name a refusal is remembered; undefined: it is about this request alone. */
const KEYS: { readonly [Code in Refused['code']]?: (request: PlaceHold) => string } = {
  NOT_OPEN: () => 'show',
  SOLD_OUT: offerKey,
  NOT_ENOUGH: offerKey,
  LIMIT_REACHED: (request) => `${request.viewerId} ${offerKey(request)}`,
}

function offerKey({ lines }: PlaceHold): string {
  return `offer ${lines[0]?.offerId ?? ''}`
}

function keysOf(request: PlaceHold): string[] {
  return ['show', offerKey(request), `${request.viewerId} ${offerKey(request)}`]
}

/** What the ledger refused lately, by show and by what it was about. */
function createMemories({ clock, hasHolds }: Pick<GateParts, 'clock' | 'hasHolds'>) {
  const shows = new Map<ShowId, Map<string, Memory>>()

  function covers(memory: Memory, request: PlaceHold, now: number): boolean {
    const { outcome, quantity, askedAt } = memory
    const fits = outcome.code === 'NOT_OPEN' || (request.lines[0]?.quantity ?? 0) >= quantity
    if (!fits || now >= askedAt + TRUE_FOR_MS) return false
    // A viewer with a hold is told of that first; what was said to the viewers themselves stays true.
    if (outcome.code !== 'LIMIT_REACHED' && hasHolds(request.showId, request.viewerId)) return false
    if (now < memory.probedAt + PROBE_EVERY_MS) return true
    memory.probedAt = now
    return false
  }

  return {
    of: (showId: ShowId) => shows.get(showId),
    forget: (showId: ShowId) => void shows.set(showId, new Map()),

    /** Only wishes for one offer: for several the reason may lie in any of them. */
    recall(request: PlaceHold, now: number): Refused | null {
      const memories = shows.get(request.showId)
      if (!memories || request.lines.length !== 1) return null
      for (const key of keysOf(request)) {
        const memory = memories.get(key)
        if (memory && covers(memory, request, now)) return memory.outcome
      }
      return null
    },

    remember(request: PlaceHold, outcome: Refused, askedAt: number): void {
      const key = request.lines.length === 1 ? KEYS[outcome.code]?.(request) : undefined
      if (key === undefined) return
      const memories = shows.get(request.showId) ?? new Map<string, Memory>()
      if (memories.size >= MOST_MEMORIES) memories.clear()
      shows.set(request.showId, memories)
      memories.set(key, { outcome, quantity: request.lines[0]?.quantity ?? 0, askedAt, probedAt: clock() })
    },
  }
}

export function createGate({ ledger, clock, hasHolds, onRefusal }: GateParts): Gate {
  const memories = createMemories({ clock, hasHolds })
  return {
    async place(request, isRepeat) {
      const askedAt = clock()
      const known = isRepeat ? null : memories.recall(request, askedAt)
      if (known) {
        onRefusal(known.code)
        return known
      }
      const before = memories.of(request.showId)
      const outcome = await ledger.place(request)
      // What changed meanwhile may have made the refusal untrue already.
      const isFresh = memories.of(request.showId) === before
      if (!outcome.ok && isFresh) memories.remember(request, outcome, askedAt)
      return outcome
    },
    forget(showIds) {
      for (const showId of showIds) memories.forget(showId)
    },
  }
}
