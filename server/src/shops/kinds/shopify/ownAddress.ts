// The two addresses of a shop: the one that Shopify gave it, by which it is known, and the domain that its buyers see.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { ShopFetch } from '../../shopFetch.ts'

/** Null: the address names the shop by a domain of its own, or by one of a test. */
export function givenDomain(shopUrl: string): string | null {
  const { hostname } = new URL(shopUrl)
  return hostname.endsWith('.myshopify.com') ? hostname : null
}

const WITH_KEYS =
  'a Storefront token reads them here (Shopify’s Headless channel makes one: SHOPIFY_PRIVATE_TOKEN), or import a file of its export'
const WITHOUT_KEYS = 'set SHOP_URL to that domain, since no key is set that would need this address'

/** APIs answer at the address that Shopify gave the shop, public pages at the domain that its buyers see. */
function wordsFor(url: string, hasKeys: boolean): string {
  const { pathname } = new URL(url)
  return /^\/(admin|api)\//.test(pathname)
    ? 'redirects: SHOP_URL has to be the address that Shopify gave the shop, https://….myshopify.com'
    : `redirects: a shop with a domain of its own lists its products there alone; ${hasKeys ? WITH_KEYS : WITHOUT_KEYS}`
}

export function withOwnAddress(fetchShop: ShopFetch, hasKeys: boolean): ShopFetch {
  return async (request) => {
    const answer = await fetchShop(request)
    if (answer.ok || answer.detail?.['why'] !== 'redirects') return answer
    return refuse('SHOP_UNREACHABLE', { detail: { why: wordsFor(request.url, hasKeys) } })
  }
}
