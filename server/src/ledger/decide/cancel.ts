// An order that its shop does not fulfil: its units go back, and staff see that its money does where it was paid.
import type { HoldRecord } from '../../domain/hold.ts'
import type { OrderRow } from '../../database/schema.ts'
import { orderKey } from '../workingSet.ts'
import type { Bench } from '../workingSet.ts'
import type { ShopFact } from '../ledger.ts'
import { voidOrder } from './authorise.ts'
import { move } from './move.ts'

type Cancelled = Extract<ShopFact, { type: 'order.cancelled' }>

interface Found {
  readonly hold: HoldRecord
  readonly order: OrderRow
}

const OVER: ReadonlySet<OrderRow['state']> = new Set(['voided', 'cancelled', 'refunded'])

/** False: it is about no order that we know. */
export function takeDownCancel(bench: Bench, hold: HoldRecord, fact: Cancelled): boolean {
  const orderId = fact.orderId ?? hold.orderId
  const order = orderId === null ? undefined : bench.orders.find(orderKey({ hold_id: hold.id, order_id: orderId }))
  if (!order) return false
  if (OVER.has(order.state)) return true
  if (fact.orderId === undefined) doubt(bench, { hold, order }, fact)
  else if (order.state === 'authorised') voidOrder(bench, { hold, order }, `shop:${fact.endpointId}`)
  else cancel(bench, { hold, order }, fact)
  return true
}

/** A second payment has no units. The order is refunded once the shop says so, or staff do. */
function cancel(bench: Bench, { hold, order }: Found, { endpointId }: Cancelled): void {
  const over = { ...order, state: 'cancelled', matter: 'cancelled' } as const
  const actor = `shop:${endpointId}`
  if (order.second === 1) {
    bench.orders.put({ ...over, version: bench.recordHold(hold, { actor, type: 'order:cancelled', order: over }) })
    return
  }
  const undone = move(bench, hold, { to: 'refunded', actor, type: 'hold:cancelled', order: over })
  if (!undone) throw new Error(`hold ${hold.id} could not give its units back`)
  bench.orders.put({ ...over, version: undone.version })
}

/** It may be an older word about the same buyer, who came back and paid: staff are asked, and nobody else gets the units. */
function doubt(bench: Bench, { hold, order }: Found, { endpointId }: Cancelled): void {
  if (order.matter !== null) return
  const event = { actor: `shop:${endpointId}`, type: 'order:cancel_doubted', order } as const
  bench.orders.put({ ...order, matter: 'cancelled', version: bench.recordHold(hold, event) })
}
