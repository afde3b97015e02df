// What a buyer is asked to pay at a real Medusa: discounts of its own, goods that take none, prices that changed, yen and dinar.
import assert from 'node:assert/strict'
import { checkedWay } from '@lantern/server/src/shops/handoff/checkedWay.ts'
import { z } from 'zod'
import { one } from './ask.ts'
import { type Driven, holdOf, itemOf, refusal, value, VISIT } from './driven.ts'

const Product = z.object({ product: z.object({ variants: z.array(z.object({ id: z.string() })).min(1) }) })
const Found = z.object({ sales_channels: z.array(z.object({ id: z.string() })).min(1) })

interface Good {
  readonly name: string
  readonly regionId: string
  readonly currency: string
  readonly amount: number
  readonly discountable?: boolean
}

async function addGood({ owner }: Driven, good: Good): Promise<{ sku: string; externalId: string }> {
  const { sales_channels } = await owner.get('/admin/sales-channels?name=Live', Found)
  const { name: sku, regionId, currency, amount, discountable = true } = good
  const prices = [{ amount, currency_code: currency, rules: { region_id: regionId } }]
  const product = {
    title: sku,
    status: 'published',
    discountable,
    sales_channels: [{ id: sales_channels[0]?.id }],
    options: [{ title: 'Kind', values: ['one'] }],
    variants: [{ title: 'one', sku, manage_inventory: false, options: { Kind: 'one' }, prices }],
  }
  const made = await owner.post('/admin/products', product, Product)
  return { sku, externalId: made.product.variants[0]?.id ?? '' }
}

/** While it lasts Medusa takes it off every cart by itself. */
async function withAutomatic({ owner }: Driven, method: object, then: () => Promise<void>): Promise<void> {
  const promotion = {
    code: `AUTO-${Date.now()}`,
    type: 'standard',
    status: 'active',
    is_automatic: true,
    is_tax_inclusive: true,
    application_method: method,
  }
  const { id } = (await owner.post('/admin/promotions', promotion, one('promotion'))).promotion
  await then()
  await owner.post(`/admin/promotions/${id}`, { status: 'inactive' }, z.unknown())
}

/** In China, where tax is in the prices: 100.00 each at the shop. */
async function driveDiscounts(driven: Driven): Promise<void> {
  const link = checkedWay(driven.adapter)
  const here = { regionId: driven.shop.regionId, currency: 'cny', amount: 100 }
  const plain = await addGood(driven, { ...here, name: 'PLAIN' })
  const firm = await addGood(driven, { ...here, name: 'FIRM', discountable: false })
  const at = (list: number, live: number, quantity = 1) => holdOf('CNY', [itemOf({ ...plain, list, live, quantity })])
  const leaves = async (name: string, hold: ReturnType<typeof at>) => {
    const way = value(name, await link(hold, VISIT))
    assert.equal(
      way.quotedMinor,
      hold.items.reduce((sum, { payMinor }) => sum + payMinor, 0),
    )
  }
  await leaves('a price that has risen since the import', at(9000, 7000))
  await leaves('a price that has risen above a hold at the shop’s own', at(9000, 9000))
  refusal('a shop that is cheaper than the hold', await link(at(12_000, 11_000), VISIT))
  refusal(
    'goods that take no discount',
    await link(holdOf('CNY', [itemOf({ ...firm, list: 10_000, live: 7000 })]), VISIT),
  )
  await leaves(
    'the others make up for them',
    holdOf('CNY', [itemOf({ ...firm, list: 10_000, live: 9000 }), itemOf({ ...plain, list: 10_000, live: 7000 })]),
  )
  refusal(
    'a hold in another currency',
    await link(holdOf('USD', [itemOf({ ...plain, list: 10_000, live: 7000 })]), VISIT),
  )
  await withAutomatic(driven, { type: 'fixed', target_type: 'order', value: 5, currency_code: 'cny' }, async () => {
    await leaves('5.00 off by the shop itself', at(10_000, 7033, 3))
    refusal('5.00 off a hold at full price', await link(at(10_000, 10_000), VISIT))
  })
  await withAutomatic(driven, { type: 'percentage', target_type: 'order', value: 10 }, () =>
    leaves('a tenth off by the shop itself', at(10_000, 7033, 3)),
  )
}

/** Regions where tax comes on top, in a currency without coins and in one with a thousand of them. */
async function driveCurrencies(driven: Driven): Promise<void> {
  for (const { currency, country, amount, list, live } of [
    { currency: 'jpy', country: 'jp', amount: 1980, list: 1980, live: 1234 },
    { currency: 'kwd', country: 'kw', amount: 12.345, list: 12_345, live: 9876 },
  ]) {
    const region = {
      name: country,
      currency_code: currency,
      countries: [country],
      payment_providers: ['pp_system_default'],
    }
    const regionId = (await driven.owner.post('/admin/regions', region, one('region'))).region.id
    const rate = { name: 'VAT', code: `vat-${country}`, rate: 10 }
    const tax = { country_code: country, provider_id: 'tp_system', default_tax_rate: rate }
    await driven.owner.post('/admin/tax-regions', tax, z.unknown())
    refusal(`a region in ${currency} before anything has a price there`, await driven.with({ regionId }).test())
    const good = await addGood(driven, { name: `IN-${currency}`, regionId, currency, amount })
    const adapter = driven.with({ regionId, locationId: null })
    const { products } = value(`the catalogue in ${currency}`, await adapter.readCatalogue())
    const read = products.flatMap(({ variants }) => variants).find(({ externalId }) => externalId === good.externalId)
    assert.equal(read?.priceMinor, list)
    const hold = holdOf(currency.toUpperCase(), [itemOf({ ...good, list, live, quantity: 3 })])
    const way = value(`a cart in ${currency}`, await checkedWay(adapter)(hold, VISIT))
    assert.equal(way.quotedMinor, 3 * live)
  }
}

export async function driveSums(driven: Driven): Promise<void> {
  await driveDiscounts(driven)
  await driveCurrencies(driven)
}
