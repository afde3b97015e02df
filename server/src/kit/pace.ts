// So many in a time for each key, in the memory of this process.
import type { Clock } from './clock.ts'

export interface Pace {
  /** How long whoever it is has to wait; null: not at all, and they are counted. */
  take(key: string): number | null
}

/** Counts begin anew with each span of time, so that nothing has to be forgotten one by one. */
export function createPace({ clock, times, inMs }: { clock: Clock; times: number; inMs: number }): Pace {
  let span = 0
  let taken = new Map<string, number>()
  return {
    take(key) {
      const now = clock()
      if (Math.floor(now / inMs) !== span) taken = new Map()
      span = Math.floor(now / inMs)
      const before = taken.get(key) ?? 0
      if (before >= times) return (span + 1) * inMs - now
      taken.set(key, before + 1)
      return null
    },
  }
}
