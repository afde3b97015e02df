// How often one person may send each command; kept in memory, on this process.
import type { CommandName } from '@lantern/shared/contract/commands.ts'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

interface Limit {
  readonly points: number
  readonly seconds: number
}

const USUAL: Limit = { points: 60, seconds: 10 }
const LIMITS: Readonly<Partial<Record<CommandName, Limit>>> = {
  'show:join': { points: 30, seconds: 10 },
  'comment:post': { points: 10, seconds: 10 },
  'comment:report': { points: 10, seconds: 10 },
  'like:send': { points: 15, seconds: 10 },
  'hold:place': { points: 20, seconds: 10 },
  'buying:try': { points: 10, seconds: 10 },
  'media:reportFirstFrame': { points: 20, seconds: 10 },
}

const limitsByName = new Map(Object.entries(LIMITS))

export function limitOf(name: string): { readonly times: number; readonly inSeconds: number } {
  const { points, seconds } = limitsByName.get(name) ?? USUAL
  return { times: points, inSeconds: seconds }
}

export interface Limits {
  /** Counts one command; answers the ms to wait, 0 when it may pass. */
  take(name: string, viewerId: ViewerId): Promise<number>
}

/** `factor` multiplies every limit: load tests and fuzzing want to pass. */
export function createLimits(names: readonly string[], factor = 1): Limits {
  const limiters = new Map<string, RateLimiterMemory>(
    names.map((name) => {
      const { points, seconds } = limitsByName.get(name) ?? USUAL
      return [name, new RateLimiterMemory({ points: points * factor, duration: seconds })]
    }),
  )
  const longestMs = Math.max(USUAL.seconds, ...[...limitsByName.values()].map(({ seconds }) => seconds)) * 1000
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
