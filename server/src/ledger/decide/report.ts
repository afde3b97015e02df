// What a shop says about a hold: checkout opened, cancelled, placed, paid, refunded; each event acts once.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { OrderRow } from '../../database/schema.ts'
import { inboxKey, orderKey } from '../workingSet.ts'
import type { Bench } from '../workingSet.ts'
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

export function decideReport(bench: Bench, fact: ShopFact): OutputOf<'report'> {
  const hold = bench.holds.find(fact.holdId)
  if (!hold) return refuse('HOLD_NOT_FOUND')
  const receipt = {
    endpoint_id: fact.endpointId,
    event_id: fact.eventId,
    hold_id: fact.holdId,
    type: fact.type,
    at: bench.now,
  }
  if (bench.inbox.find(inboxKey(receipt))) return grant(toHold(hold))
  bench.inbox.put({ ...receipt, early: keepEarly(bench, hold, fact) })
  return grant(toHold(act(bench, hold, fact)))
}

function act(bench: Bench, hold: HoldRecord, fact: ShopFact): HoldRecord {
  if (fact.type === 'order.paid') return takeDownPayment(bench, hold, fact)
  if (fact.type === 'order.authorised') return takeDownPlaced(bench, hold, fact)
  if (fact.type === 'order.refunded') return takeDownRefund(bench, hold, fact)
  const due = expireIfOverdue(bench, hold)
  if (fact.type === 'order.cancelled' && takeDownCancel(bench, due, fact)) return bench.holds.find(hold.id) ?? due
  return fact.type === 'checkout.opened' ? startPaying(bench, due, fact) : comeBack(bench, due, fact)
}

const shop = (fact: ShopFact) => `shop:${fact.endpointId}`

/** The deadline is put off once, so that there is time to pay. */
function startPaying(bench: Bench, hold: HoldRecord, fact: ShopFact): HoldRecord {
  if (hold.state !== 'held') return hold
  const expiresAt = hold.extended ? hold.expiresAt : Math.max(hold.expiresAt, bench.now + bench.policy.payingMs)
  const paying = { ...hold, extended: true, expiresAt }
  return move(bench, paying, { to: 'paying', actor: shop(fact), type: 'hold:paying' }) ?? hold
}

function comeBack(bench: Bench, hold: HoldRecord, fact: ShopFact): HoldRecord {
  if (hold.state !== 'paying') return hold
  return move(bench, hold, { to: 'held', actor: shop(fact), type: 'hold:returned' }) ?? hold
}

/** A payment is a fact: it is written down whatever the hold's state, and twice for one order is once. */
function takeDownPayment(bench: Bench, hold: HoldRecord, fact: OrderFact): HoldRecord {
  const known = bench.orders.find(orderKey({ hold_id: fact.holdId, order_id: fact.orderId }))
  if (known && !UNPAID.has(known.state)) return hold
  const isOwn = hold.orderId === null || hold.orderId === fact.orderId || hold.state === 'authorised'
  const paid = isOwn ? takeDownFirst(bench, hold, fact) : takeDownSecond(bench, hold, fact)
  return earlyFactsOf(bench, paid, fact).reduce((now, early) => act(bench, now, early), paid)
}

/** What was said too early of its payment stays for that. */
function takeDownPlaced(bench: Bench, hold: HoldRecord, fact: OrderFact): HoldRecord {
  const placed = takeDownAuthorised(bench, hold, fact)
  if (!placed) return hold
  const cancelled = earlyFactsOf(bench, placed, fact).filter(({ type }) => type === 'order.cancelled')
  return cancelled.reduce((now, early) => act(bench, now, early), placed)
}

function takeDownFirst(bench: Bench, hold: HoldRecord, fact: OrderFact): HoldRecord {
  const { orderId, amountMinor, currency } = fact
  const withOrder = { ...hold, orderId }
  const differs = amountMinor !== hold.totalMinor || currency !== hold.currency
  const matter = differs ? ('amount_differs' as const) : null
  const order = { ...toOrder(bench, hold, fact), state: 'paid', matter, second: 0 } as const
  const late = { ...order, state: 'late_paid', matter: 'late_paid' } as const
  const replaced = findReplaced(hold, orderId)
  const more = replaced === null ? undefined : { voidedOrderId: replaced }
  const paid =
    move(bench, withOrder, { to: 'paid', actor: shop(fact), type: 'hold:paid', order, more }) ??
    move(bench, withOrder, { to: 'late_paid', actor: shop(fact), type: 'hold:late_paid', order: late, more })
  forgiveLapses(bench, hold)
  if (!paid) throw new Error(`hold ${hold.id} could take neither paid nor late_paid`)
  if (replaced !== null) voidReplaced(bench, paid, replaced)
  bench.orders.put({ ...(paid.state === 'late_paid' ? late : order), version: paid.version })
  return paid
}

function takeDownSecond(bench: Bench, hold: HoldRecord, fact: OrderFact): HoldRecord {
  const paid = toOrder(bench, hold, fact)
  const order = { ...paid, state: 'second_payment', matter: 'second_payment', second: 1 } as const
  const version = bench.recordHold(hold, { actor: shop(fact), type: 'order:second_payment', order })
  bench.orders.put({ ...order, version })
  return hold
}

function takeDownRefund(bench: Bench, hold: HoldRecord, fact: Refunded): HoldRecord {
  const orderId = fact.orderId ?? hold.orderId
  const order = orderId === null ? undefined : bench.orders.find(orderKey({ hold_id: hold.id, order_id: orderId }))
  if (!order || UNPAID.has(order.state)) return hold
  if (order.state === 'refunded') return confirmRefund(bench, { hold, order }, fact)
  if (isPart(fact, order)) return takeDownPart(bench, { hold, order }, fact)
  return refund(bench, { hold, order }, { actor: shop(fact), units: fact.units ?? 'back' })
}

/** What staff gave back has gone back: nobody need be told of it, or do it, any more. */
function confirmRefund(
  bench: Bench,
  { hold, order }: { hold: HoldRecord; order: OrderRow },
  fact: Refunded,
): HoldRecord {
  if (order.refund === null || order.refund === 'done' || isPart(fact, order)) return hold
  const version = bench.recordHold(hold, { actor: shop(fact), type: 'order:refund_done', order })
  bench.orders.put({ ...order, refund: 'done', version })
  return hold
}

function isPart({ isPart, amountMinor }: Refunded, order: OrderRow): boolean {
  return isPart === true || (amountMinor ?? order.amount_minor) < order.amount_minor
}

/** The order stays paid and its units stay sold: what that means is for staff to say. */
function takeDownPart(
  bench: Bench,
  { hold, order }: { hold: HoldRecord; order: OrderRow },
  fact: Refunded,
): HoldRecord {
  const backMinor = fact.amountMinor ?? 0
  if (backMinor < order.back_minor) return hold
  const part = { ...order, back_minor: backMinor, matter: order.matter ?? 'part_refunded' } as const
  const version = bench.recordHold(hold, { actor: shop(fact), type: 'order:part_refunded', order: part })
  bench.orders.put({ ...part, version })
  return hold
}
