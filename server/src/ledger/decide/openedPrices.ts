// Prices that activities open: offered to what is held, counted by what is paid, brought to live holds, given back where more was paid.
import { isDeepStrictEqual } from 'node:util'
import { isOver } from '@lantern/shared/activities/states.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { ActivityRecord } from '../../activities/records.ts'
import type { OpenedPrice, PaidLine } from '../../activities/kind.ts'
import type { PaymentRow } from '../../activities/schema.ts'
import { atList, type Offered, type OfferedPrice, payMinor, totalOf } from '../../domain/adjusting.ts'
import type { HeldLine, HoldRecord } from '../../domain/hold.ts'
import type { OrderRow } from '../../database/schema.ts'
import type { Behind } from '../openedRows.ts'
import { type Draft, entryKey, type Moved, orderKey, type WorkingSet } from '../workingSet.ts'
import { enterPaid } from './enter.ts'
import { priceLines } from './price.ts'

/** Of a hold that is placed or changed while they are open. */
export function offerOpened(set: WorkingSet, { showId, lines }: Draft): Partial<Offered> {
  if (set.activities.size === 0) return {}
  const open = pricingOf(set, showId).filter(({ state }) => state === 'open')
  const prices = open.flatMap((activity) => lines.flatMap((line): OfferedPrice[] => offersFor(set, activity, line)))
  return { prices }
}

function offersFor(set: WorkingSet, activity: ActivityRecord, { offerId }: HeldLine): OfferedPrice[] {
  const { productId } = set.shelf.offer(offerId)
  const own = pricesOf(set, activity).filter((price) => price.productId === productId)
  return own.map(({ unitPriceMinor }) => ({ offerId, kind: 'step_price', ref: activity.id, unitPriceMinor }))
}

function pricingOf(set: WorkingSet, showId: ShowId): ActivityRecord[] {
  const all = [...set.activities.all()]
  return all.filter(({ show_id, kind }) => show_id === showId && set.kinds.get(kind)?.givesPrices === true)
}

function pricesOf(set: WorkingSet, activity: ActivityRecord, entries = activity.entries): readonly OpenedPrice[] {
  return set.kinds.get(activity.kind)?.pricesFor({ config: activity.config, entries }) ?? []
}

/** Its buyer counts, and what it was paid with is looked at when the activity is over. */
export function countPayment(set: WorkingSet, { hold, from, to }: Moved): void {
  const isPayment = (to === 'paid' || to === 'late_paid') && from !== 'late_paid'
  if (!isPayment || set.activities.size === 0) return
  const lines = hold.lines.map(({ offerId, quantity }) => ({ productId: set.shelf.offer(offerId).productId, quantity }))
  const own = pricingOf(set, hold.showId).filter((activity) => entryFor(set, activity, lines) !== null)
  const open = own.filter(({ state }) => state === 'open')
  for (const activity of open) count(set, activity, { hold, entry: entryFor(set, activity, lines) })
  // One alone gives back what was paid too much, however many there are.
  const [owing] = open.length > 0 ? open : own.filter((activity) => wasHeldUnder(hold, activity))
  if (!owing) return
  const waiting = { state: 'waiting', due_minor: 0, version: hold.version } as const
  set.payments.put({ activity_id: owing.id, hold_id: hold.id, show_id: hold.showId, ...waiting })
}

function entryFor(set: WorkingSet, { kind, config }: ActivityRecord, lines: readonly PaidLine[]): unknown {
  return set.kinds.get(kind)?.entersWhenPaid({ config, lines }) ?? null
}

function wasHeldUnder({ grantedAt }: HoldRecord, { opened_at, closed_at }: ActivityRecord): boolean {
  return opened_at !== null && closed_at !== null && grantedAt <= closed_at
}

/** A price that this buyer opens is told of once: the next one finds it open. */
function count(
  set: WorkingSet,
  activity: ActivityRecord,
  { hold: { viewerId }, entry }: { hold: HoldRecord; entry: unknown },
): void {
  if (set.entries.find(entryKey({ activity_id: activity.id, viewer_id: viewerId }))) return
  const before = pricesOf(set, activity)
  const entries = activity.entries + 1
  enterPaid(set, activity, { viewerId, entry })
  const prices = pricesOf(set, activity, entries)
  if (isDeepStrictEqual(prices, before)) return
  const { id: activityId, show_id, kind } = activity
  set.record(show_id, { actor: 'viewers', type: 'step:reached', payload: { activityId, kind, entries, prices } })
  set.prices.put({ activity_id: activityId, show_id, cursor: '' })
}

