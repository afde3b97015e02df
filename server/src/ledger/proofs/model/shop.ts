// The reference ledger's rules for what shops tell and what staff do about orders.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { InputOf } from '../../requests.ts'
import { expireIfDue, forgive, moveTo } from './moves.ts'
import { forgetLostCoupon } from './rewards.ts'
import type { ModelHold, ModelOrder, ModelState } from './state.ts'
import { findOffer, findSale } from './state.ts'
import { granted, refused, totalOf, viewHold, viewOrder } from './views.ts'
import type { View } from './views.ts'

type Fact = InputOf<'report'>
type OrderFact = Extract<Fact, { type: 'order.authorised' | 'order.paid' }>

export function report(state: ModelState, fact: Fact): View {
  const hold = state.holds.find((each) => each.id === fact.holdId)
  if (!hold) return refused('HOLD_NOT_FOUND')
  const receipt = `${fact.endpointId} ${fact.eventId}`
  if (!state.receipts.has(receipt)) takeDown(state, hold, fact)
  state.receipts.add(receipt)
  return granted(viewHold(hold))
}

function takeDown(state: ModelState, hold: ModelHold, fact: Fact): void {
  if (fact.type === 'order.authorised') return takeDownAuthorised(state, hold, fact)
  if (fact.type === 'order.paid') return takeDownPayment(state, hold, fact)
  if (fact.type === 'order.refunded') return takeDownRefund(state, hold, fact)
  expireIfDue(state, hold)
  if (fact.type === 'order.cancelled') cancel(state, hold, fact)
  else if (fact.type === 'checkout.left') comeBack(state, hold)
  else if (hold.state === 'held') startPaying(state, hold)
}

/** What is not paid yet cannot be refunded: it waits for the payment. */
function takeDownRefund(state: ModelState, hold: ModelHold, fact: Extract<Fact, { type: 'order.refunded' }>): void {
  const order = findOrder(state, hold.id, fact.orderId ?? hold.orderId)
  if (order && !isUnpaid(order)) goBack(state, hold, { order, units: fact.units ?? 'back' })
  else state.early.push(fact)
}

/** What staff gave back is done once the shop says so. */
function goBack(state: ModelState, hold: ModelHold, back: Parameters<typeof refund>[2]): void {
  const { order } = back
  if (order.state === 'refunded' && order.refund !== null) order.refund = 'done'
  refund(state, hold, back)
}

const NO_REFUND = { refund: null, askedMinor: 0 }

/** Nothing was ever paid for it. */
function isUnpaid(order: ModelOrder | undefined): boolean {
  return !order || order.state === 'authorised' || order.state === 'voided'
}

/** Units stay with the buyer, without a deadline; where they are not free any more it waits for the money. */
function takeDownAuthorised(state: ModelState, hold: ModelHold, { orderId, amountMinor }: OrderFact): void {
  const known = findOrder(state, hold.id, orderId)
  if (hold.orderId !== null || (known && known.state !== 'voided')) return
  if (!moveTo(state, hold, 'authorised')) return
  hold.orderId = orderId
  putOrder(state, { orderId, holdId: hold.id, amountMinor, state: 'authorised', matter: null, ...NO_REFUND })
  takeDownEarly(state, hold, orderId)
}

function putOrder({ orders }: ModelState, order: ModelOrder): void {
  const known = orders.find(({ holdId, orderId }) => holdId === order.holdId && orderId === order.orderId)
  if (known) Object.assign(known, order)
  else orders.push(order)
}

/** The shop or staff wait no longer for its money. */
function end(state: ModelState, hold: ModelHold, { order, to }: { order: ModelOrder; to: HoldState }): void {
  order.state = 'voided'
  order.matter = null
  hold.orderId = null
  if (to === 'held') forgetLostCoupon(state, hold)
  moveTo(state, hold, to)
}

/** Of this order, or of the hold's own. What was cancelled before it was paid is staff's to judge. */
function takeDownEarly(state: ModelState, hold: ModelHold, orderId: string): void {
  for (const fact of state.early.filter((each) => each.holdId === hold.id)) {
    if (fact.type !== 'order.refunded' && fact.type !== 'order.cancelled') continue
    const order = findOrder(state, hold.id, fact.orderId ?? hold.orderId)
    if (order?.orderId !== orderId) continue
    if (fact.type === 'order.cancelled') order.matter ??= order.state === 'refunded' ? null : 'cancelled'
    else if (!isUnpaid(order)) goBack(state, hold, { order, units: fact.units ?? 'back' })
  }
}

function comeBack(state: ModelState, hold: ModelHold): void {
  if (hold.state === 'paying') moveTo(state, hold, 'held')
}

/** Without a number it may be an older word: staff are asked, the units stay. A second payment has no units. */
function cancel(state: ModelState, hold: ModelHold, fact: Extract<Fact, { type: 'order.cancelled' }>): void {
  const order = findOrder(state, hold.id, fact.orderId ?? hold.orderId)
  if (!order) {
    if (fact.orderId !== undefined) state.early.push(fact)
    return comeBack(state, hold)
  }
  if (['refunded', 'cancelled', 'voided'].includes(order.state)) return
  if (fact.orderId === undefined) order.matter ??= 'cancelled'
  else if (order.state === 'authorised')
    end(state, hold, { order, to: state.now < hold.expiresAt ? 'held' : 'expired' })
  else cancelPaid(state, hold, order)
}

