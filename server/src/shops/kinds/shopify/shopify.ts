// A Shopify shop: a filled cart out, a discount code as the price, signed webhooks and the Admin API back.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Clock } from '../../../kit/clock.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { ShopAdapter } from '../../checkout.ts'
import { readyItems } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { mendedWay } from '../../handoff/mendedWay.ts'
import { createRecentOrders } from '../recentOrders.ts'
import type { ShopFetch } from '../../shopFetch.ts'
import { type AddressWayNeeds, createAddressWay } from './addressWay.ts'
import { createShopifyCodes } from './codes.ts'
import { createShopifyEvents, type ShopifyEventSettings } from './events.ts'
import { createGraphql, type Graphql } from './graphql.ts'
import { createCart } from './links.ts'
import { readOrdersSince } from './orders.ts'
import { withOwnAddress } from './ownAddress.ts'
import { readMeta, readPublic, readStorefront } from './products.ts'
import { createShopifyRefunds } from './refunds.ts'
import { checkScopes } from './scopes.ts'
import { openStorefront } from './storefront.ts'
import { readStock } from './stock.ts'
import { keepWebhooks } from './webhooks.ts'
import { type AccessToken, createGrantedToken, fixedToken } from './tokens.ts'

export interface ShopifySettings extends ShopifyEventSettings, Readonly<AddressWayNeeds['config']> {
  /** Such as 2026-07. */
  readonly shopifyApiVersion: string
  /** One for browsers, or one for servers; with neither carts are made by an address, products read from products.json. */
  readonly shopifyStorefrontToken: string | null
  readonly shopifyPrivateToken: string | null
  /** With the client secret: tokens of the Admin API are got by them. */
  readonly shopifyClientId: string | null
  /** One that does not end; with neither way to a token: the shop's own price, and no polling. */
  readonly shopifyAdminToken: string | null
}

export interface ShopifyNeeds {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
  readonly clock: Clock
  readonly config: ShopifySettings
}

function adminToken({ fetchShop, clock, config }: ShopifyNeeds): AccessToken | null {
  const { shopUrl, shopifyAdminToken, shopifyClientId: clientId, shopifyClientSecret: clientSecret } = config
  if (shopifyAdminToken !== null) return fixedToken(shopifyAdminToken)
  if (clientId === null || clientSecret === null) return null
  return createGrantedToken({ fetchShop, clock, shopUrl, clientId, clientSecret })
}

function openAdmin(needs: ShopifyNeeds): Graphql | null {
  const { fetchShop, config } = needs
  const token = adminToken(needs)
  const url = `${config.shopUrl}/admin/api/${config.shopifyApiVersion}/graphql.json`
  return token === null ? null : createGraphql({ fetchShop, url, header: 'X-Shopify-Access-Token', token })
}

const Shop = z.object({ shop: z.object({ name: z.string() }) })
const SHOP = `query LanternShop { shop { name } }`

async function tryOut(api: Graphql | null) {
  if (api === null) return grant(null)
  const answer = await api(SHOP, {}, Shop)
  return answer.ok ? grant(null) : answer
}

/** Also where a scope is missing what can be registered is. */
async function keepAll(admin: Graphql, shopUrl: string, address: string) {
  const scopes = await checkScopes(admin, shopUrl)
  const kept = await keepWebhooks(admin, address)
  return scopes.ok ? kept : scopes
}

/** With an Admin token the price is a code, orders and stock can be asked for; without one the shop sells at its own price. */
function adminParts(needs: ShopifyNeeds, admin: Graphql | null) {
  const without = { ...CANNOT_BE_ASKED, price: 'none' as const, stock: 'not_exclusive' as const, codes: null }
  if (admin === null) return without
  const { names, clock, config } = needs
  const codes = createShopifyCodes(admin, names, clock)
  const reader = { names, endpointId: config.shopEndpointId }
  const readOrder = createRecentOrders({ clock, readSince: (since) => readOrdersSince(admin, since, reader) })
  const refundTo = createShopifyRefunds(admin)
  const told = { tellsOrders: true, givesBack: true, readOrder, refundTo, endHandoff: codes.end }
  const stock = { stock: 'mirrored' as const, readStock: (externalId: string) => readStock(admin, externalId) }
  const keeps = { keepWebhooks: (address: string) => keepAll(admin, config.shopUrl, address) }
  return { ...CANNOT_BE_ASKED, ...keeps, ...told, ...stock, price: 'code' as const, codes }
}

export function createShopifyAdapter(given: ShopifyNeeds): ShopAdapter {
  const hasKeys = adminToken(given) !== null
  const needs = { ...given, fetchShop: withOwnAddress(given.fetchShop, hasKeys) }
  const { fetchShop, names, clock, config } = needs
  const admin = openAdmin(needs)
  const storefrontFor = openStorefront(needs)
  const storefront = storefrontFor?.() ?? null
  const addressOf = createAddressWay(needs)
  const { codes, ...answers } = adminParts(needs, admin)

  return {
    ...answers,
    kind: 'shopify',
    // An address that fills a cart says nothing of its total.
    quotes: storefront === null ? 'none' : 'cart',
    namesHoldBy: 'cart_attribute',

    async buildHandoff(hold, visit) {
      const items = readyItems(hold, clock())
      if (!items.ok) return items
      const way = await mendedWay(hold, async (offMinor) => {
        const made =
          codes === null || offMinor === 0 ? grant(null) : await codes.make({ hold, items: items.value, offMinor })
        if (!made.ok) return made
        const cart = { hold, visit, items: items.value, name: names.nameOf(hold.id), code: made.value }
        if (storefrontFor !== null) return createCart(storefrontFor(visit.address), cart)
        return grant({ href: await addressOf(cart), quotedMinor: null })
      })
      return way.ok && clock() >= hold.expiresAt ? refuse('HOLD_OVER') : way
    },

    verifyEvent: createShopifyEvents({ config, names, canAsk: admin !== null }),
    readsCatalogue: true,
    readCatalogue: () => (storefront === null ? readPublic(fetchShop, config.shopUrl) : readStorefront(storefront)),

    async test() {
      const meta = admin === null && storefront === null ? await readMeta(fetchShop, config.shopUrl) : grant(null)
      if (!meta.ok) return meta
      const scopes = admin === null ? grant(null) : await checkScopes(admin, config.shopUrl)
      return scopes.ok ? tryOut(storefront) : scopes
    },
  }
}
