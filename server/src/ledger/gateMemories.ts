// What the gate remembers of one show: refusals of the ledger, each under the name of what it is about.
import type { PlaceHold, PlaceOutcome } from './ledger.ts'

export type Refused = Extract<PlaceOutcome, { ok: false }>

/** How often something changed; grows. */
export interface Changes {
  readonly openings: number
  readonly doubts: number
}

export interface Answer {
  readonly request: PlaceHold
  readonly outcome: Refused
  /** When the request was asked: what the refusal says was true at some moment after that. */
  readonly askedAt: number
  /** As it was when the request was asked. */
  readonly before: Changes
}

export interface Memories {
  changes(): Changes
  /** What the ledger said of such a request within the last second; null: the ledger is to be asked. */
  recall(request: PlaceHold, now: number): Refused | null
  remember(answer: Answer): void
  /** The request was granted: refusals as old as it are not true any more. */
  contradict(request: PlaceHold, askedAt: number): void
  forget(): void
  /** The next request for each refusal goes to the ledger. */
  doubt(): void
}

interface Memory {
  readonly outcome: Refused
  /** Refused for this many units: fewer might be had. */
  readonly quantity: number
  readonly askedAt: number
  readonly until: number
  /** When and at how many doubts a request went to the ledger last. */
  probedAt: number
  doubts: number
}

/** A refusal may be repeated for so long after it was asked for. */
const TRUE_FOR_MS = 1_000
/** One request in so long goes through to the ledger all the same. */
const PROBE_EVERY_MS = 100
const MOST_MEMORIES = 20_000

const names = {
  show: () => 'show',
  viewer: ({ viewerId }: PlaceHold) => `viewer ${viewerId}`,
  limit: ({ viewerId, lines }: PlaceHold) => `limit ${viewerId} ${lines[0]?.offerId ?? ''}`,
  // Offer and sale share a name: of what either of them refused, the latest answer counts.
  offer: ({ lines }: PlaceHold) => `offer ${lines[0]?.offerId ?? ''}`,
}

/** Under which name a refusal is remembered; undefined: it is about this request alone. */
const NAME_OF: { readonly [Code in Refused['code']]?: (request: PlaceHold) => string } = {
  NOT_OPEN: names.show,
  CURRENCY_CHANGED: names.show,
  COOL_DOWN: names.viewer,
  LIMIT_REACHED: names.limit,
  SOLD_OUT: names.offer,
  NOT_ENOUGH: names.offer,
}

/** Whatever is wished for. */
const ABOUT_ALL: ReadonlySet<Refused['code']> = new Set(['NOT_OPEN', 'CURRENCY_CHANGED', 'COOL_DOWN'])

/** In the order in which the ledger would refuse. Of a wish for several offers the reason may lie in any of them. */
function namesFor(request: PlaceHold): string[] {
  const { show, viewer, limit, offer } = names
  return (isForOne(request) ? [show, viewer, limit, offer] : [show, viewer]).map((name) => name(request))
}

function isForOne({ lines }: PlaceHold): boolean {
  return lines.length === 1
}

function quantityOf({ lines }: PlaceHold): number {
  return lines[0]?.quantity ?? 0
}

const isForAnyQuantity = (code: Refused['code']) => code !== 'NOT_ENOUGH' && code !== 'LIMIT_REACHED'

function fits({ outcome, quantity }: Memory, request: PlaceHold): boolean {
  return isForAnyQuantity(outcome.code) || quantityOf(request) >= quantity
}

function isTrueStill({ askedAt, until }: Memory, now: number): boolean {
  return now >= askedAt && now < until
}

function endOf({ outcome, askedAt }: Answer): number {
  const forMs = outcome.code === 'COOL_DOWN' ? (outcome.retryAfterMs ?? 0) : TRUE_FOR_MS
  return askedAt + Math.min(forMs, TRUE_FOR_MS)
}

/** The refusal as the ledger would say it now: what is left of a pause gets shorter. */
function repeat({ outcome, askedAt }: Memory, now: number): Refused {
  const { retryAfterMs } = outcome
  return retryAfterMs === undefined ? outcome : { ...outcome, retryAfterMs: retryAfterMs - (now - askedAt) }
}

/** Puts it last; those that have ended, and the oldest of too many, go. */
function put(memories: Map<string, Memory>, name: string, memory: Memory): void {
  memories.delete(name)
  memories.set(name, memory)
  // They stand in the order in which they end, nearly.
  for (const [first, { until }] of memories) {
    if (memories.size <= MOST_MEMORIES && until > memory.askedAt) return
    memories.delete(first)
  }
}

export function createMemories(): Memories {
  const memories = new Map<string, Memory>()
  let openings = 0
  let doubts = 0

  /** Lets a request through now and then; the others go on being refused until it is answered. */
  const isProbe = (memory: Memory, now: number) => {
    if (memory.doubts === doubts && now < memory.probedAt + PROBE_EVERY_MS) return false
    memory.probedAt = now
    memory.doubts = doubts
    return true
  }
  return {
    changes: () => ({ openings, doubts }),
    recall: (request, now) => {
      for (const name of namesFor(request)) {
        const memory = memories.get(name)
        if (!memory || !fits(memory, request) || !isTrueStill(memory, now)) continue
        return isProbe(memory, now) ? null : repeat(memory, now)
      }
      return null
    },
    remember: (answer) => {
      const { request, outcome, askedAt, before } = answer
      const name = NAME_OF[outcome.code]?.(request)
      const isAbout = isForOne(request) || ABOUT_ALL.has(outcome.code)
      // What was opened meanwhile may have made it untrue already.
      if (name === undefined || !isAbout || before.openings !== openings) return
      const quantity = quantityOf(request)
      const last = { probedAt: askedAt, doubts: before.doubts }
      put(memories, name, { outcome, quantity, askedAt, until: endOf(answer), ...last })
    },
    contradict: (request, askedAt) => {
      for (const name of namesFor(request)) {
        const memory = memories.get(name)
        if (memory && memory.askedAt <= askedAt && fits(memory, request)) memories.delete(name)
      }
    },
    forget: () => {
      openings += 1
      memories.clear()
    },
    doubt: () => {
      doubts += 1
    },
  }
}
