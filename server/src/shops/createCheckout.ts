// Puts the adapter of the shop kind that the settings name behind the checkout; one deployment serves one shop.
import type { Clock } from '../kit/clock.ts'
import type { Store } from '../records/store.ts'
import type { Checkout, ShopAdapter, ShopKind } from './checkout.ts'
import { createGenericAdapter, type GenericSettings } from './kinds/generic/generic.ts'
import { checkedWay } from './handoff/checkedWay.ts'
import { createHoldNames } from './handoff/holdNames.ts'
import { createMedusaAdapter } from './kinds/medusa/medusa.ts'
import { shopAddresses } from './shopAddresses.ts'
import { createShopFetch, type ShopFetch } from './shopFetch.ts'
import { createShopifyAdapter, type ShopifySettings } from './kinds/shopify/shopify.ts'
import { createUcpAdapter } from './kinds/ucp/ucp.ts'
import { createWooAdapter } from './kinds/woo/woo.ts'

export interface CheckoutSettings extends GenericSettings, ShopifySettings {
  readonly shopKind: ShopKind
  readonly ucpEndpointHost: string | null
  readonly ucpCodesUrl: string | null
  readonly wooConsumerKey: string | null
  readonly wooConsumerSecret: string | null
  readonly wooPluginSecret: string | null
  readonly wooWebhookSecret: string | null
  readonly medusaUrl: string | null
  readonly medusaPublishableKey: string | null
  readonly medusaRegionId: string | null
  readonly medusaAdminToken: string | null
  readonly medusaLocationId: string | null
}

export interface CheckoutNeeds {
  readonly store: Pick<Store, 'secret'>
  readonly clock: Clock
  readonly config: CheckoutSettings
  /** Unless told, requests go to the addresses that the settings name, and nowhere else. */
  readonly fetchShop?: ShopFetch
}

/** The settings are complete by then: a kind without what it needs does not start. */
function needed(value: string | null): string {
  if (value === null) throw new Error('a setting of the shop is missing')
  return value
}

async function createAdapter(needs: CheckoutNeeds): Promise<ShopAdapter> {
  const { store, clock, config } = needs
  const names = await createHoldNames(store)
  const fetchShop = needs.fetchShop ?? createShopFetch({ allowed: shopAddresses(config) })
  const parts = { fetchShop, names, clock }
  const makers: Record<ShopKind, () => ShopAdapter | Promise<ShopAdapter>> = {
    generic: () => createGenericAdapter({ store, clock, config, fetchShop }),
    ucp: () => createUcpAdapter({ ...parts, config }),
    shopify: () => createShopifyAdapter({ ...parts, config }),
    woo: () =>
      createWooAdapter({
        ...parts,
        config: {
          ...config,
          wooConsumerKey: needed(config.wooConsumerKey),
          wooConsumerSecret: needed(config.wooConsumerSecret),
        },
      }),
    medusa: () =>
      createMedusaAdapter({
        ...parts,
        config: {
          ...config,
          medusaUrl: needed(config.medusaUrl),
          medusaPublishableKey: needed(config.medusaPublishableKey),
          medusaRegionId: needed(config.medusaRegionId),
        },
      }),
  }
  return makers[config.shopKind]()
}

export async function createCheckout(needs: CheckoutNeeds): Promise<Checkout> {
  return toCheckout(await createAdapter(needs))
}

export function toCheckout(adapter: ShopAdapter): Checkout {
  const { kind, price, quotes, namesHoldBy, stock, tellsOrders, readsCatalogue, givesBack, combines } = adapter
  return {
    answers: { kind, price, quotes, namesHoldBy, stock, tellsOrders, readsCatalogue, givesBack, combines },
    linkTo: checkedWay(adapter),
    endHandoff: adapter.endHandoff,
    verify: adapter.verifyEvent,
    readOrder: adapter.readOrder,
    refundTo: adapter.refundTo,
    setFence: adapter.setFence,
    othersApart: adapter.othersApart,
    readStock: adapter.readStock,
    readCatalogue: adapter.readCatalogue,
    keepWebhooks: adapter.keepWebhooks,
    test: adapter.test,
    publicKeys: adapter.publicKeys,
  }
}
