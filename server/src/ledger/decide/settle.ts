// order:settle: what staff did about an order.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { toStaffOrder } from '../../database/toThings.ts'
import type { OrderRow } from '../../database/schema.ts'
import { orderKey } from '../workingSet.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { SettleOrder } from '../ledger.ts'
import type { OutputOf } from '../requests.ts'
import { letGo, UNPAID } from './authorise.ts'
import { move } from './move.ts'
import { refund } from './refund.ts'

type Settled = OutputOf<'settleOrder'>
interface Found {
  readonly hold: HoldRecord
  readonly order: OrderRow
  readonly backMinor: number
}
type Settler = (set: WorkingSet, found: Found, actor: string) => Settled

const SETTLERS: { readonly [Choice in SettleOrder['choice']]: Settler } = {
  supply,
  refund_back: (set, found, actor) => giveMoneyBack(set, found, { actor, units: 'back' }),
  refund_gone: (set, found, actor) => giveMoneyBack(set, found, { actor, units: 'gone' }),
  refund_part: giveBackPart,
  accept,
  let_go: settleUnpaid,
}

export function decideSettle(set: WorkingSet, { showId, holdId, orderId, ...how }: SettleOrder): Settled {
  const hold = set.holds.find(holdId)
  const order = set.orders.find(orderKey({ hold_id: holdId, order_id: orderId }))
  if (!hold || !order || hold.showId !== showId) return refuse('ORDER_NOT_FOUND')
  return SETTLERS[how.choice](set, { hold, order, backMinor: how.backMinor ?? 0 }, `staff:${how.by}`)
}

function answer(set: WorkingSet, hold: HoldRecord, order: OrderRow): Settled {
  const now = set.orders.find(orderKey(order)) ?? order
  return grant(toStaffOrder({ ...now, viewer_name: hold.viewerName, via: hold.via }))
}

/** A late payment gets units after all. */
function supply(...[set, { hold, order }, actor]: Parameters<Settler>): Settled {
  if (order.state === 'paid') return answer(set, hold, order)
  if (order.state !== 'late_paid') return refuse('ORDER_SETTLED')
  const supplied = { ...order, state: 'paid', matter: null } as const
  const paid = move(set, hold, { to: 'paid', actor, type: 'hold:supplied', order: supplied })
  if (!paid) return refuse('NOT_ENOUGH_UNITS')
  set.orders.put({ ...supplied, version: paid.version })
  return answer(set, paid, order)
}

function settleUnpaid(...[set, found, actor]: Parameters<Settler>): Settled {
  const settled = letGo(set, found, actor)
  return settled.ok ? answer(set, found.hold, found.order) : settled
}

function giveMoneyBack(
  set: WorkingSet,
  { hold, order }: { hold: HoldRecord; order: OrderRow },
  how: { actor: string; units: 'back' | 'gone' },
): Settled {
  if (UNPAID.has(order.state)) return refuse('ORDER_SETTLED')
  if (order.state !== 'refunded') refund(set, { hold, order: withRefund(hold, order, how.units) }, how)
  return answer(set, hold, order)
}

/** The shop keeps the rest; the same again is asked once. */
function giveBackPart(...[set, { hold, order, backMinor }, actor]: Parameters<Settler>): Settled {
  if (order.state !== 'paid') return refuse('ORDER_SETTLED')
  if (backMinor <= order.back_minor || backMinor >= order.amount_minor) return refuse('BAD_INPUT')
  const keep = order.amount_minor - backMinor
  if (order.keep_minor === keep && (order.refund === 'asked' || order.refund === 'told'))
    return answer(set, hold, order)
  const asked = { ...order, refund: 'asked', restock: 0, keep_minor: keep } as const
  const version = set.recordHold(hold, { actor, type: 'order:refund_asked', order: asked })
  set.orders.put({ ...asked, version })
  return answer(set, hold, order)
}

/**
 * The shop is told from here on; of an order that holds more or less than the hold, staff give back what they see fit. What the
 * shop has cancelled is on its shelf already.
 */
function withRefund(hold: HoldRecord, order: OrderRow, units: 'back' | 'gone'): OrderRow {
  const isWhole = order.amount_minor === hold.totalMinor && order.currency === hold.currency
  const restock = units === 'back' && order.state !== 'cancelled' ? 1 : 0
  return { ...order, refund: isWhole ? 'asked' : 'by_hand', restock, keep_minor: 0 }
}

const ACCEPTABLE: ReadonlySet<OrderRow['matter']> = new Set(['amount_differs', 'part_refunded', 'cancelled'])

/** The amount differs from the hold's, a part of it went back, or it was cancelled, and that is all right. */
function accept(...[set, { hold, order }, actor]: Parameters<Settler>): Settled {
  if (order.matter === null) return answer(set, hold, order)
  if (!ACCEPTABLE.has(order.matter)) return refuse('ORDER_SETTLED')
  const version = set.recordHold(hold, { actor, type: 'order:accepted', order })
  set.orders.put({ ...order, matter: null, version })
  return answer(set, hold, order)
}
