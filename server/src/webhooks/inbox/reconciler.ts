// Asks the shop how its open hand-offs went, since webhooks can be lost; what it answers goes through the inbox.
import type { Log } from '../../ops/log.ts'
import type { ClaimedHandoff, HandoffResult, Handoffs, Inbox } from '../records/webhookRecords.ts'
import type { Checkout } from '../../shops/checkout.ts'
import { backoff } from '../../kit/backoff.ts'
import { createLoop, type Loop } from '../../kit/loop.ts'
import { toArrival } from './take.ts'

export interface ReconcilerNeeds {
  readonly checkout: Pick<Checkout, 'readOrder'>
  readonly handoffs: Pick<Handoffs, 'claim' | 'settle'>
  readonly inbox: Pick<Inbox, 'keepAsked'>
  readonly log: Log
  /** Something new waits in the inbox. */
  readonly onNew: () => void
  /** From the hand-off to the first question; each further one comes after twice the time. */
  readonly firstInMs: number
  /** Nothing is asked any more so long after the hold's deadline, but of orders whose money is still to be taken: daily. */
  readonly untilMs: number
  readonly everyMs: number
}

const MOST_TOGETHER = 4
const LEASE_MS = 120_000
const LONGEST_PAUSE_MS = 3_600_000
const DAY_MS = 86_400_000

export function createReconciler(needs: ReconcilerNeeds): Loop {
  const { handoffs, log, everyMs } = needs

  async function turn(): Promise<boolean> {
    const claimed = await handoffs.claim({ limit: MOST_TOGETHER, leaseMs: LEASE_MS })
    if (claimed.length === 0) return false
    await handoffs.settle(await Promise.all(claimed.map((handoff) => ask(needs, handoff))))
    return true
  }

  return createLoop({ everyMs, turn, onError: (err) => log.error({ err }, 'open hand-offs not asked about') })
}

async function ask(needs: ReconcilerNeeds, handoff: ClaimedHandoff): Promise<HandoffResult> {
  const { holdId, handedAt, overForMs } = handoff
  const outcome = await needs.checkout.readOrder({ holdId, handedAt })
  if (!outcome.ok) {
    needs.log.warn({ holdId, code: outcome.code }, 'the shop did not say how a hand-off went')
    return later(needs, handoff, outcome.code === 'SHOP_CANNOT' || overForMs > needs.untilMs)
  }
  const facts = outcome.value
  const news =
    facts.length === 0 ? [] : await needs.inbox.keepAsked(facts.map((fact) => toArrival(fact, JSON.stringify(fact))))
  if (news.includes(true)) needs.onNew()
  return later(needs, handoff, overForMs > needs.untilMs)
}

function later({ firstInMs }: ReconcilerNeeds, handoff: ClaimedHandoff, over: boolean): HandoffResult {
  const { holdId, polls, isAuthorised } = handoff
  if (over && isAuthorised) return { holdId, polls: polls + 1, inMs: DAY_MS, over: false }
  // The hand-off itself was the first; after the nth question the pause has doubled n times.
  const inMs = backoff(polls + 2, { firstMs: firstInMs, longestMs: LONGEST_PAUSE_MS })
  return { holdId, polls: polls + 1, inMs, over }
}
