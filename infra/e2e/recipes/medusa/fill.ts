// Fills an empty Medusa: a region, one product in two sizes with stock, free delivery, a payment that is settled by hand, keys.
import { z } from 'zod'
import { type Caller, createCaller, one } from './ask.ts'

export interface FilledShop {
  readonly url: string
  readonly regionId: string
  readonly locationId: string
  readonly publishableKey: string
  readonly secretKey: string
}

export interface Owner {
  readonly email: string
  readonly password: string
}

export const UNITS = 10
export const PRICE = 199
const TAX_PERCENT = 13

const Key = z.object({ api_key: z.object({ id: z.string(), token: z.string() }) })

export async function logIn(url: string, { email, password }: Owner): Promise<Caller> {
  const door = createCaller(url, {})
  const { token } = await door.post('/auth/user/emailpass', { email, password }, z.object({ token: z.string() }))
  return createCaller(url, { authorization: `Bearer ${token}` })
}

export async function fillShop(url: string, admin: Caller): Promise<FilledShop> {
  const region = {
    name: 'China',
    currency_code: 'cny',
    countries: ['cn'],
    payment_providers: ['pp_system_default'],
    is_tax_inclusive: true,
  }
  // As in most of the world: the price that is shown has the tax in it.
  const regionId = (await admin.post('/admin/regions', region, one('region'))).region.id
  const rate = { name: 'VAT', code: 'vat', rate: TAX_PERCENT }
  await admin.post(
    '/admin/tax-regions',
    { country_code: 'cn', provider_id: 'tp_system', default_tax_rate: rate },
    z.unknown(),
  )
  const channelId = (await admin.post('/admin/sales-channels', { name: 'Live' }, one('sales_channel'))).sales_channel.id
  const locationId = (await admin.post('/admin/stock-locations', { name: 'Shop' }, one('stock_location')))
    .stock_location.id
  await admin.post(`/admin/stock-locations/${locationId}/sales-channels`, { add: [channelId] }, z.unknown())
  const published = await admin.post('/admin/api-keys', { title: 'Live', type: 'publishable' }, Key)
  await admin.post(`/admin/api-keys/${published.api_key.id}/sales-channels`, { add: [channelId] }, z.unknown())
  const secret = await admin.post('/admin/api-keys', { title: 'Lantern', type: 'secret' }, Key)
  const profileId = await openDelivery(admin, locationId)
  await addShirt(admin, { channelId, profileId, locationId, regionId })
  return { url, regionId, locationId, publishableKey: published.api_key.token, secretKey: secret.api_key.token }
}

const Sets = z.object({ stock_location: z.object({ fulfillment_sets: z.array(z.object({ id: z.string() })).min(1) }) })
const Zones = z.object({ fulfillment_set: z.object({ service_zones: z.array(z.object({ id: z.string() })).min(1) }) })
const Profiles = z.object({ shipping_profiles: z.array(z.object({ id: z.string() })) })

/** The id of the shipping profile. */
async function openDelivery(admin: Caller, locationId: string): Promise<string> {
  const location = `/admin/stock-locations/${locationId}`
  await admin.post(`${location}/fulfillment-providers`, { add: ['manual_manual'] }, z.unknown())
  await admin.post(`${location}/fulfillment-sets`, { name: 'Parcels', type: 'shipping' }, z.unknown())
  const { stock_location } = await admin.get(`${location}?fields=*fulfillment_sets`, Sets)
  const [set] = stock_location.fulfillment_sets
  const zone = { name: 'China', geo_zones: [{ type: 'country', country_code: 'cn' }] }
  const { fulfillment_set } = await admin.post(`/admin/fulfillment-sets/${set?.id}/service-zones`, zone, Zones)
  const known = await admin.get('/admin/shipping-profiles', Profiles)
  const profileId = known.shipping_profiles[0]?.id ?? (await addProfile(admin))
  const option = {
    name: 'Parcel',
    service_zone_id: fulfillment_set.service_zones[0]?.id,
    shipping_profile_id: profileId,
    provider_id: 'manual_manual',
    price_type: 'flat',
    type: { label: 'Parcel', description: 'Parcel', code: 'parcel' },
    prices: [{ currency_code: 'cny', amount: 0 }],
  }
  await admin.post('/admin/shipping-options', option, z.unknown())
  return profileId
}

async function addProfile(admin: Caller): Promise<string> {
  const made = await admin.post('/admin/shipping-profiles', { name: 'Goods', type: 'default' }, one('shipping_profile'))
  return made.shipping_profile.id
}

interface Shelf {
  readonly regionId: string
  readonly channelId: string
  readonly profileId: string
  readonly locationId: string
}

async function addShirt(admin: Caller, { channelId, profileId, locationId, regionId }: Shelf): Promise<void> {
  const sizes = ['S', 'M']
  const product = {
    title: 'Linen shirt',
    status: 'published',
    shipping_profile_id: profileId,
    sales_channels: [{ id: channelId }],
    options: [{ title: 'Size', values: sizes }],
    variants: sizes.map((size) => ({
      title: size,
      sku: `SHIRT-${size}`,
      manage_inventory: true,
      options: { Size: size },
      // A price of the currency alone follows the setting of the currency, not that of the region.
      prices: [{ amount: PRICE, currency_code: 'cny', rules: { region_id: regionId } }],
    })),
  }
  await admin.post('/admin/products', product, z.unknown())
  const Items = z.object({ inventory_items: z.array(z.object({ id: z.string() })).length(1) })
  for (const size of sizes) {
    const { inventory_items } = await admin.get(`/admin/inventory-items?sku=SHIRT-${size}`, Items)
    const level = { location_id: locationId, stocked_quantity: UNITS }
    await admin.post(`/admin/inventory-items/${inventory_items[0]?.id}/location-levels`, level, z.unknown())
  }
}
