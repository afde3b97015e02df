// Tells the shop of money that staff decided to give back, again and again until it has done it or says that it cannot.
import type { Log } from '../../log.ts'
import type { ClaimedRefund, RefundResult, Refunds } from '../../store/refunds.ts'
import type { Checkout } from '../checkout.ts'
import { createLoop, type Loop } from '../loop.ts'

export interface RefunderNeeds {
  readonly refunds: Refunds
  readonly checkout: Pick<Checkout, 'refundOrder'>
  readonly log: Log
  /** The longest pause between two looks for work. */
  readonly everyMs: number
}

const MOST_TOGETHER = 4
const LEASE_MS = 120_000
const MINUTE_MS = 60_000
/** Pauses after a shop that did not answer; after the last of them a person has to see to it. */
const PAUSES_MS = [10_000, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS, 360 * MINUTE_MS]

export function createRefunder({ refunds, checkout, log, everyMs }: RefunderNeeds): Loop {
  async function tell(claimed: ClaimedRefund): Promise<RefundResult> {
    const { holdId, orderId } = claimed
    const tries = claimed.tries + 1
    const told = await checkout.refundOrder(orderId)
    if (told.ok) return { holdId, orderId, tries, state: 'told', inMs: 0 }
    const inMs = PAUSES_MS[claimed.tries]
    if (told.code === 'SHOP_UNREACHABLE' && inMs !== undefined) return { holdId, orderId, tries, state: 'asked', inMs }
    if (told.code !== 'SHOP_CANNOT') log.warn({ orderId, code: told.code, detail: told.detail }, 'refund by hand')
    return { holdId, orderId, tries, state: 'by_hand', inMs: 0 }
  }

  async function turn(): Promise<boolean> {
    const claimed = await refunds.claim({ limit: MOST_TOGETHER, leaseMs: LEASE_MS })
    for (const refund of claimed) await refunds.settle(await tell(refund))
    return claimed.length === MOST_TOGETHER
  }

  return createLoop({ everyMs, turn, onError: (err) => log.error({ err }, 'refunds not told; trying again') })
}
