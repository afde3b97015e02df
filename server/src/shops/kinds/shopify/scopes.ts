// Whose token of the Admin API it is, what it may do, and what will not work without the rest.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import { refusedByShop } from '../../shopFetch.ts'
import type { Graphql } from './graphql.ts'
import { givenDomain } from './ownAddress.ts'

/** In the order of what is missed most. */
const NEEDED = {
  read_orders: 'orders are not told to the studio, and cannot be asked for',
  write_discounts: 'no price of a show can be below the shop’s',
  read_products: 'stock is not followed',
  read_inventory: 'it is not known whether a variant is counted',
  write_orders: 'no money can be given back from the studio',
  read_locations: 'refunded units come back to no shelf',
} as const satisfies Record<string, string>

const READ = `query LanternScopes {
  currentAppInstallation { accessScopes { handle } }
  shop { myshopifyDomain }
}`
const Read = z.object({
  shop: z.object({ myshopifyDomain: z.string() }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
})

/** A scope that writes reads as well: https://shopify.dev/docs/api/usage/access-scopes */
function has(granted: ReadonlySet<string>, scope: string): boolean {
  return granted.has(scope) || granted.has(scope.replace(/^read_/, 'write_'))
}

/** A shop that was renamed answers at its former address as well, and its messages name one of them. */
function otherAddress(shopUrl: string, given: string): string | null {
  const ours = givenDomain(shopUrl)
  return ours === null || ours === given
    ? null
    : `SHOP_URL has to be https://${given}, as Shopify itself names the shop`
}

/** SHOP_REFUSED names each scope that is missing, with what will not work. */
export async function checkScopes(admin: Graphql, shopUrl: string): Promise<Outcome<null, ShopRefusal>> {
  const read = await admin(READ, {}, Read)
  if (!read.ok) return read
  const other = otherAddress(shopUrl, read.value.shop.myshopifyDomain)
  if (other !== null) return refusedByShop(other)
  const granted = new Set(read.value.currentAppInstallation.accessScopes.map(({ handle }) => handle))
  const missing = Object.entries(NEEDED).filter(([scope]) => !has(granted, scope))
  if (missing.length === 0) return grant(null)
  const named = missing.map(([scope, lost]) => `${scope} (${lost})`).join(', ')
  return refusedByShop(
    `the app lacks ${named}. Select them in a new version of the app in Shopify’s Dev Dashboard, release it, and approve it in the shop`,
  )
}
