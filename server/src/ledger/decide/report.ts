// What a shop says about a hold: checkout opened, cancelled, placed, paid, refunded; each event acts once.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { OrderRow } from '../../database/schema.ts'
import { inboxKey, orderKey } from '../workingSet.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { ShopFact } from '../ledger.ts'
import type { OutputOf } from '../requests.ts'
import { findReplaced, takeDownAuthorised, toOrder, UNPAID, voidReplaced } from './authorise.ts'
import type { OrderFact } from './authorise.ts'
import { takeDownCancel } from './cancel.ts'
import { earlyFactsOf, keepEarly } from './early.ts'
import { expireIfOverdue, move } from './move.ts'
import { refund } from './refund.ts'
import { forgiveLapses } from './strikes.ts'
import { toHold } from './toHold.ts'

type Refunded = Extract<ShopFact, { type: 'order.refunded' }>

export function decideReport(set: WorkingSet, fact: ShopFact): OutputOf<'report'> {
  const hold = set.holds.find(fact.holdId)
  if (!hold) return refuse('HOLD_NOT_FOUND')
  const receipt = {
    endpoint_id: fact.endpointId,
    event_id: fact.eventId,
    hold_id: fact.holdId,
    type: fact.type,
    at: set.now,
  }
  if (set.inbox.find(inboxKey(receipt))) return grant(toHold(hold))
  set.inbox.put({ ...receipt, early: keepEarly(set, hold, fact) })
  return grant(toHold(act(set, hold, fact)))
}

function act(set: WorkingSet, hold: HoldRecord, fact: ShopFact): HoldRecord {
  if (fact.type === 'order.paid') return takeDownPayment(set, hold, fact)
  if (fact.type === 'order.authorised') return takeDownPlaced(set, hold, fact)
  if (fact.type === 'order.refunded') return takeDownRefund(set, hold, fact)
  const due = expireIfOverdue(set, hold)
  if (fact.type === 'order.cancelled' && takeDownCancel(set, due, fact)) return set.holds.find(hold.id) ?? due
  return fact.type === 'checkout.opened' ? startPaying(set, due, fact) : comeBack(set, due, fact)
}

const shop = (fact: ShopFact) => `shop:${fact.endpointId}`

/** The deadline is put off once, so that there is time to pay. */
function startPaying(set: WorkingSet, hold: HoldRecord, fact: ShopFact): HoldRecord {
  if (hold.state !== 'held') return hold
  const expiresAt = hold.extended ? hold.expiresAt : Math.max(hold.expiresAt, set.now + set.policy.payingMs)
  const paying = { ...hold, extended: true, expiresAt }
  return move(set, paying, { to: 'paying', actor: shop(fact), type: 'hold:paying' }) ?? hold
}

function comeBack(set: WorkingSet, hold: HoldRecord, fact: ShopFact): HoldRecord {
  if (hold.state !== 'paying') return hold
  return move(set, hold, { to: 'held', actor: shop(fact), type: 'hold:returned' }) ?? hold
}

/** A payment is a fact: it is written down whatever the hold's state, and twice for one order is once. */
function takeDownPayment(set: WorkingSet, hold: HoldRecord, fact: OrderFact): HoldRecord {
  const known = set.orders.find(orderKey({ hold_id: fact.holdId, order_id: fact.orderId }))
  if (known && !UNPAID.has(known.state)) return hold
  const isOwn = hold.orderId === null || hold.orderId === fact.orderId || hold.state === 'authorised'
  const paid = isOwn ? takeDownFirst(set, hold, fact) : takeDownSecond(set, hold, fact)
  return earlyFactsOf(set, paid, fact).reduce((now, early) => act(set, now, early), paid)
}

/** What was said too early of its payment stays for that. */
function takeDownPlaced(set: WorkingSet, hold: HoldRecord, fact: OrderFact): HoldRecord {
  const placed = takeDownAuthorised(set, hold, fact)
  if (!placed) return hold
  const cancelled = earlyFactsOf(set, placed, fact).filter(({ type }) => type === 'order.cancelled')
  return cancelled.reduce((now, early) => act(set, now, early), placed)
}

