// Tries what the settings say of a Medusa before the first buyer does: keys, sales channel, region, stock location.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import { refusedByShop } from '../../shopFetch.ts'
import type { MedusaApi, MedusaPlace } from './api.ts'

type Tried<Value = null> = Promise<Outcome<Value, ShopRefusal>>

const Named = z.object({ id: z.string(), name: z.string() })
const Region = z.object({ region: Named.extend({ currency_code: z.string() }) })
const Keys = z.object({
  api_keys: z.array(z.object({ revoked_at: z.string().nullish(), sales_channels: z.array(Named).nullish() })),
})
const Location = z.object({ stock_location: Named.extend({ sales_channels: z.array(Named).nullish() }) })
const Orders = z.object({ orders: z.array(z.unknown()) })
const Priced = z.object({
  products: z.array(
    z.object({
      variants: z
        .array(z.object({ calculated_price: z.object({ calculated_amount: z.number().nullable() }).nullish() }))
        .nullish(),
    }),
  ),
})

const namesOf = (all: readonly z.infer<typeof Named>[]) => all.map(({ name }) => name).join(', ')

/** A cart has one sales channel: Medusa makes none with a key that has several, and takes its default one where it has none. */
async function tryKey(admin: MedusaApi, publishableKey: string): Tried<z.infer<typeof Named> | null> {
  const query = new URLSearchParams({
    token: publishableKey,
    fields: 'revoked_at,sales_channels.id,sales_channels.name',
  })
  const found = await admin({ path: `/api-keys?${query.toString()}` }, Keys)
  if (!found.ok) return found
  const [key] = found.value.api_keys
  // The Store API has taken it: a Medusa that does not list it is not asked about it.
  if (key === undefined) return grant(null)
  const channels = key.sales_channels ?? []
  const [channel] = channels
  if (channels.length > 1) {
    const why = `the publishable key has ${channels.length} sales channels (${namesOf(channels)}), and a cart takes one: make a key with one of them`
    return refusedByShop(why)
  }
  return channel === undefined ? refusedByShop('the publishable key has no sales channel: give it one') : grant(channel)
}

interface Place {
  readonly locationId: string
  readonly channel: z.infer<typeof Named> | null
}

async function tryLocation(admin: MedusaApi, { locationId, channel }: Place): Tried {
  const path = `/stock-locations/${encodeURIComponent(locationId)}?fields=id,name,sales_channels.id,sales_channels.name`
  const location = await admin({ path }, Location)
  if (!location.ok) return location
  const { name, sales_channels } = location.value.stock_location
  const served = sales_channels ?? []
  if (channel === null || served.some(({ id }) => id === channel.id)) return grant(null)
  const serves = served.length === 0 ? 'no sales channel' : namesOf(served)
  return refusedByShop(
    `the stock location ${name} serves ${serves}, and not ${channel.name}, where the publishable key sells: connect them in Medusa`,
  )
}

async function tryAdmin(admin: MedusaApi, { medusaPublishableKey, medusaLocationId: locationId }: MedusaPlace): Tried {
  const orders = await admin({ path: '/orders?limit=1' }, Orders)
  if (!orders.ok) return orders
  const channel = await tryKey(admin, medusaPublishableKey)
  if (!channel.ok) return channel
  return locationId === null ? grant(null) : tryLocation(admin, { locationId, channel: channel.value })
}

const FIRST = '100'

/** Of the first products one has to have a price there; Medusa itself says when it does not know which stock is meant. */
async function tryPrices(store: MedusaApi, region: z.infer<typeof Region>['region']): Tried {
  const fields = '*variants.calculated_price,+variants.inventory_quantity'
  const query = new URLSearchParams({ region_id: region.id, fields, limit: FIRST, offset: '0' })
  const listed = await store({ path: `/products?${query.toString()}` }, Priced)
  if (!listed.ok) return listed
  const { products } = listed.value
  if (products.length === 0) return refusedByShop('the sales channel of the publishable key has no product')
  const prices = products
    .flatMap(({ variants }) => variants ?? [])
    .map((one) => one.calculated_price?.calculated_amount)
  const where = `the region ${region.name} (${region.currency_code.toUpperCase()})`
  return prices.some((price) => typeof price === 'number')
    ? grant(null)
    : refusedByShop(`no product has a price in ${where}: choose the region that you sell in, or enter prices for it`)
}

export async function tryMedusa(parts: {
  readonly store: MedusaApi
  readonly admin: MedusaApi | null
  readonly config: MedusaPlace
}): Tried {
  const { store, admin, config } = parts
  const region = await store({ path: `/regions/${encodeURIComponent(config.medusaRegionId)}` }, Region)
  if (!region.ok) return region
  const tried = admin === null ? grant(null) : await tryAdmin(admin, config)
  return tried.ok ? tryPrices(store, region.value.region) : tried
}