function cancelPaid(state: ModelState, hold: ModelHold, order: ModelOrder): void {
  if (order.state !== 'second_payment') moveTo(state, hold, 'refunded')
  order.state = 'cancelled'
  order.matter = 'cancelled'
}

/** The deadline is put off once. */
function startPaying(state: ModelState, hold: ModelHold): void {
  if (!moveTo(state, hold, 'paying') || hold.extended) return
  hold.extended = true
  hold.expiresAt = Math.max(hold.expiresAt, state.now + state.policy.payingMs)
}

function takeDownPayment(state: ModelState, hold: ModelHold, fact: OrderFact): void {
  if (!isUnpaid(findOrder(state, hold.id, fact.orderId))) return
  writeDownPayment(state, hold, fact)
  takeDownEarly(state, hold, fact.orderId)
}

function writeDownPayment(state: ModelState, hold: ModelHold, { orderId, amountMinor }: OrderFact): void {
  const order = { orderId, holdId: hold.id, amountMinor, ...NO_REFUND }
  const waited = hold.state === 'authorised' ? findOrder(state, hold.id, hold.orderId) : undefined
  if (hold.orderId !== null && !waited) {
    putOrder(state, { ...order, state: 'second_payment', matter: 'second_payment' })
    return
  }
  if (waited && waited.orderId !== orderId) Object.assign(waited, { state: 'voided', matter: null })
  hold.orderId = orderId
  const isPaid = moveTo(state, hold, 'paid') || !moveTo(state, hold, 'late_paid')
  forgive(state, hold.viewerId)
  const matter = amountMinor === totalOf(hold) ? null : 'amount_differs'
  putOrder(state, { ...order, state: isPaid ? 'paid' : 'late_paid', matter: isPaid ? matter : 'late_paid' })
}

function findOrder({ orders }: ModelState, holdId: string, orderId: string | null): ModelOrder | undefined {
  return orders.find((order) => order.holdId === holdId && order.orderId === orderId)
}

/** A second payment that goes back leaves the hold alone, and so does what was cancelled before. */
function refund(
  state: ModelState,
  hold: ModelHold,
  { order, units }: { order: ModelOrder; units: 'back' | 'gone' },
): void {
  if (order.state === 'refunded') return
  const isOwn = order.state !== 'second_payment' && order.state !== 'cancelled'
  order.state = 'refunded'
  order.matter = null
  if (!isOwn) return
  for (const line of hold.lines.filter(({ takes }) => takes && units === 'gone')) {
    findOffer(state, line.offerId).allotted -= line.quantity
    const sale = findSale(state, line.saleId)
    if (sale && line.takesSale) sale.allotted -= line.quantity
  }
  moveTo(state, hold, 'refunded')
}

export function settleOrder(state: ModelState, { holdId, orderId, choice }: InputOf<'settleOrder'>): View {
  const hold = state.holds.find((each) => each.id === holdId)
  const order = findOrder(state, holdId, orderId)
  if (!hold || !order) return refused('ORDER_NOT_FOUND')
  if (choice === 'let_go') return letGo(state, hold, order)
  if (choice.startsWith('refund'))
    return giveBack(state, hold, { order, units: choice === 'refund_gone' ? 'gone' : 'back' })
  const refusal = choice === 'supply' ? supply(state, hold, order) : choice === 'accept' ? accept(order) : null
  return refusal ?? granted(viewOrder(order))
}

function giveBack(state: ModelState, hold: ModelHold, back: Parameters<typeof refund>[2]): View {
  const { order } = back
  if (isUnpaid(order)) return refused('ORDER_SETTLED')
  if (order.state !== 'refunded') tellShop(hold, order)
  refund(state, hold, back)
  return granted(viewOrder(order))
}

/** Of an order that is something else than its hold staff know what belongs to whom. */
function tellShop(hold: ModelHold, order: ModelOrder): void {
  order.refund = order.amountMinor === totalOf(hold) ? 'asked' : 'by_hand'
  order.askedMinor = 0
}

function letGo(state: ModelState, hold: ModelHold, order: ModelOrder): View {
  if (order.state === 'authorised') end(state, hold, { order, to: 'released' })
  return order.state === 'voided' ? granted(viewOrder(order)) : refused('ORDER_SETTLED')
}

function supply(state: ModelState, hold: ModelHold, order: ModelOrder): View | null {
  if (order.state === 'paid') return null
  if (order.state !== 'late_paid') return refused('ORDER_SETTLED')
  if (!moveTo(state, hold, 'paid')) return refused('NOT_ENOUGH_UNITS')
  order.state = 'paid'
  order.matter = null
  return null
}

function accept(order: ModelOrder): View | null {
  const isSerious = order.matter === 'late_paid' || order.matter === 'second_payment'
  if (isSerious) return refused('ORDER_SETTLED')
  order.matter = null
  return null
}
