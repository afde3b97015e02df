// A comment that takes back: fewer units, or none, of the viewer's own live holds of this show.
import type { Bought, OrderIntent } from '@lantern/shared/contract/commentOrders.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Hold, HoldLine } from '@lantern/shared/contract/things.ts'
import { changeHolds, lineOf, liveHolds } from './order.ts'
import type { HoldWish, Order } from './order.ts'
import { sumUp } from './outcomes.ts'

type CancelLines = Extract<OrderIntent, { kind: 'cancel' }>['lines']

/** The ledger refuses what is at the checkout. Null: everything was taken back, and there was nothing. */
export async function cancelOrder(order: Order, lines: CancelLines): Promise<Bought | null> {
  const holds = await liveHolds(order)
  const wishes = lines.length === 0 ? holds.map(letGo) : holds.flatMap((hold) => lower(hold, lines))
  const unknown = lines.some(({ offerId }) => !holds.some((hold) => lineOf(hold, offerId)))
  const outcomes = await changeHolds(order, wishes)
  return sumUp('cancelled', [...outcomes, ...(unknown ? [refuse('HOLD_NOT_FOUND')] : [])])
}

function letGo(hold: Hold): HoldWish {
  return { hold, lines: hold.lines.map(({ offerId }) => ({ offerId, quantity: 0 })) }
}

function lower(hold: Hold, wanted: CancelLines): HoldWish[] {
  const lines = wanted.flatMap(({ offerId, quantity }): HoldLine[] => {
    const held = lineOf(hold, offerId)
    return held ? [{ offerId, quantity: quantity === null ? 0 : Math.max(0, held.quantity - quantity) }] : []
  })
  return lines.length > 0 ? [{ hold, lines }] : []
}
