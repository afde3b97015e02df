// Takes down in the log what failed in a page of staff: little text, few times, and only from who is logged in.
import type { Me } from '@lantern/shared/contract/http.ts'
import type { PageProblem } from '@lantern/shared/contract/http.ts'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Log } from '../ops/log.ts'

/** A page that fails over and over says it a few times; the rest would only fill the disk. */
const PER_PERSON = { points: 10, duration: 60 }
const FROM_ALL = { points: 60, duration: 60 }

export interface PageProblems {
  take(problem: PageProblem, from: Me): Promise<Outcome<null, 'TOO_MANY'>>
}

export function createPageProblems(log: Log): PageProblems {
  const perPerson = new RateLimiterMemory(PER_PERSON)
  const fromAll = new RateLimiterMemory(FROM_ALL)

  return {
    async take(problem, { id, role }) {
      try {
        await perPerson.consume(id)
        await fromAll.consume('all')
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refuse('TOO_MANY', { retryAfterMs: PER_PERSON.duration * 1000 })
        throw refusal
      }
      log.error({ problem, staffId: id, role }, 'a part of a staff page failed')
      return grant(null)
    },
  }
}
