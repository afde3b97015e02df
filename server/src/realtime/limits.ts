// How often one person may send each command; kept in memory, on this process.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Limit } from '@lantern/shared/features/feature.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export interface Limits {
  /** Counts one command; answers the ms to wait, 0 when it may pass. */
  take(name: string, viewerId: ViewerId): Promise<number>
}

/** `factor` multiplies every limit: load tests and fuzzing want to pass. */
export function createLimits(limits: ReadonlyMap<string, Limit>, factor = 1): Limits {
  const limiters = new Map(
    [...limits].map(([name, { times, inSeconds }]) => [
      name,
      new RateLimiterMemory({ points: times * factor, duration: inSeconds }),
    ]),
  )
  const longestMs = Math.max(...[...limits.values()].map(({ inSeconds }) => inSeconds)) * 1000
  const take = async (name: string, viewerId: ViewerId) => {
    try {
      await limiters.get(name)?.consume(viewerId)
      return 0
    } catch (refusal) {
      // A clock that was set back would make it hours.
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.min(refusal.msBeforeNext, longestMs))
      throw refusal
    }
  }
  return { take }
}
