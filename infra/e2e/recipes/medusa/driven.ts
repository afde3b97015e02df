// What the parts of the recipe share: our adapter against the Medusa that was started, with any of its settings changed.
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HandedHold, HandedItem, ShopAdapter } from '@lantern/server/src/shops/checkout.ts'
import { createHoldNames } from '@lantern/server/src/shops/handoff/holdNames.ts'
import { createMedusaAdapter } from '@lantern/server/src/shops/kinds/medusa/medusa.ts'
import { createShopFetch } from '@lantern/server/src/shops/shopFetch.ts'
import { type Caller, createCaller } from './ask.ts'
import type { FilledShop } from './fill.ts'

const HOLD_MS = 600_000
/** A machine that is busy with other things takes its time. */
const PATIENCE_MS = 60_000
export const VISIT = { origin: 'http://localhost', hostname: 'localhost', locale: 'en' } as const

export interface Driven {
  readonly shop: FilledShop
  readonly owner: Caller
  readonly store: Caller
  readonly adapter: ShopAdapter
  /** The same studio with other settings. */
  with(changes: Partial<Omit<FilledShop, 'locationId'> & { readonly locationId: string | null }>): ShopAdapter
}

export async function createDriven(shop: FilledShop, owner: Caller): Promise<Driven> {
  const names = await createHoldNames({ secret: (_name, make) => make() })
  const fetchShop = createShopFetch({ allowed: [shop.url], timeoutMs: PATIENCE_MS })
  const settings: Driven['with'] = (changes) => {
    const place = { ...shop, ...changes }
    const config = {
      shopUrl: 'https://storefront.example',
      shopEndpointId: 'shop',
      shopWebhookSecret: null,
      medusaUrl: place.url,
      medusaPublishableKey: place.publishableKey,
      medusaRegionId: place.regionId,
      medusaAdminToken: place.secretKey,
      medusaLocationId: place.locationId,
    }
    return createMedusaAdapter({ fetchShop, names, clock: Date.now, config })
  }
  const store = createCaller(shop.url, { 'x-publishable-api-key': shop.publishableKey })
  return { shop, owner, store, adapter: settings({}), with: settings }
}

export function value<Value>(name: string, outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${name}: ${outcome.code} ${JSON.stringify(outcome)}`)
  console.log(`ok: ${name}`)
  return outcome.value
}

/** Throws where it was granted after all. */
export function refusal(name: string, outcome: Outcome<unknown>): string {
  if (outcome.ok) throw new Error(`${name}: granted`)
  const why = `${outcome.code} ${JSON.stringify(outcome.detail?.['why'])}`
  console.log(`ok: ${name}: ${why}`)
  return why
}

export function holdOf(currency: string, items: readonly HandedItem[]): HandedHold {
  return {
    id: HoldId.parse(`recipe-${crypto.randomUUID()}`),
    showId: ShowId.parse('autumn'),
    viewerId: 'viewer',
    currency,
    expiresAt: Date.now() + HOLD_MS,
    via: 'a-link',
    items,
  }
}

export interface Offered {
  readonly sku: string
  readonly externalId: string
  readonly list: number
  readonly live: number
  readonly quantity?: number
}

/** In minor units: what the shop asked when it was imported, and the show's price. */
export const itemOf = ({ sku, externalId, list, live, quantity = 1 }: Offered): HandedItem => ({
  sku,
  externalId,
  quantity,
  unitPriceMinor: live,
  payMinor: live * quantity,
  shopPriceMinor: list,
})

export const cartOf = (href: string) => new URL(href).searchParams.get('cart_id') ?? ''
