// order:settle: what staff did about an order.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { toDeskOrder } from '../../database/toThings.ts'
import type { OrderRow } from '../../database/schema.ts'
import { orderKey } from '../workingSet.ts'
import type { Bench } from '../workingSet.ts'
import type { SettleOrder } from '../ledger.ts'
import type { OutputOf } from '../requests.ts'
import { letGo, UNPAID } from './authorise.ts'
import { move } from './move.ts'
import { refund } from './refund.ts'

type Settled = OutputOf<'settleOrder'>
type Settler = (bench: Bench, found: { hold: HoldRecord; order: OrderRow }, actor: string) => Settled

const SETTLERS: { readonly [Choice in SettleOrder['choice']]: Settler } = {
  supply,
  refund_back: (bench, found, actor) => giveMoneyBack(bench, found, { actor, units: 'back' }),
  refund_gone: (bench, found, actor) => giveMoneyBack(bench, found, { actor, units: 'gone' }),
  accept,
  let_go: settleUnpaid,
}

export function decideSettle(bench: Bench, { showId, holdId, orderId, choice, by }: SettleOrder): Settled {
  const hold = bench.holds.find(holdId)
  const order = bench.orders.find(orderKey({ hold_id: holdId, order_id: orderId }))
  if (!hold || !order || hold.showId !== showId) return refuse('ORDER_NOT_FOUND')
  return SETTLERS[choice](bench, { hold, order }, `staff:${by}`)
}

function answer(bench: Bench, hold: HoldRecord, order: OrderRow): Settled {
  const now = bench.orders.find(orderKey(order)) ?? order
  return grant(toDeskOrder({ ...now, viewer_name: hold.viewerName, via: hold.via }))
}

/** A late payment gets units after all. */
function supply(...[bench, { hold, order }, actor]: Parameters<Settler>): Settled {
  if (order.state === 'paid') return answer(bench, hold, order)
  if (order.state !== 'late_paid') return refuse('ORDER_SETTLED')
  const supplied = { ...order, state: 'paid', matter: null } as const
  const paid = move(bench, hold, { to: 'paid', actor, type: 'hold:supplied', order: supplied })
  if (!paid) return refuse('NOT_ENOUGH_UNITS')
  bench.orders.put({ ...supplied, version: paid.version })
  return answer(bench, paid, order)
}

function settleUnpaid(...[bench, found, actor]: Parameters<Settler>): Settled {
  const settled = letGo(bench, found, actor)
  return settled.ok ? answer(bench, found.hold, found.order) : settled
}

function giveMoneyBack(
  bench: Bench,
  { hold, order }: { hold: HoldRecord; order: OrderRow },
  how: { actor: string; units: 'back' | 'gone' },
): Settled {
  if (UNPAID.has(order.state)) return refuse('ORDER_SETTLED')
  if (order.state !== 'refunded') refund(bench, { hold, order: withRefund(hold, order, how.units) }, how)
  return answer(bench, hold, order)
}

/**
 * The shop is told from here on; of an order that holds more or less than the hold, staff give back what they see fit. What the
 * shop has cancelled is on its shelf already.
 */
function withRefund(hold: HoldRecord, order: OrderRow, units: 'back' | 'gone'): OrderRow {
  const isWhole = order.amount_minor === hold.totalMinor && order.currency === hold.currency
  const restock = units === 'back' && order.state !== 'cancelled' ? 1 : 0
  return { ...order, refund: isWhole ? 'asked' : 'by_hand', restock }
}

const ACCEPTABLE: ReadonlySet<OrderRow['matter']> = new Set(['amount_differs', 'part_refunded', 'cancelled'])

/** The amount differs from the hold's, a part of it went back, or it was cancelled, and that is all right. */
function accept(...[bench, { hold, order }, actor]: Parameters<Settler>): Settled {
  if (order.matter === null) return answer(bench, hold, order)
  if (!ACCEPTABLE.has(order.matter)) return refuse('ORDER_SETTLED')
  const version = bench.recordHold(hold, { actor, type: 'order:accepted', order })
  bench.orders.put({ ...order, matter: null, version })
  return answer(bench, hold, order)
}
