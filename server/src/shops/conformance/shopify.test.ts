// The Shopify adapter keeps the promises of every adapter, with all tokens and with none.
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { describe, expect, test } from 'vitest'
import { takeableOf } from '../catalogue/takeable.ts'
import { testAdapter } from './adapter.contract.ts'
import { testCarried } from './carried.contract.ts'
import { testAdjustments } from './adjustments.contract.ts'
import { testPlaces } from './places.contract.ts'
import { testQuotes } from './quotes.contract.ts'
import { testRefunds } from './refunds.contract.ts'
import { testTroubles } from './troubles.contract.ts'
import { readStorefront } from '../kinds/shopify/products.ts'
import { readStock } from '../kinds/shopify/stock.ts'
import { startShopify } from './shopifyStand.ts'

testAdapter('Shopify', (now) => startShopify(now, { admin: true, storefront: true }))
testRefunds('Shopify', (now) => startShopify(now, { admin: true, storefront: true }))
testQuotes('Shopify', (now) => startShopify(now, { admin: true, storefront: true }))
testAdapter('Shopify cart permalink', (now) => startShopify(now, { admin: true, storefront: false }))
testRefunds('Shopify cart permalink', (now) => startShopify(now, { admin: true, storefront: false }))
testAdapter('Shopify by the app’s own keys', (now) => startShopify(now, { admin: 'granted', storefront: true }))
testQuotes('Shopify cart permalink', (now) => startShopify(now, { admin: true, storefront: false }))
testCarried('Shopify', (now) => startShopify(now, { admin: true, storefront: true }), 'all')
testCarried('Shopify cart permalink', (now) => startShopify(now, { admin: true, storefront: false }), 'all')
testAdapter('Shopify without tokens', (now) => startShopify(now, { admin: false, storefront: false }))
testRefunds('Shopify without tokens', (now) => startShopify(now, { admin: false, storefront: false }))
testQuotes('Shopify without tokens', (now) => startShopify(now, { admin: false, storefront: false }))

testTroubles('Shopify', (now) => startShopify(now, { admin: true, storefront: true }))
testTroubles('Shopify cart permalink', (now) => startShopify(now, { admin: true, storefront: false }))
testTroubles('Shopify without tokens', (now) => startShopify(now, { admin: false, storefront: false }))
testPlaces('Shopify', (now) => startShopify(now, { admin: true, storefront: true }))
testPlaces('Shopify without a Storefront token', (now) => startShopify(now, { admin: true, storefront: false }))
testPlaces('Shopify without an Admin token', (now) => startShopify(now, { admin: false, storefront: true }))
testPlaces('Shopify without tokens', (now) => startShopify(now, { admin: false, storefront: false }))

describe.each(['USD', 'JPY', 'KWD'])('in %s', (currency) => {
  testAdjustments('Shopify', (now) => startShopify(now, { admin: true, storefront: true, currency }))
  testAdjustments('Shopify cart permalink', (now) => startShopify(now, { admin: true, storefront: false, currency }))
  testAdjustments('Shopify without an Admin token', (now) =>
    startShopify(now, { admin: false, storefront: true, currency }),
  )
  testAdjustments('Shopify without tokens', (now) => startShopify(now, { admin: false, storefront: false, currency }))
})

describe.each(['JPY', 'KWD'])('in %s', (currency) => {
  testQuotes('Shopify', (now) => startShopify(now, { admin: true, storefront: true, currency }))
  testRefunds('Shopify', (now) => startShopify(now, { admin: true, storefront: true, currency }))
})

test('its webhooks are registered once, at the address of now, as its pages say', async () => {
  const stand = await startShopify(Date.now, { admin: true, storefront: true })
  const { adapter, complaints } = stand
  const added: unknown[] = []
  for (const host of ['live', 'live', 'other']) {
    const kept = await adapter.keepWebhooks(`https://${host}.test/api/shop/events/shop-1`)
    added.push(kept.ok && kept.value.added.length)
  }
  await stand.close()

  expect(added).toEqual([6, 0, 6])
  expect(complaints).toEqual([])
})

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

