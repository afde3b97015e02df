// Paid orders as an overlay may show them to everyone: no full name, no order number, nothing that was paid back.
import { createHash } from 'node:crypto'
import type { SoldOrder } from '@lantern/shared/contract/overlay.ts'
import type { StaffHold, StaffOrder, Offer } from '@lantern/shared/contract/things.ts'
import { shortName } from '../domain/overlay.ts'

const SHOWN = 5

export interface SoldParts {
  /** Newest first. */
  readonly orders: readonly StaffOrder[]
  readonly offers: readonly Offer[]
  readonly findHold: (holdId: string) => StaffHold | undefined
}

/** The latest five, newest first. Orders whose hold is no longer in memory are passed over. */
export function soldOrders({ orders, offers, findHold }: SoldParts): SoldOrder[] {
  const productOf = new Map(offers.map((offer) => [offer.id, offer.productId]))
  const toSold = (order: StaffOrder): SoldOrder[] => {
    const items = itemsOf(findHold(order.holdId), productOf)
    return items.length === 0 ? [] : [{ id: idOf(order), buyer: shortName(order.viewerName), items, at: order.at }]
  }
  return orders
    .filter((order) => order.state === 'paid')
    .slice(0, SHOWN)
    .flatMap(toSold)
}

function itemsOf(
  hold: StaffHold | undefined,
  productOf: ReadonlyMap<Offer['id'], Offer['productId']>,
): SoldOrder['items'] {
  const units = new Map<Offer['productId'], number>()
  for (const { offerId, quantity } of hold?.lines ?? []) {
    const productId = productOf.get(offerId)
    if (productId !== undefined) units.set(productId, (units.get(productId) ?? 0) + quantity)
  }
  return [...units].map(([productId, quantity]) => ({ productId, quantity }))
}

/** A hold's id opens its checkout: only its hash leaves. */
function idOf({ holdId, orderId }: StaffOrder): string {
  return createHash('sha256').update(`${holdId} ${orderId}`).digest('base64url').slice(0, 16)
}
