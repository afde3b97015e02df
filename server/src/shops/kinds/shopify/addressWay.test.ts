// The UCP permalink is taken where it is chosen, published, and can name the hold; else the cart link.
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import type { ShopFetch } from '../../shopFetch.ts'
import { createAddressWay } from './addressWay.ts'

const SHOP = 'https://snowdevil.myshopify.com'
const CART = {
  hold: {
    id: HoldId.parse('hold-1'),
    showId: ShowId.parse('autumn'),
    viewerId: 'viewer-1',
    currency: 'USD',
    expiresAt: 1,
    via: null,
    items: [],
  },
  visit: { origin: 'https://live.test', hostname: 'live.test', locale: 'zh-Hant' },
  items: [
    {
      sku: 'A',
      externalId: '70881412',
      quantity: 2,
      unitPriceMinor: 1,
      payMinor: 2,
      shopPriceMinor: 1,
    },
  ],
  name: 'hold-1.x',
  code: 'LIVE-1',
} as const

const capability = (config: object) => [{ version: '2026-08-25', ...config }]
const PROFILE = {
  ucp: {
    version: '2026-08-25',
    capabilities: {
      'dev.ucp.shopping.permalink': capability({ config: { endpoint: `${SHOP}/buy` } }),
      'dev.ucp.shopping.checkout': capability({}),
      'dev.ucp.shopping.discount': capability({ extends: 'dev.ucp.shopping.checkout' }),
    },
  },
}

function wayOf(
  shopifyPermalink: 'cart' | 'buy',
  answer: unknown,
  cart: typeof CART | (Omit<typeof CART, 'code'> & { code: null }),
) {
  const asked: string[] = []
  const fetchShop: ShopFetch = ({ url }) => {
    asked.push(url)
    if (answer === null) return Promise.resolve(refuse('SHOP_UNREACHABLE'))
    return Promise.resolve(grant({ status: 200, headers: new Headers(), json: answer }))
  }
  const config = { shopUrl: SHOP, shopifyPermalink, ucpEndpointHost: null }
  return { way: createAddressWay({ fetchShop, clock: () => 1000, config })(cart), asked }
}

test('chosen and published: the items, the code and the language, as the standard writes them', async () => {
  const { way, asked } = wayOf('buy', PROFILE, CART)

  expect(await way).toBe(
    `${SHOP}/buy/70881412:2?discounts/codes/0=LIVE-1&context/language=zh-TW&attribution/utm_source=lantern&attribution/utm_campaign=autumn`,
  )
  expect(asked).toEqual([`${SHOP}/.well-known/ucp`])
})

test.each([
  ['not chosen', 'cart', PROFILE, CART],
  ['not published', 'buy', { ucp: { version: '2026-08-25', capabilities: {} } }, CART],
  ['away', 'buy', null, CART],
  ['unable to name a hold without a code', 'buy', PROFILE, { ...CART, code: null }],
] as const)('a permalink that is %s: the cart link with its attribute', async (...given) => {
  const [, chosen, answer, cart] = given
  const link = new URL(await wayOf(chosen, answer, cart).way)

  expect(link.pathname).toBe('/cart/70881412:2')
  expect(link.searchParams.get('attributes[lantern_hold]')).toBe('hold-1.x')
})
