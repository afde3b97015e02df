// The way by a plain address: the cart link, or the shop's UCP permalink (`/buy`) where that is chosen and can name the hold.
import type { Clock } from '../../../kit/clock.ts'
import type { ShopFetch } from '../../shopFetch.ts'
import { permalink } from '../ucp/permalink.ts'
import { createProfileReader } from '../ucp/profile.ts'
import { type Cart, cartPermalink, SHOP_LOCALES } from './links.ts'

export interface AddressWayNeeds {
  readonly fetchShop: ShopFetch
  readonly clock: Clock
  readonly config: {
    readonly shopUrl: string
    readonly shopifyPermalink: 'cart' | 'buy'
    readonly ucpEndpointHost: string | null
  }
}

/** https://shopify.dev/docs/agents/carts-and-checkout/permalinks: ids of variants, codes, the language; no attributes of the cart. */
function buyLink(endpoint: string, { items, code, visit, hold }: Cart & { code: string }): string {
  return permalink(endpoint, {
    lines: items.map(({ externalId, quantity }) => ({ id: externalId, quantity })),
    query: {
      'discounts/codes/0': code,
      'context/language': SHOP_LOCALES[visit.locale],
      'attribution/utm_source': 'lantern',
      'attribution/utm_campaign': hold.showId,
      ...(hold.group !== undefined && { 'attribution/utm_term': hold.group.id }),
    },
  })
}

/**
 * A permalink carries the code alone, which then names the hold: a hold without one goes by the cart link, and so do all where the
 * shop's profile does not name a permalink, or takes no codes there.
 */
export function createAddressWay({ fetchShop, clock, config }: AddressWayNeeds): (cart: Cart) => Promise<string> {
  const profile = config.shopifyPermalink === 'buy' ? createProfileReader({ fetchShop, clock, config }) : null

  return async (cart) => {
    const { code } = cart
    const found = profile === null || code === null ? null : await profile.read()
    if (code === null || found === null || !found.ok || !found.value.takesCodes)
      return cartPermalink(config.shopUrl, cart)
    return buyLink(found.value.endpoint, { ...cart, code })
  }
}
