// An order that is placed and whose money is not taken yet: its units stay the buyer's, without a deadline, until it ends.
import type { OrderId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { NO_REFUND } from '../../database/refundSchema.ts'
import type { OrderRow } from '../../database/schema.ts'
import { orderKey } from '../workingSet.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { ShopFact } from '../ledger.ts'
import { withoutLostCoupon } from './coupons.ts'
import { move } from './move.ts'

export type OrderFact = Extract<ShopFact, { type: 'order.authorised' | 'order.paid' }>

/** Known, but nothing was ever paid for it: a payment is still news. */
export const UNPAID: ReadonlySet<OrderRow['state']> = new Set(['authorised', 'voided'])

/** The hold has another order, or its units are not free any more: then nothing happens before the money is taken. */
export function takeDownAuthorised(set: WorkingSet, hold: HoldRecord, fact: OrderFact): HoldRecord | null {
  const { orderId } = fact
  const known = set.orders.find(orderKey({ hold_id: hold.id, order_id: orderId }))
  if (hold.orderId !== null || (known !== undefined && known.state !== 'voided')) return null
  const actor = `shop:${fact.endpointId}`
  const order = { ...toOrder(set, hold, fact), state: 'authorised', matter: null, second: 0 } as const
  const placed = move(set, { ...hold, orderId }, { to: 'authorised', actor, type: 'hold:authorised', order })
  if (!placed) return null
  set.orders.put({ ...order, version: placed.version })
  return placed
}

export function toOrder(
  set: WorkingSet,
  hold: HoldRecord,
  fact: OrderFact,
): Omit<OrderRow, 'state' | 'matter' | 'second' | 'version'> {
  return {
    hold_id: hold.id,
    order_id: fact.orderId,
    endpoint_id: fact.endpointId,
    show_id: hold.showId,
    amount_minor: fact.amountMinor,
    currency: fact.currency,
    at: set.now,
    ...NO_REFUND,
  }
}

/** The buyer pays by another order than the one whose money was waited for; if that is taken, too, it is a second payment. */
export function findReplaced({ state, orderId }: HoldRecord, paidOrderId: OrderId): OrderId | null {
  return state === 'authorised' && orderId !== paidOrderId ? orderId : null
}

export function voidReplaced(set: WorkingSet, paid: HoldRecord, replaced: OrderId): void {
  const order = set.orders.find(orderKey({ hold_id: paid.id, order_id: replaced }))
  if (order) set.orders.put({ ...order, state: 'voided', matter: null, version: paid.version })
}

interface Found {
  readonly hold: HoldRecord
  readonly order: OrderRow
}

/** The shop will not take its money: the hold goes on where its time has not run out, and else ends, which is no lapse. */
export function voidOrder(set: WorkingSet, { hold, order }: Found, actor: string): void {
  const isBack = set.now < hold.expiresAt
  const how = isBack
    ? ({ to: 'held', type: 'hold:returned' } as const)
    : ({ to: 'expired', type: 'hold:expired' } as const)
  end(set, { hold: isBack ? withoutLostCoupon(set, hold) : hold, order }, { ...how, actor })
}

/** Staff wait no longer for the money of an order. */
export function letGo(set: WorkingSet, { hold, order }: Found, actor: string) {
  if (order.state === 'voided') return grant(order)
  if (order.state !== 'authorised') return refuse('ORDER_SETTLED')
  end(set, { hold, order }, { to: 'released', type: 'hold:released', actor })
  return grant(order)
}

function end(
  set: WorkingSet,
  { hold, order }: Found,
  how: Pick<Parameters<typeof move>[2], 'to' | 'type' | 'actor'>,
): void {
  const free = { ...hold, orderId: null }
  const voided = { ...order, state: 'voided', matter: null } as const
  const ended = move(set, free, { ...how, order: voided })
  if (!ended) throw new Error(`hold ${hold.id} could not end its order`)
  set.orders.put({ ...voided, version: ended.version })
}
