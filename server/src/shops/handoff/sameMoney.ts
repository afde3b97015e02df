// No way to a shop that asks in another currency than the hold was granted in: nothing is sold at a wrong price.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Checkout } from '../checkout.ts'
import { checkoutOver } from '../checkoutOver.ts'
import type { ShopRecords } from '../records/shopRecords.ts'

/** As the shop was read last; where it has not been read, its cart tells. */
export function withSameMoney(checkout: Checkout, records: Pick<ShopRecords, 'readReading'>): Checkout {
  return checkoutOver(checkout, {
    async linkTo(hold, visit) {
      const inShop = (await records.readReading())?.shopCurrency ?? null
      if (inShop === null || inShop === hold.currency) return checkout.linkTo(hold, visit)
      const why = `the shop asks in ${inShop}, and this was promised in ${hold.currency}`
      return refuse('SHOP_REFUSED', { detail: { why } })
    },
  })
}
