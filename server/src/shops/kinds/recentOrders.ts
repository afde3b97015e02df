// Many open hand-offs, one look at the shop's recent orders: a reading serves all who ask within seconds.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Handoff, ShopFact, ShopRefusal } from '../checkout.ts'

type Facts = Outcome<readonly ShopFact[], ShopRefusal>

export interface RecentOrdersParts {
  readonly clock: Clock
  /** Facts of every order made at or after this instant, ms since the epoch, that names a hold of ours. */
  readonly readSince: (since: number) => Promise<Facts>
}

const FRESH_MS = 5000
/** Read a little further back than asked, so that the next one who asks is served as well. */
const FURTHER_MS = 3_600_000

/** `readOrder` of an adapter whose shop can list its orders. */
export function createRecentOrders({ clock, readSince }: RecentOrdersParts): (handoff: Handoff) => Promise<Facts> {
  let kept: { since: number; at: number; facts: Promise<Facts> } | null = null

  function factsSince(handedAt: number): Promise<Facts> {
    const now = clock()
    if (kept !== null && now - kept.at < FRESH_MS && kept.since <= handedAt) return kept.facts
    const since = Math.min(handedAt, now - FURTHER_MS)
    kept = { since, at: now, facts: readSince(since) }
    return kept.facts
  }

  return async ({ holdId, handedAt }) => {
    const facts = await factsSince(handedAt)
    if (!facts.ok) kept = null
    return facts.ok ? grant(facts.value.filter((fact) => fact.holdId === holdId)) : facts
  }
}
