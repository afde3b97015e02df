// The Storefront API, with the token for servers or the one for browsers: with the former Shopify is told whose request it is.
import type { ShopFetch } from '../../shopFetch.ts'
import { createGraphql, type Graphql } from './graphql.ts'
import { fixedToken } from './tokens.ts'

export interface StorefrontNeeds {
  readonly fetchShop: ShopFetch
  readonly config: {
    readonly shopUrl: string
    readonly shopifyApiVersion: string
    readonly shopifyStorefrontToken: string | null
    readonly shopifyPrivateToken: string | null
  }
}

/** https://shopify.dev/docs/api/usage/authentication: without it all buyers are one to Shopify's guard against bots. */
const BUYER = 'Shopify-Storefront-Buyer-IP'

/** By the buyer's IP address, where it is known; null: there is no token. */
export function openStorefront({ fetchShop, config }: StorefrontNeeds): ((address?: string) => Graphql) | null {
  const { shopUrl, shopifyApiVersion, shopifyStorefrontToken, shopifyPrivateToken } = config
  const place = { fetchShop, url: `${shopUrl}/api/${shopifyApiVersion}/graphql.json` }
  if (shopifyPrivateToken !== null) {
    const own = { ...place, header: 'Shopify-Storefront-Private-Token', token: fixedToken(shopifyPrivateToken) }
    return (address) => createGraphql({ ...own, headers: address === undefined ? {} : { [BUYER]: address } })
  }
  if (shopifyStorefrontToken === null) return null
  const token = fixedToken(shopifyStorefrontToken)
  const open = createGraphql({ ...place, header: 'X-Shopify-Storefront-Access-Token', token })
  return () => open
}
