// Two keys sign Shopify's webhooks: the app's secret those that the app registered, the shop's own those made by hand.
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { createHoldNames } from '../../handoff/holdNames.ts'
import { createShopifyEvents } from './events.ts'

const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
const SHOP_URL = 'https://snowdevil.myshopify.com'
const BODY = Buffer.from('{"id":1,"order_id":5940139491234}')

function take(keys: { app: string | null; shop: string | null }, signedWith: string) {
  const config = {
    shopUrl: SHOP_URL,
    shopEndpointId: 'shop',
    shopifyClientSecret: keys.app,
    shopifyWebhookSecret: keys.shop,
  }
  const verify = createShopifyEvents({ config, names, canAsk: true })
  const hmac = createHmac('sha256', signedWith).update(BODY).digest('base64')
  const headers = { 'x-shopify-topic': 'refunds/create', 'x-shopify-hmac-sha256': hmac }
  const said = verify({ endpointId: 'shop', body: BODY, headers })
  return said.ok ? said.value.length : said.code
}

test('stock of variants beyond the first hundred of a message is asked for as well, once for one message', () => {
  const gid = (n: number) => ({ admin_graphql_api_id: `gid://shopify/ProductVariant/${n}` })
  const variants = Array.from({ length: 100 }, (_, n) => ({ ...gid(n), inventory_quantity: 3 }))
  const variant_gids = Array.from({ length: 2048 }, (_, n) => ({ ...gid(n), updated_at: '2026-11-22T20:00:00-05:00' }))
  const body = Buffer.from(JSON.stringify({ updated_at: '2026-11-22T20:00:00-05:00', variants, variant_gids }))
  const config = {
    shopUrl: SHOP_URL,
    shopEndpointId: 'shop',
    shopifyClientSecret: 'app secret',
    shopifyWebhookSecret: null,
  }
  const verify = createShopifyEvents({ config, names, canAsk: true })
  const hmac = createHmac('sha256', 'app secret').update(body).digest('base64')
  const idsOf = (told: string) => {
    const headers = { 'x-shopify-topic': 'products/update', 'x-shopify-hmac-sha256': hmac, 'x-shopify-event-id': told }
    const said = verify({ endpointId: 'shop', body, headers })
    return said.ok ? said.value.map(({ eventId }) => eventId) : []
  }

  const [first, again, later] = [idsOf('a'), idsOf('a'), new Set(idsOf('b'))]

  expect(new Set(first).size).toBe(2048)
  expect(again).toEqual(first)
  expect(first.filter((id) => later.has(id))).toHaveLength(100)
})

const BOTH = { app: 'app secret', shop: 'shop key' }

test.each([
  { what: 'of the app', keys: { app: 'app secret', shop: null }, key: 'app secret', said: 1 },
  { what: 'of the shop', keys: { app: null, shop: 'shop key' }, key: 'shop key', said: 1 },
  { what: 'of the app, with both known', keys: BOTH, key: 'app secret', said: 1 },
  { what: 'of the shop, with both known', keys: BOTH, key: 'shop key', said: 1 },
  { what: 'of another shop', keys: BOTH, key: 'another key', said: 'BAD_SIGNATURE' },
  {
    what: 'of the shop, which is not known',
    keys: { app: 'app secret', shop: null },
    key: 'shop key',
    said: 'BAD_SIGNATURE',
  },
  { what: 'that nobody set', keys: { app: null, shop: null }, key: '', said: 'ENDPOINT_NOT_FOUND' },
])('a message with the key $what', ({ keys, key, said }) => {
  expect(take(keys, key)).toBe(said)
})

test.each([
  { what: 'the shop itself', from: 'snowdevil.myshopify.com', shopUrl: SHOP_URL, said: 1 },
  { what: 'the shop, in capitals', from: 'SnowDevil.myshopify.com', shopUrl: SHOP_URL, said: 1 },
  { what: 'another shop with the same app', from: 'other.myshopify.com', shopUrl: SHOP_URL, said: 'BAD_INPUT' },
  {
    what: 'a shop that is named as ours begins',
    from: 'snowdevil.myshopify.com.evil',
    shopUrl: SHOP_URL,
    said: 'BAD_INPUT',
  },
  {
    what: 'a shop that is known by its own domain',
    from: 'any.myshopify.com',
    shopUrl: 'https://snow.example',
    said: 1,
  },
])('a message of $what', ({ from, shopUrl, said }) => {
  const config = { shopUrl, shopEndpointId: 'shop', shopifyClientSecret: 'app secret', shopifyWebhookSecret: null }
  const hmac = createHmac('sha256', 'app secret').update(BODY).digest('base64')
  const topic = { 'x-shopify-topic': 'refunds/create', 'x-shopify-shop-domain': from }
  const headers = { ...topic, 'x-shopify-hmac-sha256': hmac }

  const news = createShopifyEvents({ config, names, canAsk: true })({ endpointId: 'shop', body: BODY, headers })

  expect(news.ok ? news.value.length : news.code).toBe(said)
})
