// An order that its shop does not fulfil: its units go back, and staff see that its money does where it was paid.
import type { HoldRecord } from '../../domain/hold.ts'
import type { OrderRow } from '../../database/schema.ts'
import { orderKey } from '../workingSet.ts'
import type { WorkingSet } from '../workingSet.ts'
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
export function takeDownCancel(set: WorkingSet, hold: HoldRecord, fact: Cancelled): boolean {
  const orderId = fact.orderId ?? hold.orderId
  const order = orderId === null ? undefined : set.orders.find(orderKey({ hold_id: hold.id, order_id: orderId }))
  if (!order) return false
  if (OVER.has(order.state)) return true
  if (fact.orderId === undefined) doubt(set, { hold, order }, fact)
  else if (order.state === 'authorised') voidOrder(set, { hold, order }, `shop:${fact.endpointId}`)
  else cancel(set, { hold, order }, fact)
  return true
}

/** A second payment has no units. The order is refunded once the shop says so, or staff do. */
function cancel(set: WorkingSet, { hold, order }: Found, { endpointId }: Cancelled): void {
  const over = { ...order, state: 'cancelled', matter: 'cancelled' } as const
  const actor = `shop:${endpointId}`
  if (order.second === 1) {
    set.orders.put({ ...over, version: set.recordHold(hold, { actor, type: 'order:cancelled', order: over }) })
    return
  }
  const undone = move(set, hold, { to: 'refunded', actor, type: 'hold:cancelled', order: over })
  if (!undone) throw new Error(`hold ${hold.id} could not give its units back`)
  set.orders.put({ ...over, version: undone.version })
}

/** It may be an older word about the same buyer, who came back and paid: staff are asked, and nobody else gets the units. */
function doubt(set: WorkingSet, { hold, order }: Found, { endpointId }: Cancelled): void {
  if (order.matter !== null) return
  const event = { actor: `shop:${endpointId}`, type: 'order:cancel_doubted', order } as const
  set.orders.put({ ...order, matter: 'cancelled', version: set.recordHold(hold, event) })
}
