// The reference ledger's step prices: buyers are counted, live holds get what was reached, and differences go back once.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import { tellEntry } from './entering.ts'
import { tell } from './life.ts'
import type { ModelActivity, ModelDifference } from './playState.ts'
import { isFor, priceOf, putPrices, stepReached, sumOf } from './pricing.ts'
import { keepCoupon } from './rewards.ts'
import type { ModelHold, ModelOrder, ModelState } from './state.ts'
import { findOffer } from './state.ts'
import { totalOf } from './views.ts'

const OVER = ['closed', 'settled', 'cancelled']

/** Whoever pays for the product is in, once; late money counts when it comes. */
export function countPayment(state: ModelState, hold: ModelHold, from: HoldState): void {
  if ((hold.state !== 'paid' && hold.state !== 'late_paid') || from === 'late_paid') return
  const own = state.activities.filter((activity) => hold.lines.some((line) => isFor(activity, productOf(state, line))))
  const open = own.filter((activity) => activity.state === 'open')
  for (const activity of open) countBuyer(state, activity, hold.viewerId)
  const wasOpen = ({ openedAt, closedAt }: ModelActivity) =>
    openedAt !== null && closedAt !== null && hold.grantedAt <= closedAt
  const [owing] = open.length > 0 ? open : own.filter(wasOpen)
  if (owing) state.differences.push({ activityId: owing.id, holdId: hold.id, state: 'waiting', dueMinor: 0 })
}

const productOf = (state: ModelState, { offerId }: { offerId: string }) => findOffer(state, offerId).productId

function countBuyer(state: ModelState, activity: ModelActivity, viewerId: string): void {
  if (activity.entries.some((entry) => entry.viewerId === viewerId)) return
  const before = stepReached(activity)
  const fresh = { viewerId, crowd: null, requests: [], entry: {}, told: 0 }
  const entry = { ...fresh, no: activity.entries.length + 1 }
  activity.entries.push(entry)
  tellEntry(state, activity, entry)
  if (stepReached(activity) === before) return
  tell(state)
  activity.isBehind = true
}

/** Payments of activities that were over when the batch began; what is late waits for staff. */
export function findOwed({ activities, differences, holds }: ModelState): ModelDifference[] {
  const isOver = (id: string) => activities.some((each) => each.id === id && OVER.includes(each.state))
  const isLate = (id: string) => holds.some((hold) => hold.id === id && hold.state === 'late_paid')
  return differences.filter(
    ({ state, activityId, holdId }) => state === 'waiting' && isOver(activityId) && !isLate(holdId),
  )
}

/** Every hold that lives and is not on its way to the shop, in the order of their ids. */
export function bringPrices(state: ModelState): void {
  const live = state.holds.filter((hold) => hold.state === 'held' && hold.expiresAt > state.now)
  live.sort((a, b) => (state.realOf(a.id) < state.realOf(b.id) ? -1 : 1))
  for (const hold of live) {
    const priced = priceOf(state, hold, { keepsCoupon: true })
    if (sumOf(hold.lines, priced) >= totalOf(hold)) continue
    putPrices(hold.lines, priced)
    keepCoupon(state, hold)
  }
}

export function giveDifference(state: ModelState, difference: ModelDifference): void {
  const hold = state.holds.find(({ id }) => id === difference.holdId)
  const activity = state.activities.find(({ id }) => id === difference.activityId)
  const order = state.orders.find(({ holdId, orderId }) => holdId === hold?.id && orderId === hold.orderId)
  const over = hold?.state === 'paid' && activity ? overOf(state, activity, hold) : 0
  if (!hold || !order || over === 0) return settle(difference, 'even', 0)
  const isPlain = order.state === 'paid' && order.amountMinor === totalOf(hold)
  // What would all go back is for staff: the shop would let the goods go.
  if (!isPlain || over >= order.amountMinor) return settle(difference, 'by_hand', over)
  settle(difference, 'asked', over)
  askBack(order, over)
}

function settle(difference: ModelDifference, state: ModelDifference['state'], dueMinor: number): void {
  Object.assign(difference, { state, dueMinor })
}

function askBack(order: ModelOrder, askedMinor: number): void {
  Object.assign(order, { refund: 'asked', askedMinor })
}

/** What the units cost above the last step, and no more than was paid for the line. */
function overOf(state: ModelState, activity: ModelActivity, { lines }: ModelHold): number {
  const reached = stepReached(activity)
  return lines.reduce((sum, line) => {
    if (reached === null || !isFor(activity, productOf(state, line))) return sum
    const paid = line.quantity * line.unitPriceMinor - (line.coupon?.amountMinor ?? 0)
    return sum + Math.min(paid, Math.max(0, line.unitPriceMinor - reached) * line.quantity)
  }, 0)
}
