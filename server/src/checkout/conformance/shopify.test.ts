// The Shopify adapter keeps the promises of every adapter, with all tokens and with none.
import { grant } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { testAdapter } from './adapter.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { readStorefront } from '../shopify/products.ts'
import { readStock } from '../shopify/stock.ts'
import { startShopify } from './shopifyStand.ts'

testAdapter('Shopify', (now) => startShopify(now, { admin: true, storefront: true }))
testRefunds('Shopify', (now) => startShopify(now, { admin: true, storefront: true }))
testAdapter('Shopify cart permalink', (now) => startShopify(now, { admin: true, storefront: false }))
testRefunds('Shopify cart permalink', (now) => startShopify(now, { admin: true, storefront: false }))
testAdapter('Shopify without tokens', (now) => startShopify(now, { admin: false, storefront: false }))
testRefunds('Shopify without tokens', (now) => startShopify(now, { admin: false, storefront: false }))

test('a refund that does not name its hold asks for its order; a test message of the shop is taken', async () => {
  const stand = await startShopify(Date.now, { admin: true, storefront: true })
  const { verifyEvent } = stand.adapter
  const refund = stand.sign('{"id":890088186047892319,"order_id":5940139491234}', {
    'x-shopify-topic': 'refunds/create',
  })

  const said = verifyEvent(refund)
  await stand.close()

  expect(said).toMatchObject({ ok: true, value: [{ type: 'order.changed', orderId: '5940139491234' }] })
})

const TRACKED = { inventoryPolicy: 'DENY', sellableOnlineQuantity: -2, inventoryItem: { tracked: true } }

test.each([
  ['sold out, also below nothing', TRACKED, 0],
  ['not counted', { ...TRACKED, inventoryItem: { tracked: false } }, null],
  ['sold on when it has run out', { ...TRACKED, inventoryPolicy: 'CONTINUE' }, null],
  ['gone', null, null],
])('stock that is %s', async (_what, productVariant, units) => {
  const read = await readStock(
    (_query, _variables, schema) => Promise.resolve(grant(schema.parse({ productVariant }))),
    '7',
  )

  expect(read).toEqual({ ok: true, value: units })
})

test.each([
  ['counted', { availableForSale: true, quantityAvailable: 3 }, 3],
  ['sold out', { availableForSale: false, quantityAvailable: 0 }, 0],
  ['not counted', { availableForSale: true, quantityAvailable: 0 }, null],
  ['sold on below nothing', { availableForSale: true, quantityAvailable: -4 }, null],
])('stock of the catalogue that is %s', async (_what, told, stock) => {
  const price = { amount: '1.0', currencyCode: 'USD' }
  const variant = { id: 'gid://shopify/ProductVariant/7', sku: null, title: 'S', price, ...told }
  const node = { id: 'gid://shopify/Product/1', title: 'Cup', featuredImage: null, variants: { nodes: [variant] } }
  const products = { nodes: [node], pageInfo: { hasNextPage: false, endCursor: null } }

  const read = await readStorefront((_query, _variables, schema) => Promise.resolve(grant(schema.parse({ products }))))

  expect(read).toMatchObject({ ok: true, value: { products: [{ variants: [{ stock }] }] } })
})
