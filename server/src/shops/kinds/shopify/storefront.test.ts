// Carts by the Storefront API: with whose token, for whose address, and none whose price is not the one that was promised.
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import type { HandedHold } from '../../checkout.ts'
import type { ShopRequest } from '../../shopFetch.ts'
import type { Graphql } from './graphql.ts'
import { createCart } from './links.ts'
import { openStorefront } from './storefront.ts'

async function headersWith(tokens: { public: string | null; private: string | null }, address?: string) {
  const asked: ShopRequest[] = []
  const open = openStorefront({
    fetchShop(request) {
      asked.push(request)
      return Promise.resolve(grant({ status: 500, headers: new Headers(), json: undefined }))
    },
    config: {
      shopUrl: 'https://snowdevil.myshopify.com',
      shopifyApiVersion: '2026-07',
      shopifyStorefrontToken: tokens.public,
      shopifyPrivateToken: tokens.private,
    },
  })
  await createCart(open?.(address) ?? noShop, { ...CART, code: null })
  return asked[0]?.headers ?? null
}

const noShop: Graphql = () => Promise.resolve(refuse('SHOP_UNREACHABLE'))
const HOLD: HandedHold = {
  id: HoldId.parse('hold-1'),
  showId: ShowId.parse('autumn'),
  viewerId: 'viewer-1',
  currency: 'KWD',
  expiresAt: 1,
  via: null,
  items: [],
}
const CART = {
  hold: HOLD,
  visit: { origin: 'https://live.test', hostname: 'live.test', locale: 'en' },
  items: [],
  name: 'hold-1.x',
} as const

test('the private token comes with the buyer’s address, the public one alone', async () => {
  const own = { public: null, private: 'shpat_private' }

  expect(await headersWith(own, '203.0.113.7')).toEqual({
    'Shopify-Storefront-Private-Token': 'shpat_private',
    'Shopify-Storefront-Buyer-IP': '203.0.113.7',
  })
  expect(await headersWith(own)).toEqual({ 'Shopify-Storefront-Private-Token': 'shpat_private' })
  expect(await headersWith({ public: 'public', private: null }, '203.0.113.7')).toEqual({
    'X-Shopify-Storefront-Access-Token': 'public',
  })
  expect(await headersWith({ public: null, private: null }, '203.0.113.7')).toBeNull()
})

interface Told {
  readonly applicable?: boolean
  readonly warnings?: readonly { code: string; message: string }[]
  readonly amount?: string
  readonly currencyCode?: string
}

function cartWith(code: string | null, told: Told) {
  const { applicable = true, warnings = [], amount = '12.345', currencyCode = 'KWD' } = told
  const storefront: Graphql = (_query, _variables, schema) => {
    const cart = {
      id: 'gid://shopify/Cart/1',
      checkoutUrl: 'https://snowdevil.myshopify.com/cart/c/1',
      discountCodes: code === null ? [] : [{ code: code.toLowerCase(), applicable }],
      cost: { totalAmount: { amount, currencyCode } },
    }
    return Promise.resolve(grant(schema.parse({ cartCreate: { cart, userErrors: [], warnings } })))
  }
  return createCart(storefront, { ...CART, code })
}

test.each([
  ['KWD', '12.345', 12_345],
  ['JPY', '1980.0', 1980],
  ['USD', '19.9', 1990],
])('a cart’s total in %s is read to its last place', async (currencyCode, amount, quotedMinor) => {
  const storefront = cartWithIn(currencyCode, amount)

  expect(await storefront).toMatchObject({ ok: true, value: { quotedMinor } })
})

function cartWithIn(currency: string, amount: string) {
  const storefront: Graphql = (_query, _variables, schema) => {
    const cost = { totalAmount: { amount, currencyCode: currency } }
    const cart = { id: 'gid://shopify/Cart/1', checkoutUrl: 'https://s.test/c', discountCodes: [], cost }
    return Promise.resolve(grant(schema.parse({ cartCreate: { cart, userErrors: [] } })))
  }
  return createCart(storefront, { ...CART, hold: { ...HOLD, currency }, code: null })
}

test('a cart that takes the code, in whatever case, leads to the checkout', async () => {
  expect(await cartWith('LIVE-1', {})).toMatchObject({ ok: true, value: { quotedMinor: 12_345 } })
})

test('a code that does not apply to the cart is refused with the shop’s word, not mended by a larger one', async () => {
  const warnings = [{ code: 'DISCOUNT_CODE_NOT_HONOURED', message: 'Another discount is better.' }]

  expect(await cartWith('LIVE-1', { applicable: false, warnings })).toMatchObject({
    code: 'SHOP_REFUSED',
    detail: { why: expect.stringContaining('Another discount is better.') },
  })
  expect(await cartWith('LIVE-1', { applicable: false })).toMatchObject({ code: 'SHOP_REFUSED' })
})

test('a cart in the money of another market is refused', async () => {
  expect(await cartWith(null, { currencyCode: 'USD' })).toMatchObject({
    code: 'SHOP_REFUSED',
    detail: { why: 'a cart in USD' },
  })
})
