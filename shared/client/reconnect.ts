// How long to wait before connecting again: never all clients at once, never for long.

export interface Lost {
  /** Tries that failed since the connection was lost. */
  readonly attempt: number
  /** Only one's own network blinked, so nobody else comes at the same moment. */
  readonly alone: boolean
  /** What the server asked for when the room was joined. */
  readonly spreadMs: number
}

const LEAST_SPREAD_MS = 1_000
const MOST_SPREAD_MS = 15_000
const LATER_TRIES_MS = 2_000
const ALONE_MS = 300

export function reconnectDelayMs({ attempt, alone, spreadMs }: Lost, random: () => number = Math.random): number {
  if (alone && attempt === 0) return random() * ALONE_MS
  const spread = within(spreadMs)
  if (attempt === 0) return random() * spread
  const reach = Math.min(spread * 1.5 ** attempt, Math.max(spread, LATER_TRIES_MS))
  return reach * (0.5 + random() * 0.5)
}

export function within(spreadMs: number): number {
  return Math.min(MOST_SPREAD_MS, Math.max(LEAST_SPREAD_MS, spreadMs))
}

/** Waits that double from `firstMs` to `mostMs`, each spread over its upper half. */
export function backoffMs(attempt: number, firstMs: number, mostMs: number): number {
  return Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 20)) * (0.5 + Math.random() * 0.5)
}

/** How long a first media connection may take: short enough to try TCP soon, longer for those whose network is just slow. */
export function connectWithinMs(failures: number): number {
  return Math.min(12_000, 3_000 * 1.5 ** Math.min(failures, 10))
}
