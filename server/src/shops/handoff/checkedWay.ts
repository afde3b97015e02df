// No buyer leaves for a cart that comes to something else than the hold: that is refused with both sums.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Checkout, HandedHold, ShopAdapter } from '../checkout.ts'
import { toDecimal } from '../money.ts'
import { dueOf } from './handed.ts'

/** In every language: the cart's sum, the hold's. */
function whyOf({ currency }: HandedHold, quotedMinor: number, dueMinor: number): string {
  return `${toDecimal(quotedMinor, currency)} ≠ ${toDecimal(dueMinor, currency)} ${currency}`
}

/** `linkTo` of the checkout: `buildHandoff` with what is to pay compared, and the code ended where it does not fit. */
export function checkedWay(adapter: Pick<ShopAdapter, 'buildHandoff' | 'endHandoff'>): Checkout['linkTo'] {
  return async (hold, visit) => {
    const way = await adapter.buildHandoff(hold, visit)
    if (!way.ok) return way
    const { quotedMinor } = way.value
    const dueMinor = dueOf(hold)
    if (quotedMinor === null || quotedMinor === dueMinor) return way
    // One that cannot be ended now ends with its hold.
    await adapter.endHandoff(hold.id)
    const sums = { quotedMinor, dueMinor, currency: hold.currency }
    return refuse('PRICE_DIFFERS', { detail: { ...sums, why: whyOf(hold, quotedMinor, dueMinor) } })
  }
}
