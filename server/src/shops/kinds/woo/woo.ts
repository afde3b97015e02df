// A WooCommerce shop: its checkout link with the hold's own coupon out, or our plugin; signed webhooks and the REST API back.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Clock } from '../../../kit/clock.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { ShopAdapter } from '../../checkout.ts'
import { readyItems } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { createRecentOrders } from '../recentOrders.ts'
import { refusedByShop, type ShopFetch } from '../../shopFetch.ts'
import { createWooApi, type WooPlace } from './api.ts'
import { createWooCoupons } from './coupons.ts'
import { createWooEvents, type WooEventSettings } from './events.ts'
import { findInWoo } from './findings.ts'
import { readOrdersSince } from './orders.ts'
import { createWooPlugin } from './plugin.ts'
import { readStore } from './products.ts'
import { createWooRefunds } from './refunds.ts'
import { couponWay, pluginWay } from './ways.ts'
import { createWooWebhooks } from './webhooks.ts'

export interface WooNeeds {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
  readonly clock: Clock
  /** `wooPluginSecret`: null, our plugin is not installed there. */
  readonly config: WooEventSettings & WooPlace & { readonly wooPluginSecret: string | null }
}

export function createWooAdapter({ fetchShop, names, clock, config }: WooNeeds): ShopAdapter {
  const api = createWooApi(fetchShop, config)
  const { shopUrl, wooWebhookSecret: secret, wooPluginSecret } = config
  const way =
    wooPluginSecret === null
      ? couponWay(createWooCoupons(api, names), shopUrl)
      : pluginWay(createWooPlugin({ fetchShop, names, shopUrl, secret: wooPluginSecret, clock }))
  const reader = { names, endpointId: config.shopEndpointId }

  return {
    ...CANNOT_BE_ASKED,
    kind: 'woo',
    ...way.says,
    stock: 'mirrored',
    tellsOrders: true,
    givesBack: true,

    async buildHandoff(hold) {
      const items = readyItems(hold, clock())
      if (!items.ok) return items
      const made = await way.make(hold, items.value)
      return made.ok && clock() >= hold.expiresAt ? refuse('HOLD_OVER') : made
    },

    endHandoff: way.end,
    verifyEvent: createWooEvents(config, names),
    readOrder: createRecentOrders({ clock, readSince: (since) => readOrdersSince(api, since, reader) }),
    readsCatalogue: true,
    refundTo: createWooRefunds(api, names),
    ...(secret !== null && { keepWebhooks: createWooWebhooks({ api, shopUrl, secret }) }),
    readCatalogue: () => readStore(fetchShop, shopUrl),

    async test() {
      const listed = await api({ path: 'orders?per_page=1' }, z.array(z.unknown()))
      if (!listed.ok) return listed
      const found = await findInWoo(api, { needsCoupons: wooPluginSecret === null })
      if (!found.ok) return found
      const stops = found.value.filter(({ weight }) => weight === 'stops')
      return stops.length === 0 ? way.test() : refusedByShop(stops.map(({ words }) => words).join(' '))
    },
  }
}
