// An order by comment: a new hold, or more units in the one there is, where the comment says how many.
import type { Bought } from '@lantern/shared/contract/commentOrders.ts'
import type { Hold, HoldLine } from '@lantern/shared/contract/things.ts'
import { changeHolds, lineOf, liveHolds, place } from './order.ts'
import type { HoldWish, Order } from './order.ts'
import { refusedBy, sumUp } from './outcomes.ts'
import type { OrderReader } from './orderReader.ts'

/**
 * "A1" held already is the same wish again; "A1+1" asks for one more (decision 012). Offers that are not held yet become
 * the comment's own hold, all or nothing.
 */
export async function placeOrder(
  order: Order,
  lines: readonly HoldLine[],
  reader: OrderReader,
): Promise<Bought | null> {
  const outcome = await place(order, lines)
  if (outcome.ok) return sumUp('held', [outcome])
  if (outcome.code !== 'ALREADY_HELD') return refusedBy(outcome)

  const holds = await liveHolds(order)
  const isHeld = ({ offerId }: HoldLine) => holds.some((hold) => lineOf(hold, offerId))
  const counted = reader.readCounted(order.comment.text)
  const more = counted.kind === 'buy' ? counted.lines.filter(isHeld) : []
  const fresh = lines.filter((line) => !isHeld(line))
  if (fresh.length + more.length === 0) return refusedBy(outcome)
  const placed = fresh.length > 0 ? [await place(order, fresh)] : []
  return sumUp('held', [...placed, ...(await changeHolds(order, raise(holds, more)))])
}

function raise(holds: readonly Hold[], more: readonly HoldLine[]): HoldWish[] {
  return holds.flatMap((hold) => {
    const lines = more.flatMap(({ offerId, quantity }) => {
      const held = lineOf(hold, offerId)
      return held ? [{ offerId, quantity: held.quantity + quantity }] : []
    })
    return lines.length > 0 ? [{ hold, lines }] : []
  })
}
