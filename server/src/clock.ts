// The one source of time; tests inject their own.
/** Milliseconds since the epoch. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

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
