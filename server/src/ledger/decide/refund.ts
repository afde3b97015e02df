// A refund in the working set: the order, the hold and its units, which go back on sale or are gone.
import { canMove } from '../../domain/hold.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { allot } from '../../domain/pool.ts'
import type { OrderRow } from '../../database/schema.ts'
import type { WorkingSet } from '../workingSet.ts'
import { move } from './move.ts'
import { loseShared } from './stocks.ts'

interface Refund {
  readonly actor: string
  readonly units: 'back' | 'gone'
}

interface Refunded {
  readonly hold: HoldRecord
  readonly order: OrderRow
}

/** A second payment that goes back touches no units, nor does a cancelled one. Answers the hold as it is then. */
export function refund(set: WorkingSet, { hold, order }: Refunded, { actor, units }: Refund): HoldRecord {
  const back = { ...order, state: 'refunded', matter: null } as const
  if (order.second === 1 || order.state === 'cancelled') {
    set.orders.put({ ...back, version: set.recordHold(hold, { actor, type: 'order:refunded', order: back }) })
    return hold
  }
  if (!canMove(hold.state, 'refunded')) return hold
  const refunded = move(set, hold, { to: 'refunded', actor, type: 'hold:refunded', order: back, more: { units } })
  if (!refunded) return hold
  set.orders.put({ ...back, version: refunded.version })
  if (units === 'gone') removeUnits(set, hold)
  return refunded
}

/** Takes away what the hold has just given back, at offer and sale. */
function removeUnits(set: WorkingSet, before: HoldRecord): void {
  for (const line of before.lines.filter(({ takes }) => takes)) {
    const offer = set.shelf.offer(line.offerId)
    loseShared(set, offer, line.quantity)
    set.offers.put(allot(offer, offer.allotted - line.quantity))
    if (line.saleId === null || !line.takesSale) continue
    const sale = set.shelf.sale(line.saleId)
    set.sales.put(allot(sale, sale.allotted - line.quantity))
  }
}
