// A WooCommerce shop: its checkout link out, the hold's own coupon as name and price, signed webhooks and the REST API back.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Clock } from '../../../kit/clock.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { ShopAdapter } from '../../checkout.ts'
import { type KnownItem, readyItems } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { createRecentOrders } from '../recentOrders.ts'
import { refusedByShop, type ShopFetch } from '../../shopFetch.ts'
import { createWooApi, type WooPlace } from './api.ts'
import { createWooCoupons } from './coupons.ts'
import { createWooEvents, type WooEventSettings } from './events.ts'
import { findInWoo } from './findings.ts'
import { readOrdersSince } from './orders.ts'
import { readStore } from './products.ts'
import { createWooRefunds } from './refunds.ts'
import { createWooWebhooks } from './webhooks.ts'

export interface WooNeeds {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
  readonly clock: Clock
  readonly config: WooEventSettings & WooPlace
}

function checkoutLink(shopUrl: string, items: readonly KnownItem[], code: string): string {
  const products = items.map(({ externalId, quantity }) => `${externalId}:${quantity}`).join(',')
  return `${shopUrl}/checkout-link/?products=${products}&coupon=${encodeURIComponent(code)}`
}

/** No order could name its hold without a coupon, so each hold has one, also at the shop's own price. */
export function createWooAdapter({ fetchShop, names, clock, config }: WooNeeds): ShopAdapter {
  const api = createWooApi(fetchShop, config)
  const coupons = createWooCoupons(api, names)
  const { wooWebhookSecret: secret } = config
  const reader = { names, endpointId: config.shopEndpointId }

  return {
    ...CANNOT_BE_ASKED,
    kind: 'woo',
    price: 'code',
    namesHoldBy: 'coupon',
    stock: 'mirrored',
    tellsOrders: true,
    givesBack: true,

    async buildHandoff(hold) {
      const items = readyItems(hold, clock())
      if (!items.ok) return items
      const code = await coupons.make(hold, items.value)
      if (!code.ok) return code
      if (clock() >= hold.expiresAt) return refuse('HOLD_OVER')
      return grant({ href: checkoutLink(config.shopUrl, items.value, code.value), quotedMinor: null })
    },

    endHandoff: coupons.end,
    verifyEvent: createWooEvents(config, names),
    readOrder: createRecentOrders({ clock, readSince: (since) => readOrdersSince(api, since, reader) }),
    readsCatalogue: true,
    refundTo: createWooRefunds(api),
    ...(secret !== null && { keepWebhooks: createWooWebhooks({ api, shopUrl: config.shopUrl, secret }) }),
    readCatalogue: () => readStore(fetchShop, config.shopUrl),

    async test() {
      const listed = await api({ path: 'orders?per_page=1' }, z.array(z.unknown()))
      if (!listed.ok) return listed
      const found = await findInWoo(api, { needsCoupons: true })
      if (!found.ok) return found
      const stops = found.value.filter(({ weight }) => weight === 'stops')
      return stops.length === 0 ? grant(null) : refusedByShop(stops.map(({ words }) => words).join(' '))
    },
  }
}
