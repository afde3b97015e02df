// Tells the shop of money that staff give back, again and again until it knows or cannot be told.
import type { RefundState } from '@lantern/shared/contract/things.ts'
import type { Log } from '../../ops/log.ts'
import type { ClaimedRefund, RefundResult, Refunds } from '../../webhooks/records/webhookRecords.ts'
import type { Checkout } from '../checkout.ts'
import { backoff } from '../../kit/backoff.ts'
import { createLoop, type Loop } from '../../kit/loop.ts'

export interface RefunderNeeds {
  readonly checkout: Pick<Checkout, 'refundTo'>
  readonly refunds: Refunds
  readonly log: Log
  readonly everyMs: number
}

const MOST_TOGETHER = 4
/** Longer than the few requests of one refund can take, each with its patience. */
const LEASE_MS = 180_000
/** Over about 45 minutes; a shop that is away longer is a matter for people. */
const MOST_TRIES = 10
const PAUSES = { firstMs: 5000, longestMs: 5000 * 2 ** (MOST_TRIES - 1) }

type Told = Awaited<ReturnType<Checkout['refundTo']>>

export function createRefunder({ checkout, refunds, log, everyMs }: RefunderNeeds): Loop {
  async function tell({ orderId, holdId, restock, keepMinor, ...order }: ClaimedRefund): Promise<RefundResult> {
    const tries = order.tries + 1
    const told = await checkout.refundTo({ orderId, holdId, restock, keepMinor })
    const state = stateAfter(told, tries)
    if (!told.ok && told.code !== 'SHOP_CANNOT')
      log.warn({ orderId, holdId, tries, state, detail: told.detail }, 'the shop was not told to give money back')
    return { orderId, holdId, keepMinor, state, tries, inMs: backoff(tries, PAUSES), why: whyOf(told) }
  }

  async function turn(): Promise<boolean> {
    const claimed = await refunds.claim({ limit: MOST_TOGETHER, leaseMs: LEASE_MS })
    if (claimed.length === 0) return false
    await refunds.settle(await Promise.all(claimed.map(tell)))
    return claimed.length === MOST_TOGETHER
  }

  return createLoop({
    everyMs,
    turn,
    onError: (err) => log.error({ err }, 'refunds not told to the shop; trying again'),
  })
}

/** What a shop refuses once it refuses again: staff do it there. */
function stateAfter(told: Told, tries: number): RefundState {
  if (told.ok) return 'told'
  if (told.code === 'SHOP_CANNOT') return 'by_hand'
  return told.code === 'SHOP_REFUSED' || tries >= MOST_TRIES ? 'failed' : 'asked'
}

function whyOf(told: Told): string | null {
  if (told.ok) return null
  const why = told.detail?.['why']
  return typeof why === 'string' ? why : told.code
}
