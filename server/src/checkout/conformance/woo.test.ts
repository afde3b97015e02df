// The WooCommerce adapter keeps the promises of every adapter.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import type { ShopFetch } from '../shopFetch.ts'
import { factsOfOrder } from '../woo/orders.ts'
import { readStore } from '../woo/products.ts'
import { testAdapter } from './adapter.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { ENDPOINT } from './shopStand.ts'
import { startWoo } from './wooStand.ts'

testAdapter('WooCommerce', startWoo)
testRefunds('WooCommerce', startWoo)

test('the unsigned message by which a new webhook is tried is taken and means nothing', async () => {
  const stand = await startWoo(Date.now)
  const ping = { endpointId: ENDPOINT, body: Buffer.from('webhook_id=142'), headers: {} }

  const said = stand.adapter.verifyEvent(ping)
  const more = stand.adapter.verifyEvent({ ...ping, body: Buffer.from('webhook_id=142&order=1') })
  await stand.close()

  expect(said).toEqual({ ok: true, value: [] })
  expect(more).toMatchObject({ code: 'BAD_SIGNATURE' })
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

const paid = { type: 'order.paid', orderId: '727' }
const cancelled = { type: 'order.cancelled', orderId: '727' }

test.each([
  ['a card that failed can be tried again: no order is cancelled', ['failed', null], [{ type: 'order.cancelled' }]],
  ['cancelled unpaid it is cancelled by its number', ['cancelled', null], [cancelled]],
  ['cancelled after it was paid, both are told', ['cancelled', '2026-11-22T20:00:00'], [paid, cancelled]],
] as const)('%s', (_what, [status, date_paid], told) => {
  const line_items = [{ total: '9.00', total_tax: '0.00' }]
  const order = { id: 727, status, date_paid, currency: 'USD', prices_include_tax: false, line_items, refunds: [] }
  const names = { readCode: () => HoldId.parse('h1'), readName: () => null, nameOf: String, codeOf: String }

  const facts = factsOfOrder({ ...order, coupon_lines: [{ code: 'LT-1' }] }, { names, endpointId: ENDPOINT })

  const orders = facts.map((fact) => ({ type: fact.type, ...('orderId' in fact && { orderId: fact.orderId }) }))
  expect(orders).toEqual(told)
})
