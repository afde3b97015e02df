// The WooCommerce adapter keeps the promises of every adapter.
import { HoldId, ProductId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { describe, expect, test } from 'vitest'
import { takeableOf } from '../catalogue/takeable.ts'
import { createHoldNames } from '../handoff/holdNames.ts'
import type { ShopFetch } from '../shopFetch.ts'
import { factsOfOrder } from '../kinds/woo/orders.ts'
import { WooOrder } from '../kinds/woo/orderShape.ts'
import { readStore } from '../kinds/woo/products.ts'
import { testAdapter } from './adapter.contract.ts'
import { testAdjustments } from './adjustments.contract.ts'
import { testBaskets } from './baskets.contract.ts'
import { testCarried } from './carried.contract.ts'
import { testPlaces } from './places.contract.ts'
import { testQuotes } from './quotes.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { testTroubles } from './troubles.contract.ts'
import { ENDPOINT, holdOn } from './shopStand.ts'
import { PLUGIN_SECRET } from './wooPluginSide.ts'
import { WELL_SET } from './wooSettings.ts'
import { startWoo, startWooWithPlugin } from './wooStand.ts'

testAdapter('WooCommerce', startWoo)
testRefunds('WooCommerce', startWoo)
testQuotes('WooCommerce', startWoo)
testCarried('WooCommerce', startWoo, 'nothing')
testAdapter('WooCommerce with Lantern’s plugin', startWooWithPlugin)
testRefunds('WooCommerce with Lantern’s plugin', startWooWithPlugin)
testQuotes('WooCommerce with Lantern’s plugin', startWooWithPlugin)

testTroubles('WooCommerce', startWoo)
testTroubles('WooCommerce with Lantern’s plugin', startWooWithPlugin)
testPlaces('WooCommerce', startWoo)
testPlaces('WooCommerce with Lantern’s plugin', startWooWithPlugin)

describe.each(['USD', 'JPY', 'KWD'])('in %s', (currency) => {
  testAdjustments('WooCommerce', (now) => startWoo(now, { ...WELL_SET, currency }))
  testAdjustments('WooCommerce with Lantern’s plugin', (now) => startWoo(now, { ...WELL_SET, currency }, PLUGIN_SECRET))
})

describe.each(['USD', 'JPY', 'KWD'])('in %s', (currency) => {
  testBaskets('WooCommerce with Lantern’s plugin', (now) => startWoo(now, { ...WELL_SET, currency }, PLUGIN_SECRET))
})

describe.each(['JPY', 'KWD'])('in %s', (currency) => {
  testQuotes('WooCommerce', (now) => startWoo(now, { ...WELL_SET, currency }))
  testRefunds('WooCommerce', (now) => startWoo(now, { ...WELL_SET, currency }))
})

test('the unsigned message by which a new webhook is tried is taken and means nothing', async () => {
  const stand = await startWoo(Date.now)
  const ping = { endpointId: ENDPOINT, body: Buffer.from('webhook_id=142'), headers: {} }

  const said = stand.adapter.verifyEvent(ping)
  const more = stand.adapter.verifyEvent({ ...ping, body: Buffer.from('webhook_id=142&order=1') })
  await stand.close()

  expect(said).toEqual({ ok: true, value: [] })
  expect(more).toMatchObject({ code: 'BAD_SIGNATURE' })
})

test('a shop whose settings would spoil a sale fails its test, with all that is to do', async () => {
  const options = { ...WELL_SET.options, woocommerce_enable_coupons: 'no' }
  const stand = await startWoo(Date.now, { ...WELL_SET, currency: 'KWD', options })

  const tried = await stand.adapter.test()
  await stand.close()

  expect(tried).toMatchObject({ code: 'SHOP_REFUSED' })
  expect(JSON.stringify(tried)).toMatch(/Enable coupons.*Number of decimals to 3/)
})

test('what is sent once more, as another delivery, is known by what it says', async () => {
  const stand = await startWoo(Date.now)
  const order = { id: 727, status: 'processing', currency: 'USD', prices_include_tax: false, line_items: [] }
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const code = { code: names.codeOf(HoldId.parse('h1')) }
  const deliver = (id: string) =>
    stand.adapter.verifyEvent(
      stand.sign(JSON.stringify({ ...order, coupon_lines: [code] }), {
        'x-wc-webhook-topic': 'order.updated',
        'x-wc-webhook-delivery-id': id,
      }),
    )

  const [once, again] = [deliver('b54557e4bdd94b378a5fbf7d70bcd043'), deliver('0f5e1d7c0a4b4f0c9a1d2e3f40516273')]
  await stand.close()

  expect(once).toMatchObject({ ok: true, value: [{ type: 'order.paid', eventId: 'order-727-paid' }] })
  expect(again).toEqual(once)
})

test('a plugin with another secret fails the test, and no buyer is sent to it', async () => {
  const stand = await startWoo(Date.now, WELL_SET, 'a secret that is mistyped here')

  const tried = await stand.adapter.test()
  const way = await stand.adapter.buildHandoff(holdOn(stand, Date.now()), {
    origin: 'https://live.test',
    hostname: 'live.test',
    locale: 'en',
  })
  await stand.close()

  const why = expect.stringMatching(/^status 401; WOO_PLUGIN_SECRET has to be/)
  const refused = { code: 'SHOP_REFUSED', detail: { why } }
  expect([tried, way]).toMatchObject([refused, refused])
})

test('stock of what is sold on when it has run out binds nobody', async () => {
  const stand = await startWoo(Date.now)
  const product = { id: 34, manage_stock: true, stock_quantity: -3, date_modified_gmt: '2017-03-23T20:01:14' }
  const told = (backorders_allowed: boolean) =>
    stand.adapter.verifyEvent(
      stand.sign(JSON.stringify({ ...product, backorders_allowed }), { 'x-wc-webhook-topic': 'product.updated' }),
    )

  const [soldOut, soldOn] = [told(false), told(true)]
  await stand.close()

  expect(soldOut).toMatchObject({ ok: true, value: [{ type: 'stock.changed', externalId: '34', available: 0 }] })
  expect(soldOn).toEqual({ ok: true, value: [] })
})

test.each([
  ['not told', { is_in_stock: true, low_stock_remaining: null }, null],
  ['low', { is_in_stock: true, low_stock_remaining: 2 }, 2],
  ['sold out', { is_in_stock: false, low_stock_remaining: 0 }, 0],
  ['sold on when it has run out', { is_in_stock: true, low_stock_remaining: 0 }, null],
])('stock of the catalogue that is %s', async (_what, told, stock) => {
  const prices = { price: '1105', currency_code: 'USD', currency_minor_unit: 2 }
  const item = {
    id: 34,
    name: 'Pennant',
    parent: 0,
    type: 'simple',
    variation: '',
    sku: 'P',
    prices,
    images: [],
    ...told,
  }
  const shop: ShopFetch = () => Promise.resolve(grant({ status: 200, headers: new Headers(), json: [item] }))

  const read = await readStore(shop, 'https://store.test')

  expect(read).toMatchObject({ ok: true, value: { products: [{ variants: [{ stock }] }] } })
})

test('texts that WordPress prepared for HTML are read as texts, once', async () => {
  const prices = { price: '1105', currency_code: 'USD', currency_minor_unit: 2 }
  const told = { sku: 'A&amp;B-1', prices, images: [], is_in_stock: true, low_stock_remaining: null }
  const name = 'Salt &#038; Pepper &#8211; Grandma&#8217;s Set'
  const items = [
    { ...told, id: 34, name, parent: 0, type: 'variable', variation: '' },
    {
      ...told,
      id: 36,
      name: 'Fish&Chips &amp;lt;3 &hellip; &quot;A&nbsp;B&quot;',
      parent: 0,
      type: 'simple',
      variation: '',
    },
  ]
  const variations = [{ ...told, id: 35, name, parent: 34, type: 'variation', variation: 'Color: Black &amp; White' }]
  const shop: ShopFetch = ({ url }) =>
    Promise.resolve(
      grant({ status: 200, headers: new Headers(), json: url.includes('type=variation') ? variations : items }),
    )

  const read = await readStore(shop, 'https://store.test')

  expect(read).toMatchObject({
    ok: true,
    value: {
      products: [
        { title: 'Salt & Pepper – Grandma’s Set', variants: [{ title: 'Color: Black & White', sku: 'A&B-1' }] },
        { title: 'Fish&Chips &lt;3 … "A\u00a0B"' },
      ],
    },
  })
})

test('a variation for “any” value of an attribute is left out with its reason, its sisters are taken', async () => {
  const prices = { price: '4500', currency_code: 'USD', currency_minor_unit: 2 }
  const own = { name: 'Hoodie', sku: '', prices, images: [], is_in_stock: true, low_stock_remaining: null }
  const value = (color: string | null) => [
    { name: 'Color', value: color },
    { name: 'Size', value: 'm' },
  ]
  const variations = [
    { id: 36, attributes: value('blue') },
    { id: 37, attributes: value(null) },
  ]
  const parents = [
    { ...own, id: 35, parent: 0, type: 'variable', variation: '', variations },
    { ...own, id: 45, parent: 0, type: 'variable', variation: '', variations: [{ id: 46, attributes: value(null) }] },
  ]
  const sisters = [
    { ...own, id: 36, parent: 35, type: 'variation', variation: 'Color: Blue, Size: M' },
    { ...own, id: 37, parent: 35, type: 'variation', variation: 'Color: Any Color, Size: M' },
    { ...own, id: 46, parent: 45, type: 'variation', variation: 'Color: Any Color, Size: M' },
  ]
  const shop: ShopFetch = ({ url }) =>
    Promise.resolve(
      grant({ status: 200, headers: new Headers(), json: url.includes('type=variation') ? sisters : parents }),
    )

  const read = await readStore(shop, 'https://store.test')
  const taken = read.ok ? takeableOf(read.value, () => ProductId.parse('p1')) : null

  expect(taken?.products.map(({ variants }) => variants.map(({ externalId }) => externalId))).toEqual([['36'], []])
  expect(taken?.skipped).toEqual([
    { product: 'Hoodie (Color: Any Color, Size: M)', why: 'openOption' },
    { product: 'Hoodie', why: 'openOption' },
  ])
})

const named = { readCode: () => HoldId.parse('h1'), readName: () => null, nameOf: String, codeOf: String }
const CAD = { total: '0.884956', total_tax: '0.12', taxes: [{ total: '0.115044' }] }
const TWO_TAXES = { total: '0.869565', total_tax: '0.14', taxes: [{ total: '0.043478' }, { total: '0.086957' }] }
const YEN = { total: '92.592593', total_tax: '7', taxes: [{ total: '7.407407' }] }

test.each([
  ['CAD', CAD, 2, 200],
  ['CAD', CAD, 3, 300],
  ['CAD', CAD, 5, 500],
  ['CAD', TWO_TAXES, 7, 700],
  ['JPY', YEN, 3, 300],
  ['CAD', { total: '0.88', total_tax: '0.12', taxes: [] }, 3, 300],
  ['CAD', { total: '0.88', total_tax: '0.12', taxes: [{ total: '0.115044' }] }, 3, 300],
  ['CAD', { total: '10', total_tax: '1.9', taxes: [{ total: '1.9' }] }, 3, 3570],
  ['JPY', { total: '93', total_tax: '7', taxes: [{ total: '7.407407' }] }, 3, 300],
  ['KWD', { total: '0.952381', total_tax: '0.048', taxes: [{ total: '0.047619' }] }, 7, 7000],
  ['HUF', { total: '1016', total_tax: '274', taxes: [{ total: '274.330709' }] }, 3, 387_000],
  ['CAD', { total: '0.88', total_tax: '0.12', taxes: [{ total: '' }, { total: '0.12' }] }, 3, 300],
])(
  'tax inside the prices of %s is summed as finely as the prices: %j, %i lines',
  (currency, line, ...[lines, minor]) => {
    const line_items = Array.from({ length: lines }, () => line)
    const told = { id: 727, status: 'processing', currency, prices_include_tax: true, line_items, refunds: [] }

    const order = WooOrder.parse({ ...told, coupon_lines: [{ code: 'LT-1' }] })
    const { facts } = factsOfOrder(order, { names: named, endpointId: ENDPOINT })

    expect(facts).toMatchObject([{ type: 'order.paid', amountMinor: minor }])
  },
)

const paid = { type: 'order.paid', orderId: '727' }
const cancelled = { type: 'order.cancelled', orderId: '727' }

test.each([
  ['a card that failed can be tried again: no order is cancelled', ['failed', null], [{ type: 'order.cancelled' }]],
  ['cancelled unpaid it is cancelled by its number', ['cancelled', null], [cancelled]],
  ['cancelled after it was paid, both are told', ['cancelled', '2026-11-22T20:00:00'], [paid, cancelled]],
] as const)('%s', (_what, [status, date_paid], told) => {
  const line_items = [{ total: '9.00', total_tax: '0.00', taxes: [] }]
  const order = { id: 727, status, date_paid, currency: 'USD', prices_include_tax: false, line_items, refunds: [] }

  const read = WooOrder.parse({ ...order, coupon_lines: [{ code: 'LT-1' }] })
  const { facts } = factsOfOrder(read, { names: named, endpointId: ENDPOINT })

  const orders = facts.map((fact) => ({ type: fact.type, ...('orderId' in fact && { orderId: fact.orderId }) }))
  expect(orders).toEqual(told)
})
