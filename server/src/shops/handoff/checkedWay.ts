// No buyer leaves for a cart that comes to something else than the hold: that is refused with both sums.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Checkout, HandedHold, PriceAnswer, ShopAdapter } from '../checkout.ts'
import { toDecimal } from '../money.ts'
import { refusedByShop } from '../shopFetch.ts'
import { holdsOf } from './basket.ts'
import { discountOf, dueOf, shopTotalOf } from './handed.ts'

/** In every language: the cart's sum, the hold's. */
function whyOf({ currency }: HandedHold, quotedMinor: number, dueMinor: number): string {
  return `${toDecimal(quotedMinor, currency)} ≠ ${toDecimal(dueMinor, currency)} ${currency}`
}

/** What is taken off a line may be all of it, and no more: a shop that adds up would owe the buyer something. */
const isBelowNothing = ({ items }: HandedHold) =>
  items.some(({ payMinor }) => !Number.isSafeInteger(payMinor) || payMinor < 0)

/** What the buyer would be asked for, as far as it is known: by the cart, or since the shop asks its own price of everybody. */
function askedOf(hold: HandedHold, quotedMinor: number | null, price: PriceAnswer): number | null {
  return quotedMinor === null && price === 'none' && discountOf(hold) > 0 ? shopTotalOf(hold) : quotedMinor
}

/** `linkTo` of the checkout: `buildHandoff` with what is to pay compared, and the code ended where it does not fit. */
export function checkedWay(adapter: Pick<ShopAdapter, 'price' | 'buildHandoff' | 'endHandoff'>): Checkout['linkTo'] {
  return async (hold, visit) => {
    if (isBelowNothing(hold)) return refusedByShop('more is taken off a line than it comes to')
    const way = await adapter.buildHandoff(hold, visit)
    if (!way.ok) return way
    const quotedMinor = askedOf(hold, way.value.quotedMinor, adapter.price)
    const dueMinor = dueOf(hold)
    if (quotedMinor === null || quotedMinor === dueMinor) return way
    // One that cannot be ended now ends with its hold.
    await Promise.all(holdsOf(hold).map(({ id }) => adapter.endHandoff(id)))
    const sums = { quotedMinor, dueMinor, currency: hold.currency }
    return refuse('PRICE_DIFFERS', { detail: { ...sums, why: whyOf(hold, quotedMinor, dueMinor) } })
  }
}
