// How often a login may be tried: per address and name, and per address over all names.
import { refuse, type Refusal } from '@lantern/shared/contract/refusals.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export interface LoginLimit {
  /** Takes one try; a refusal says when the next one is possible. */
  take(address: string, name: string): Promise<Refusal<'TOO_MANY'> | null>
  /** Takes one try from a known device; false: it has guessed so often that it counts as a stranger's. */
  takeKnown(staffId: string): Promise<boolean>
  /** A success forgives the tries before it. */
  forgive(address: string, name: string): Promise<void>
}

const WINDOW_SECONDS = 60
const TRIES_PER_NAME = 5
const TRIES_PER_ADDRESS = 30
const HOUR_SECONDS = 3600
const TRIES_FROM_KNOWN = 60

export function createLoginLimit(): LoginLimit {
  const perName = new RateLimiterMemory({ points: TRIES_PER_NAME, duration: WINDOW_SECONDS })
  const perAddress = new RateLimiterMemory({ points: TRIES_PER_ADDRESS, duration: WINDOW_SECONDS })
  const fromKnown = new RateLimiterMemory({ points: TRIES_FROM_KNOWN, duration: HOUR_SECONDS })
  const keyOf = (address: string, name: string) => `${address} ${name.toLowerCase()}`

  return {
    async take(address, name) {
      try {
        await perAddress.consume(address)
        await perName.consume(keyOf(address, name))
        return null
      } catch (limit) {
        if (!(limit instanceof RateLimiterRes)) throw limit
        // A clock that was set back would have it wait for hours.
        const left = Math.min(limit.msBeforeNext, WINDOW_SECONDS * 1000)
        return refuse('TOO_MANY', { retryAfterMs: Math.max(1000, left) })
      }
    },
    async takeKnown(staffId) {
      try {
        await fromKnown.consume(staffId)
        return true
      } catch (limit) {
        if (limit instanceof RateLimiterRes) return false
        throw limit
      }
    },
    async forgive(address, name) {
      await perName.delete(keyOf(address, name))
    },
  }
}