function takeDownFirst(set: WorkingSet, hold: HoldRecord, fact: OrderFact): HoldRecord {
  const { orderId, amountMinor, currency } = fact
  const withOrder = { ...hold, orderId }
  const differs = amountMinor !== hold.totalMinor || currency !== hold.currency
  const matter = differs ? ('amount_differs' as const) : null
  const order = { ...toOrder(set, hold, fact), state: 'paid', matter, second: 0 } as const
  const late = { ...order, state: 'late_paid', matter: 'late_paid' } as const
  const replaced = findReplaced(hold, orderId)
  const more = replaced === null ? undefined : { voidedOrderId: replaced }
  const paid =
    move(set, withOrder, { to: 'paid', actor: shop(fact), type: 'hold:paid', order, more }) ??
    move(set, withOrder, { to: 'late_paid', actor: shop(fact), type: 'hold:late_paid', order: late, more })
  forgiveLapses(set, hold)
  if (!paid) throw new Error(`hold ${hold.id} could take neither paid nor late_paid`)
  if (replaced !== null) voidReplaced(set, paid, replaced)
  set.orders.put({ ...(paid.state === 'late_paid' ? late : order), version: paid.version })
  return paid
}

function takeDownSecond(set: WorkingSet, hold: HoldRecord, fact: OrderFact): HoldRecord {
  const paid = toOrder(set, hold, fact)
  const order = { ...paid, state: 'second_payment', matter: 'second_payment', second: 1 } as const
  const version = set.recordHold(hold, { actor: shop(fact), type: 'order:second_payment', order })
  set.orders.put({ ...order, version })
  return hold
}

function takeDownRefund(set: WorkingSet, hold: HoldRecord, fact: Refunded): HoldRecord {
  const orderId = fact.orderId ?? hold.orderId
  const order = orderId === null ? undefined : set.orders.find(orderKey({ hold_id: hold.id, order_id: orderId }))
  if (!order || UNPAID.has(order.state)) return hold
  if (order.state === 'refunded') return confirmRefund(set, { hold, order }, fact)
  if (isPart(fact, order)) return takeDownPart(set, { hold, order }, fact)
  return refund(set, { hold, order }, { actor: shop(fact), units: fact.units ?? 'back' })
}

/** What staff gave back has gone back: nobody need be told of it, or do it, any more. */
function confirmRefund(
  set: WorkingSet,
  { hold, order }: { hold: HoldRecord; order: OrderRow },
  fact: Refunded,
): HoldRecord {
  if (order.refund === null || order.refund === 'done' || isPart(fact, order)) return hold
  const version = set.recordHold(hold, { actor: shop(fact), type: 'order:refund_done', order })
  set.orders.put({ ...order, refund: 'done', version })
  return hold
}

function isPart({ isPart, amountMinor }: Refunded, order: OrderRow): boolean {
  return isPart === true || (amountMinor ?? order.amount_minor) < order.amount_minor
}

/** Up to what staff gave back it is theirs, and nothing to look at. 0: the shop does not say how much. */
function withPart({ matter, refund, keep_minor, amount_minor }: OrderRow, backMinor: number) {
  const given = keep_minor > 0 && (refund === 'asked' || refund === 'told') ? amount_minor - keep_minor : 0
  if (backMinor > given || backMinor === 0) return { matter: matter ?? ('part_refunded' as const), refund }
  return { matter, refund: backMinor === given ? ('done' as const) : refund }
}

/** The order stays paid and its units stay sold: what that means is for staff to say. No more than before is no news. */
function takeDownPart(
  set: WorkingSet,
  { hold, order }: { hold: HoldRecord; order: OrderRow },
  fact: Refunded,
): HoldRecord {
  const backMinor = fact.amountMinor ?? 0
  const isUntold = backMinor === 0 && fact.isPart === true
  if (backMinor < order.back_minor || (backMinor === order.back_minor && !isUntold)) return hold
  const part = { ...order, ...withPart(order, backMinor), back_minor: backMinor }
  const version = set.recordHold(hold, { actor: shop(fact), type: 'order:part_refunded', order: part })
  set.orders.put({ ...part, version })
  return hold
}
