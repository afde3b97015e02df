// A shop with a domain of its own sends the studio from one of its two addresses to the other: what to do is said with it.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { ShopFetch } from '../../shopFetch.ts'

/** APIs answer at the address that Shopify gave the shop, public pages at the domain that its buyers see. */
function wordsFor(url: string): string {
  const { pathname } = new URL(url)
  return /^\/(admin|api)\//.test(pathname)
    ? 'redirects: SHOP_URL has to be the address that Shopify gave the shop, https://….myshopify.com'
    : 'redirects: a shop with a domain of its own lists its products there alone; a Storefront token reads them here'
}

export function withOwnAddress(fetchShop: ShopFetch): ShopFetch {
  return async (request) => {
    const answer = await fetchShop(request)
    if (answer.ok || answer.detail?.['why'] !== 'redirects') return answer
    return refuse('SHOP_UNREACHABLE', { detail: { why: wordsFor(request.url) } })
  }
}
