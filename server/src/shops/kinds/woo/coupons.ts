// The hold's own coupon at WooCommerce: it names the hold, and it brings the price down where the live price is lower.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { HandedHold, ShopRefusal } from '../../checkout.ts'
import { discountOf, type KnownItem, shopTotalOf, takenOff } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { toDecimal } from '../../money.ts'
import type { WooApi } from './api.ts'

export interface WooCoupons {
  /** A coupon of this hold from before is replaced. */
  make(hold: HandedHold, items: readonly KnownItem[]): Promise<Outcome<string, ShopRefusal>>
  /** Nobody can use it any more; a used one stays for the shop's books. Safe to repeat. */
  end(holdId: HoldId): Promise<Outcome<null, ShopRefusal>>
}

const Coupon = z.object({ id: z.number().int().positive(), code: z.string(), usage_count: z.number().int() })
/** One whose end the shop has not taken down would be good for ever. */
const Ending = Coupon.extend({ date_expires_gmt: z.string() })

/** One product: so much off each of its units, for as many as are held. */
function perUnit(hold: HandedHold, [item]: readonly KnownItem[]) {
  const off = (item?.shopPriceMinor ?? 0) - (item?.unitPriceMinor ?? 0)
  return {
    discount_type: 'fixed_product',
    amount: toDecimal(Math.max(0, off), hold.currency),
    limit_usage_to_x_items: item?.quantity ?? 0,
  }
}

/** Several, or an amount that the units do not share evenly: one off the cart, which has to be whole for it. */
function overCart(hold: HandedHold) {
  return {
    discount_type: 'fixed_cart',
    amount: toDecimal(discountOf(hold), hold.currency),
    minimum_amount: toDecimal(shopTotalOf(hold), hold.currency),
  }
}

function toCoupon(hold: HandedHold, items: readonly KnownItem[], code: string) {
  return {
    code,
    description: `Lantern ${hold.showId}`,
    // Written by this field alone (`date_expires_gmt` is passed over without a word); the Z keeps it from being the shop's own time,
    // and milliseconds would not be read.
    date_expires: `${new Date(hold.expiresAt).toISOString().slice(0, 19)}Z`,
    usage_limit: 1,
    individual_use: true,
    product_ids: items.map(({ externalId }) => Number(externalId)),
    ...(items.length === 1 && takenOff(hold) === 0 ? perUnit(hold, items) : overCart(hold)),
  }
}

export function createWooCoupons(api: WooApi, names: HoldNames): WooCoupons {
  async function find(code: string) {
    const found = await api({ path: `coupons?code=${encodeURIComponent(code)}` }, z.array(Coupon))
    return found.ok ? grant(found.value[0] ?? null) : found
  }

  return {
    async make(hold, items) {
      const code = names.codeOf(hold.id).toLowerCase()
      const known = await find(code)
      if (!known.ok) return known
      const json = toCoupon(hold, items, code)
      const saved =
        known.value === null
          ? await api({ path: 'coupons', method: 'POST', json }, Ending)
          : await api({ path: `coupons/${known.value.id}`, method: 'PUT', json }, Ending)
      return saved.ok ? grant(code) : saved
    },

    async end(holdId) {
      const known = await find(names.codeOf(holdId).toLowerCase())
      if (!known.ok) return known
      if (known.value === null || known.value.usage_count > 0) return grant(null)
      const path = `coupons/${known.value.id}?force=true`
      const ended = await api({ path, method: 'DELETE' }, Coupon)
      return ended.ok ? grant(null) : ended
    },
  }
}