const LAST = { hasNextPage: false, endCursor: null }

test.each([
  ['counted', { availableForSale: true, quantityAvailable: 3 }, 3],
  ['sold out', { availableForSale: false, quantityAvailable: 0 }, 0],
  ['not counted', { availableForSale: true, quantityAvailable: 0 }, null],
  ['sold on below nothing', { availableForSale: true, quantityAvailable: -4 }, null],
])('stock of the catalogue that is %s', async (_what, told, stock) => {
  const price = { amount: '1.0', currencyCode: 'USD' }
  const variant = { id: 'gid://shopify/ProductVariant/7', sku: null, title: 'S', price, ...told }
  const node = {
    id: 'gid://shopify/Product/1',
    title: 'Cup',
    featuredImage: null,
    variants: { nodes: [variant], pageInfo: LAST },
  }
  const products = { nodes: [node], pageInfo: LAST }

  const read = await readStorefront((_query, _variables, schema) => Promise.resolve(grant(schema.parse({ products }))))

  expect(read).toMatchObject({ ok: true, value: { products: [{ variants: [{ stock }] }] } })
})

test('a product that is sold by subscription alone is left out, with its reason', async () => {
  const price = { amount: '12.50', currencyCode: 'USD' }
  const variant = { id: 'gid://shopify/ProductVariant/7', sku: 'S', title: 'S', price, availableForSale: true }
  const variants = { nodes: [{ ...variant, quantityAvailable: 3 }], pageInfo: LAST }
  const node = (id: number, requiresSellingPlan: boolean | undefined) => ({
    id: `gid://shopify/Product/${id}`,
    title: `Coffee ${id}`,
    featuredImage: null,
    requiresSellingPlan,
    variants,
  })
  const products = { nodes: [node(1, true), node(2, false), node(3, undefined)], pageInfo: LAST }

  const read = await readStorefront((_query, _variables, schema) => Promise.resolve(grant(schema.parse({ products }))))

  if (!read.ok) throw new Error(read.code)
  const { skipped, products: taken } = takeableOf(read.value, () => ProductId.parse('p'))
  expect(skipped).toEqual([{ product: 'Coffee 1', why: 'subscription' }])
  expect(taken.map(({ variants: own }) => own.length)).toEqual([0, 1, 1])
})

test.each([1, 100, 101, 180, 600, 2_048])('a product with %i variants has them all', async (count) => {
  const price = { amount: '12.50', currencyCode: 'USD' }
  const told = { sku: null, title: 'S', price, availableForSale: true, quantityAvailable: 3 }
  const all = Array.from({ length: count }, (_, n) => ({ ...told, id: `gid://shopify/ProductVariant/${n}` }))
  const variantsOf = (query: string, after: unknown) => {
    const first = Number(/variants\(first: (\d+)/.exec(query)?.[1])
    const start = Number(after ?? 0)
    const end = start + Math.min(first, 250)
    return { nodes: all.slice(start, end), pageInfo: { hasNextPage: end < count, endCursor: String(end) } }
  }
  const small = {
    id: 'gid://shopify/Product/1',
    title: 'Cup',
    featuredImage: null,
    variants: { nodes: all.slice(0, 1), pageInfo: LAST },
  }
  const large = { ...small, id: 'gid://shopify/Product/2' }

  const read = await readStorefront((query, { after }, schema) => {
    const products = { nodes: [small, { ...large, variants: variantsOf(query, 0) }], pageInfo: LAST }
    const isMore = query.includes('LanternVariants')
    const product = { variants: variantsOf(query, after) }
    return Promise.resolve(grant(schema.parse(isMore ? { product } : { products })))
  })

  const kept = read.ok ? (read.value.products[1]?.variants.map(({ externalId }) => externalId) ?? []) : []
  expect(kept.length).toBe(count)
  expect(new Set(kept).size).toBe(count)
})
