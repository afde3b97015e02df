// The two ways to WooCommerce's checkout: its own link with a coupon of the hold, or our plugin with a signed price.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { HandedHold, ShopAdapter, ShopRefusal, Way } from '../../checkout.ts'
import { type KnownItem, shopTotalOf } from '../../handoff/handed.ts'
import { mendedWay } from '../../handoff/mendedWay.ts'
import type { WooCoupons } from './coupons.ts'
import type { WooPlugin } from './plugin.ts'

export interface WooCheckoutWay {
  readonly says: Pick<ShopAdapter, 'price' | 'quotes' | 'namesHoldBy' | 'combines'>
  make(hold: HandedHold, items: readonly KnownItem[]): Promise<Outcome<Way, ShopRefusal>>
  end(holdId: HoldId): Promise<Outcome<null, ShopRefusal>>
  test(): Promise<Outcome<null, ShopRefusal>>
}

/** No order could name its hold without a coupon, so each hold has one, also at the shop's own price. */
export function couponWay(coupons: WooCoupons, shopUrl: string): WooCheckoutWay {
  return {
    // An order is known by its coupon: two holds would be two of them, and the link takes one.
    says: { price: 'code', quotes: 'none', namesHoldBy: 'coupon', combines: false },
    async make(hold, items) {
      const code = await coupons.make(hold, items)
      if (!code.ok) return code
      const products = items.map(({ externalId, quantity }) => `${externalId}:${quantity}`).join(',')
      const href = `${shopUrl}/checkout-link/?products=${products}&coupon=${encodeURIComponent(code.value)}`
      return grant({ href, quotedMinor: null })
    },
    end: coupons.end,
    test: () => Promise.resolve(grant(null)),
  }
}

/** So much more, or less, is asked for the first of them than was frozen. */
function withTotal(items: readonly KnownItem[], totalMinor: number): readonly KnownItem[] {
  const missing = totalMinor - items.reduce((sum, { payMinor }) => sum + payMinor, 0)
  return items.map((item, index) => (index === 0 ? { ...item, payMinor: item.payMinor + missing } : item))
}

/** The buyer's link is good whatever it quotes; whether somebody is sent there is decided by whoever compares the sums. */
export function pluginWay(plugin: WooPlugin): WooCheckoutWay {
  return {
    says: { price: 'signed', quotes: 'cart', namesHoldBy: 'line_metadata', combines: true },
    make(hold, items) {
      const wayWith = async (lines: readonly KnownItem[]) => {
        const quoted = await plugin.quote(hold, lines)
        if (!quoted.ok) return quoted
        return grant({ href: await plugin.linkTo(hold, lines), quotedMinor: quoted.value })
      }
      // What another plugin takes off all of a basket is no line's own: which hold it falls on nobody could say afterwards.
      if (hold.together !== undefined) return wayWith(items)
      return mendedWay(hold, (offMinor) => wayWith(withTotal(items, shopTotalOf(hold) - offMinor)))
    },
    end: plugin.end,
    test: plugin.test,
  }
}
