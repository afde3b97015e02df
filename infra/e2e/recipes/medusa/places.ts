// Where units are at a real Medusa: two places, keys of several sales channels, variants that are never sold out.
import assert from 'node:assert/strict'
import type { ShopAdapter } from '@lantern/server/src/shops/checkout.ts'
import { z } from 'zod'
import { one } from './ask.ts'
import { type Driven, refusal, value } from './driven.ts'

const MORE = 5
const Listed = z.object({
  reservations: z.array(z.object({ description: z.string().nullable(), quantity: z.number() })),
})
const Items = z.object({ inventory_items: z.array(z.object({ id: z.string() })).min(1) })
const Found = z.object({ sales_channels: z.array(z.object({ id: z.string() })).min(1) })
const Key = z.object({ api_key: z.object({ id: z.string(), token: z.string() }) })

async function shirtIn(adapter: ShopAdapter) {
  const { products } = value('the catalogue is read', await adapter.readCatalogue())
  const shirt = products.flatMap(({ variants }) => variants).find(({ sku }) => sku === 'SHIRT-S')
  assert(shirt?.externalId)
  return { sku: shirt.sku, externalId: shirt.externalId, stock: shirt.stock ?? 0 }
}

/** A second place of the same sales channel, with some of the same shirts. */
async function openSecond({ owner }: Driven): Promise<string> {
  const { sales_channels } = await owner.get('/admin/sales-channels?name=Live', Found)
  const place = await owner.post('/admin/stock-locations', { name: 'Store room' }, one('stock_location'))
  const { id } = place.stock_location
  await owner.post(`/admin/stock-locations/${id}/sales-channels`, { add: [sales_channels[0]?.id] }, z.unknown())
  const { inventory_items } = await owner.get('/admin/inventory-items?sku=SHIRT-S', Items)
  const level = { location_id: id, stocked_quantity: MORE }
  await owner.post(`/admin/inventory-items/${inventory_items[0]?.id}/location-levels`, level, z.unknown())
  return id
}

async function keyOf({ owner }: Driven, channels: readonly (string | undefined)[]): Promise<string> {
  const { api_key } = await owner.post('/admin/api-keys', { title: 'Other', type: 'publishable' }, Key)
  if (channels.length > 0)
    await owner.post(`/admin/api-keys/${api_key.id}/sales-channels`, { add: channels }, z.unknown())
  return api_key.token
}

async function driveKeys(driven: Driven): Promise<void> {
  const { sales_channels } = await driven.owner.get('/admin/sales-channels', Found)
  const channels = sales_channels.map(({ id }) => id)
  const live = (await driven.owner.get('/admin/sales-channels?name=Live', Found)).sales_channels[0]?.id
  const other = channels.filter((id) => id !== live)
  for (const [name, chosen] of [
    ['a key with two sales channels', channels.slice(0, 2)],
    ['a key without one', []],
    ['a key of a channel that the place does not serve', other.slice(0, 1)],
  ] as const)
    refusal(name, await driven.with({ publishableKey: await keyOf(driven, chosen) }).test())
  refusal('a secret key that is not one of this shop', await driven.with({ secretKey: 'sk_of_another' }).test())
  refusal('a publishable key of another shop', await driven.with({ publishableKey: 'pk_of_another' }).test())
}

export async function drivePlaces(driven: Driven): Promise<void> {
  const second = driven.with({ locationId: await openSecond(driven) })
  const nowhere = driven.with({ locationId: null })
  const kept = async () => {
    const { reservations } = await driven.owner.get('/admin/reservations', Listed)
    // Beside what orders have reserved.
    const ours = reservations.filter(({ description }) => description?.startsWith('Lantern') === true)
    return ours.map(({ quantity }) => quantity)
  }
  const shirt = await shirtIn(driven.adapter)
  const stocks = [(await shirtIn(second)).stock, (await shirtIn(nowhere)).stock]
  assert.deepEqual(stocks, [MORE, shirt.stock + MORE], 'each place has its own, without one it is the sum')
  value('all of the first place is set apart', await driven.adapter.setFence({ ...shirt, units: shirt.stock }))
  refusal('more than it has', await driven.adapter.setFence({ ...shirt, units: shirt.stock + 1 }))
  value('they move to the second', await second.setFence({ ...shirt, units: MORE }))
  assert.deepEqual(await kept(), [MORE])
  refusal('with no place nothing is set apart', await nowhere.setFence({ ...shirt, units: 1 }))
  value('and what was is given back', await nowhere.setFence({ ...shirt, units: 0 }))
  assert.deepEqual(await kept(), [])
  await driveKeys(driven)
}
