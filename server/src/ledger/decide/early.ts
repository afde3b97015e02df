// What a shop says of an order before it says that it was paid: shops' messages come in any order, and none is lost.
import type { HoldRecord } from '../../domain/hold.ts'
import { orderKey } from '../workingSet.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { ShopFact } from '../ledger.ts'
import { UNPAID } from './authorise.ts'
import type { OrderFact } from './authorise.ts'

type AboutOrder = Extract<ShopFact, { type: 'order.refunded' | 'order.cancelled' }>

/** `seq`: of its event, which is its turn. */
interface Early {
  readonly seq: number
  readonly fact: AboutOrder
}

const EVENTS = { 'order.refunded': 'order:refunded_early', 'order.cancelled': 'order:cancelled_early' } as const

/** Json for the fact's receipt, where its payment is still to come; null: it is about an order that we know, or about none. */
export function keepEarly(set: WorkingSet, hold: HoldRecord, fact: ShopFact): string | null {
  if (fact.type !== 'order.refunded' && fact.type !== 'order.cancelled') return null
  if (!isAhead(set, hold, fact)) return null
  const event = { actor: `shop:${fact.endpointId}`, type: EVENTS[fact.type], more: { said: saidOf(fact) } }
  return JSON.stringify({ seq: set.recordHold(hold, event), fact } satisfies Early)
}

/** The order is not known yet: what was said of it is all there is. */
function saidOf(fact: AboutOrder): object {
  const { orderId } = fact
  return fact.type === 'order.refunded' ? { orderId, amountMinor: fact.amountMinor, isPart: fact.isPart } : { orderId }
}

/** A checkout that ended without an order's number says nothing of a later order; only what is paid can be refunded. */
function isAhead(
  set: WorkingSet,
  hold: HoldRecord,
  { type, orderId = hold.orderId ?? undefined }: AboutOrder,
): boolean {
  if (orderId === undefined) return type === 'order.refunded'
  const known = set.orders.find(orderKey({ hold_id: hold.id, order_id: orderId }))
  return known === undefined || (type === 'order.refunded' && UNPAID.has(known.state))
}

/**
 * What was kept about this payment's order, in the order it came. A cancellation loses its number: a shop may have taken the
 * order up again before it was paid, so that only staff can say what it means.
 */
export function earlyFactsOf(set: WorkingSet, hold: HoldRecord, { orderId }: OrderFact): AboutOrder[] {
  return (
    [...set.inbox.all()]
      .flatMap(({ hold_id, early }): Early[] => (hold_id === hold.id && early !== null ? [JSON.parse(early)] : []))
      .filter(({ fact }) => (fact.orderId ?? hold.orderId) === orderId)
      // Without its number it would be laid at the door of the hold's own order; a second payment is staff's matter anyway.
      .filter(({ fact }) => fact.type !== 'order.cancelled' || hold.orderId === orderId)
      .sort((a, b) => a.seq - b.seq)
      .map(({ fact }) => (fact.type === 'order.cancelled' ? { ...fact, orderId: undefined } : { ...fact, orderId }))
  )
}
