// What every adapter checks of a hold before it makes a way to the shop.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HandedHold, HandedItem } from '../checkout.ts'
import { refusedByShop } from '../shopFetch.ts'

/** An item whose variant is known to the shop. */
export interface KnownItem extends HandedItem {
  readonly externalId: string
}

/** HOLD_OVER: its deadline has passed. SHOP_REFUSED: a variant was never imported from this shop. */
export function readyItems(hold: HandedHold, now: number): Outcome<readonly KnownItem[], 'HOLD_OVER' | 'SHOP_REFUSED'> {
  if (now >= hold.expiresAt) return refuse('HOLD_OVER')
  const known = hold.items.flatMap((item) =>
    item.externalId === null ? [] : [{ ...item, externalId: item.externalId }],
  )
  if (known.length === hold.items.length) return grant(known)
  return refusedByShop('a product that was never imported from this shop')
}

/** What the hold comes to. */
export function dueOf(hold: HandedHold): number {
  return hold.items.reduce((sum, { payMinor }) => sum + payMinor, 0)
}

/** What the hold comes to below the shop's own prices, as far as they are known here; 0 where it does not. */
export function discountOf(hold: HandedHold): number {
  return Math.max(0, shopTotalOf(hold) - dueOf(hold))
}

/** What is taken off the frozen prices of the units. */
export function takenOff(hold: HandedHold): number {
  return hold.items.reduce(
    (sum, { quantity, unitPriceMinor, payMinor }) => sum + quantity * unitPriceMinor - payMinor,
    0,
  )
}

export function shopTotalOf(hold: HandedHold): number {
  return hold.items.reduce((sum, { quantity, shopPriceMinor }) => sum + shopPriceMinor * quantity, 0)
}

export function unitsOf(hold: HandedHold): number {
  return hold.items.reduce((sum, { quantity }) => sum + quantity, 0)
}
