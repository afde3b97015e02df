// The wrong one of a shop's two addresses is told as that.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHoldNames } from '../../handoff/holdNames.ts'
import { createShopFetch } from '../../shopFetch.ts'
import { createShopifyAdapter } from './shopify.ts'

const server = createServer((_req, res) => void res.writeHead(301, { location: 'https://other.test/' }).end())
let shopUrl = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  shopUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

async function open(tokens: {
  readonly shopifyAdminToken: string | null
  readonly shopifyPrivateToken: string | null
}) {
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const config = {
    shopUrl,
    shopEndpointId: 'shop',
    shopifyApiVersion: '2026-07',
    shopifyClientId: null,
    shopifyClientSecret: 'hush-hush',
    shopifyWebhookSecret: null,
    shopifyStorefrontToken: null,
    shopifyPermalink: 'cart' as const,
    ucpEndpointHost: null,
    ...tokens,
  }
  return createShopifyAdapter({ fetchShop: createShopFetch({ allowed: [shopUrl] }), names, clock: Date.now, config })
}

test.each([
  ['Admin API', { shopifyAdminToken: 'shpat_1', shopifyPrivateToken: null }],
  ['Storefront API', { shopifyAdminToken: null, shopifyPrivateToken: 'shpat_2' }],
])('the %s, asked at the domain that buyers see', async (_what, tokens) => {
  const { test: tryOut } = await open(tokens)

  const why = expect.stringContaining('myshopify.com')
  expect(await tryOut()).toMatchObject({ ok: false, code: 'SHOP_UNREACHABLE', detail: { why } })
})

test.each([
  ['a Storefront token', 'shpat_1'],
  ['set SHOP_URL to that domain', null],
])('public products, asked at the address that Shopify gave: %s', async (words, shopifyAdminToken) => {
  const { readCatalogue } = await open({ shopifyAdminToken, shopifyPrivateToken: null })

  const why = expect.stringContaining(words)
  expect(await readCatalogue()).toMatchObject({ ok: false, code: 'SHOP_UNREACHABLE', detail: { why } })
})
