// The reference ledger's rules for what shops tell and what staff do about orders.
import type { InputOf } from '../requests.ts'
import { expireIfDue, forgive, moveTo } from './moves.ts'
import type { ModelHold, ModelOrder, ModelState } from './state.ts'
import { findOffer, findSale } from './state.ts'
import { granted, refused, totalOf, viewHold, viewOrder } from './views.ts'
import type { View } from './views.ts'

type Fact = InputOf<'report'>

export function report(state: ModelState, fact: Fact): View {
  const hold = state.holds.find((each) => each.id === fact.holdId)
  if (!hold) return refused('HOLD_NOT_FOUND')
  const receipt = `${fact.endpointId} ${fact.eventId}`
  if (!state.receipts.has(receipt)) takeDown(state, hold, fact)
  state.receipts.add(receipt)
  return granted(viewHold(hold))
}

function takeDown(state: ModelState, hold: ModelHold, fact: Fact): void {
  if (fact.type === 'order.paid') {
    const isNew = !findOrder(state, hold.id, fact.orderId)
    takeDownPayment(state, hold, fact)
    return isNew ? takeDownEarly(state, hold, fact.orderId) : undefined
  }
  if (fact.type === 'order.refunded') {
    const order = findOrder(state, hold.id, fact.orderId ?? hold.orderId)
    if (order) refund(state, hold, { order, units: fact.units ?? 'back' })
    else state.early.push(fact)
    return
  }
  expireIfDue(state, hold)
  if (fact.type === 'order.cancelled') cancel(state, hold, fact)
  else if (fact.type === 'checkout.left') comeBack(state, hold)
  else if (hold.state === 'held') startPaying(state, hold)
}

/** Of this order, or of the hold's own. What was cancelled before it was paid is staff's to judge. */
function takeDownEarly(state: ModelState, hold: ModelHold, orderId: string): void {
  for (const fact of state.early.filter((each) => each.holdId === hold.id)) {
    if (fact.type !== 'order.refunded' && fact.type !== 'order.cancelled') continue
    const order = findOrder(state, hold.id, fact.orderId ?? hold.orderId)
    if (order?.orderId !== orderId) continue
    if (fact.type === 'order.refunded') refund(state, hold, { order, units: fact.units ?? 'back' })
    else order.matter ??= order.state === 'refunded' ? null : 'cancelled'
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
  if (order.state === 'refunded' || order.state === 'cancelled') return
  if (fact.orderId !== undefined) {
    if (order.state !== 'second_payment') moveTo(state, hold, 'refunded')
    order.state = 'cancelled'
    order.matter = 'cancelled'
  }
  order.matter ??= 'cancelled'
}

/** The deadline is put off once. */
function startPaying(state: ModelState, hold: ModelHold): void {
  if (!moveTo(state, hold, 'paying') || hold.extended) return
  hold.extended = true
  hold.expiresAt = Math.max(hold.expiresAt, state.now + state.policy.payingMs)
}

function takeDownPayment(state: ModelState, hold: ModelHold, fact: Extract<Fact, { type: 'order.paid' }>): void {
  const { orderId, amountMinor } = fact
  if (findOrder(state, hold.id, orderId)) return
  const order = { orderId, holdId: hold.id, amountMinor }
  if (hold.orderId !== null) {
    state.orders.push({ ...order, state: 'second_payment', matter: 'second_payment' })
    return
  }
  hold.orderId = orderId
  const isPaid = moveTo(state, hold, 'paid') || !moveTo(state, hold, 'late_paid')
  forgive(state, hold.viewerId)
  const matter = amountMinor === totalOf(hold) ? null : 'amount_differs'
  state.orders.push({ ...order, state: isPaid ? 'paid' : 'late_paid', matter: isPaid ? matter : 'late_paid' })
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
  if (choice === 'refund_back') refund(state, hold, { order, units: 'back' })
  if (choice === 'refund_gone') refund(state, hold, { order, units: 'gone' })
  const refusal = choice === 'supply' ? supply(state, hold, order) : choice === 'accept' ? accept(order) : null
  return refusal ?? granted(viewOrder(order))
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