/** Brings a page of live holds to the prices that are open, and gives a page of payments the difference. */
export function bringOpened(set: WorkingSet): void {
  for (const page of set.behind) bringPage(set, page)
  for (const payment of [...set.payments.all()]) giveDifference(set, payment)
}

/** Whether there is more to do, soon. */
export function isBehind(set: WorkingSet): boolean {
  return [...set.prices.all()].some(({ cursor }) => cursor !== null) || set.payments.updated().length > 0
}

function bringPage(set: WorkingSet, { activityId, cursor, holdIds, isLast }: Behind): void {
  const row = set.prices.find(activityId)
  // Another process was faster, or another price opened: then it starts anew.
  if (row?.cursor !== cursor) return
  for (const id of holdIds) bring(set, set.holds.find(id))
  set.prices.put({ ...row, cursor: isLast ? null : (holdIds.at(-1) ?? null) })
}

/** Whoever is on the way to the shop has the price that was handed off. */
function bring(set: WorkingSet, hold: HoldRecord | undefined): void {
  if (hold?.state !== 'held' || set.now >= hold.expiresAt) return
  const { id: holdId, showId, viewerId, via } = hold
  const draft = {
    holdId,
    showId,
    viewerId,
    via,
    lines: hold.lines.map(atList),
    before: hold,
    coupons: 'kept',
  } as const
  const lines = priceLines(set, draft)
  const brought = { ...hold, lines, totalMinor: totalOf(lines) }
  if (brought.totalMinor >= hold.totalMinor) return
  const version = set.recordHold(brought, { actor: 'clock', type: 'hold:changed' })
  set.putChange({ hold: brought, offers: [], sales: [] }, version)
}

/** Decided once for each payment; what was given back before is not given again. */
function giveDifference(set: WorkingSet, payment: PaymentRow): void {
  const activity = set.activities.find(payment.activity_id)
  const hold = set.holds.find(payment.hold_id)
  if (payment.state !== 'waiting' || !activity || !isOver(activity.state) || !hold || hold.state === 'late_paid') return
  const { id: hold_id, orderId: order_id } = hold
  const order = order_id === null ? undefined : set.orders.find(orderKey({ hold_id, order_id }))
  const over = hold.state === 'paid' ? differenceOf(set, activity, hold) : 0
  if (over === 0 || !order) return void set.payments.put({ ...payment, state: 'even' })
  if (!isPlain(hold, order)) return void set.payments.put({ ...payment, state: 'by_hand', due_minor: over })
  askDifference(set, payment, { hold, order, over })
}

interface Owing {
  readonly hold: HoldRecord
  readonly order: OrderRow
  readonly over: number
}

function askDifference(set: WorkingSet, payment: PaymentRow, { hold, order, over }: Owing): void {
  const left = order.amount_minor - backOf(order)
  const due = Math.min(left, Math.floor((over * left) / order.amount_minor))
  if (due === 0) return void set.payments.put({ ...payment, state: 'even' })
  // An order that went back whole would let the goods go: people give it back.
  if (due === left) return void set.payments.put({ ...payment, state: 'by_hand', due_minor: due })
  const asked = { ...order, refund: 'asked', restock: 0, keep_minor: left - due } as const
  const version = set.recordHold(hold, { actor: 'clock', type: 'order:refund_asked', order: asked })
  set.orders.put({ ...asked, version })
  set.payments.put({ ...payment, state: 'asked', due_minor: due, version })
}

/** What the hold's units cost above the prices that were reached. */
function differenceOf(set: WorkingSet, activity: ActivityRecord, { lines }: HoldRecord): number {
  const prices = new Map(pricesOf(set, activity).map(({ productId, unitPriceMinor }) => [productId, unitPriceMinor]))
  return lines.reduce((sum, line) => {
    const price = prices.get(set.shelf.offer(line.offerId).productId) ?? line.unitPriceMinor
    const over = Math.max(0, line.unitPriceMinor - price) * line.quantity
    return sum + Math.min(over, payMinor(line))
  }, 0)
}

/** Else people know what belongs to whom. */
function isPlain(hold: HoldRecord, { state, amount_minor, currency, refund }: OrderRow): boolean {
  const isWhole = amount_minor === hold.totalMinor && currency === hold.currency
  return state === 'paid' && isWhole && refund !== 'by_hand' && refund !== 'failed'
}

/** What has gone back, or is on its way. */
function backOf({ amount_minor, keep_minor, back_minor, refund }: OrderRow): number {
  const told = keep_minor > 0 && refund !== null ? amount_minor - keep_minor : 0
  return Math.max(back_minor, told)
}
