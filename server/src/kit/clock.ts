// The one source of time; tests inject their own.
/** Milliseconds since the epoch. */
export type Clock = () => number

interface Sources {
  /** The machine's wall clock, which may be set. */
  wall(): number
  /** Ms that have passed, never fewer than before. */
  passed(): number
}

/** How fast time goes while the wall clock, having been set back, catches up. */
const CATCHING_UP = 0.9

/** Follows the wall clock forward; where that is set back, time goes on, a little slower, until it has caught up. */
export function createSteadyClock({ wall, passed }: Sources): Clock {
  let last = { at: wall(), passed: passed() }
  return () => {
    const now = passed()
    const at = Math.max(wall(), last.at + (now - last.passed) * CATCHING_UP)
    last = { at, passed: now }
    return Math.floor(at)
  }
}

/** Safe against a machine whose clock is set back: holds still run out, limits still end. */
export const systemClock: Clock = createSteadyClock({ wall: Date.now, passed: () => performance.now() })

/** A clock that threads share and a test sets: it moves only when told to. */
export interface SharedClock {
  readonly now: Clock
  /** What another thread needs to read the same clock. */
  readonly memory: SharedArrayBuffer
  set(at: number): void
  advance(ms: number): void
}

export function createSharedClock(startAt: number): SharedClock {
  const memory = new SharedArrayBuffer(8)
  const cell = new BigInt64Array(memory)
  const set = (at: number) => void Atomics.store(cell, 0, BigInt(at))
  set(startAt)
  return { now: clockOf(memory), memory, set, advance: (ms) => void Atomics.add(cell, 0, BigInt(ms)) }
}

/** Reads a shared clock from its memory. */
export function clockOf(memory: SharedArrayBuffer): Clock {
  const cell = new BigInt64Array(memory)
  return () => Number(Atomics.load(cell, 0))
}
