import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { readCatalogue } from './catalogue.ts'
import { handoffClaims } from './studioStandIn.ts'
import { startTestShop } from './testShop.ts'
import type { TestShop } from './testShop.ts'

const Orders = z.array(z.looseObject({ orderId: z.string(), holdId: z.string(), amountMinor: z.number() }))
const twoItems = [
  { sku: 'LINEN-SAND-M', quantity: 2, unitPriceMinor: 12900, currency: 'CNY' },
  { sku: 'CHILLI-240', quantity: 1, unitPriceMinor: 2900, currency: 'CNY' },
]
let shop: TestShop
let clock: number

beforeEach(async () => {
  clock = Date.now()
  shop = await startTestShop({ now: () => clock })
})
afterEach(() => shop.close())

const orders = async () => Orders.parse(await (await shop.get('/api/orders')).json())
const text = async (path: string) => (await shop.get(path)).text()
const arrive = async (claims = {}) => shop.arrive(await shop.studio.sign(handoffClaims(claims)))

it('shows the items at the live price with the shop price struck, and the total', async () => {
  const page = await text(await arrive({ items: twoItems }))

  expect(page).toContain('Washed linen shirt, sand')
  expect(page).toMatch(/<strong>¥258<\/strong>\s*<s[^>]*>¥398<\/s>/)
  expect(page).toContain('Pay ¥287')
  expect(page).toContain('/pictures/linen-shirt.svg')
})

it('takes the payment and reports it to the studio at the live price', async () => {
  const path = await arrive({ items: twoItems })

  const answer = await shop.post(`${path}/pay`)

  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/orders/WC-10001'])
  const [, paid] = await shop.studio.waitFor(2)
  expect(paid).toMatchObject({
    type: 'order.paid',
    data: {
      holdId: 'hold-1',
      orderId: 'WC-10001',
      amountMinor: 28700,
      currency: 'CNY',
      items: twoItems.map(({ sku, quantity, unitPriceMinor }) => ({ sku, quantity, unitPriceMinor })),
      at: clock,
    },
  })
})

it('thanks the buyer and leads back to the show', async () => {
  const path = await arrive()
  await shop.post(`${path}/pay`)

  const page = await text('/orders/WC-10001')

  expect(page).toContain('WC-10001')
  expect(page).toContain('href="http://studio.example/s/autumn"')
})

it('answers the same order however often and however fast the buyer taps Pay', async () => {
  const path = await arrive()

  const answers = await Promise.all(Array.from({ length: 5 }, () => shop.post(`${path}/pay`)))
  await shop.post(`${path}/pay`)

  expect(new Set(answers.map((answer) => answer.headers.get('location')))).toEqual(new Set(['/orders/WC-10001']))
  expect(await orders()).toHaveLength(1)
})

it('makes a second order with another id when the demo tool pays twice', async () => {
  const path = await arrive()

  await shop.post(`${path}/pay`, { tool: 'twice' })

  expect((await orders()).map((order) => [order.orderId, order.holdId])).toEqual([
    ['WC-10001', 'hold-1'],
    ['WC-10002', 'hold-1'],
  ])
  const events = await shop.studio.waitFor(3)
  expect(events.map((event) => event.data['orderId'])).toEqual([undefined, 'WC-10001', 'WC-10002'])
  expect(new Set(events.map((event) => event.webhookId)).size).toBe(3)
})

it('offers no Pay button once the price has run out, yet a late payment counts', async () => {
  const path = await arrive()
  clock += 601_000

  const page = await text(path)
  const answer = await shop.post(`${path}/pay`, { tool: 'late' })

  expect(page).toContain('The held price has run out.')
  expect(page).not.toContain('Pay ¥129')
  expect(page).toContain('Pay late')
  expect(answer.headers.get('location')).toBe('/orders/WC-10001')
})

it('leads an expired link to the checkout that it opened in time', async () => {
  const token = await shop.studio.sign(handoffClaims())
  const path = await shop.arrive(token)
  clock += 601_000

  expect(await shop.arrive(token)).toBe(path)
})

it('cancels once, tells the studio without an order id, and goes back to the show', async () => {
  const path = await arrive()

  const answer = await shop.post(`${path}/cancel`)
  await shop.post(`${path}/cancel`)
  await arrive({ jti: 'hold-2' })

  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'http://studio.example/s/autumn'])
  const cancelled = (await shop.studio.waitFor(3)).filter((event) => event.type === 'order.cancelled')
  expect(cancelled.map((event) => event.data)).toEqual([{ holdId: 'hold-1', at: clock }])
  expect(await text(path)).toContain('You left this checkout.')
})

it('lets a buyer who left come back to the same checkout with a new link, and tells the studio', async () => {
  const path = await arrive()
  await shop.post(`${path}/cancel`)

  const again = await arrive({ items: [{ sku: 'LINEN-SAND-M', quantity: 2, unitPriceMinor: 12900, currency: 'CNY' }] })

  expect(again).toBe(path)
  expect(await text(path)).toContain('Pay ¥258')
  const types = (await shop.studio.waitFor(3)).map((event) => event.type)
  expect(types).toEqual(['checkout.opened', 'order.cancelled', 'checkout.opened'])
})

it('keeps a paid order when cancel is tapped afterwards', async () => {
  const path = await arrive()
  await shop.post(`${path}/pay`)

  const answer = await shop.post(`${path}/cancel`)

  expect(answer.headers.get('location')).toBe('/orders/WC-10001')
  expect(await text(path)).toContain('This one is paid.')
})

it('keeps with the order where its buyer fetches it, and says so', async () => {
  const pickup = { id: 'corner', name: 'Corner Bakery', address: '12 Elm Street', hours: 'until 20:00', note: null }
  const attribution = { group: 'elm-street', groupName: 'Elm Street' }

  await shop.payByApi(await shop.studio.sign(handoffClaims({ attribution, pickup })))

  expect(await orders()).toMatchObject([{ attribution, pickup }])
  expect(await text('/orders/WC-10001')).toContain('Corner Bakery, 12 Elm Street, until 20:00')
})

it('hands off and pays in one call for the load test, once per hold', async () => {
  const token = await shop.studio.sign(handoffClaims())

  const answers = await Promise.all([shop.payByApi(token), shop.payByApi(token)])

  const bodies = await Promise.all(answers.map((answer) => answer.json()))
  expect(bodies).toEqual([
    { orderId: 'WC-10001', amountMinor: 12900 },
    { orderId: 'WC-10001', amountMinor: 12900 },
  ])
  expect(await orders()).toMatchObject([{ via: 'L7', attribution: { link: 'L7', sharer: 'kiki' }, currency: 'CNY' }])
})

it.each([
  [null, 400],
  ['nonsense', 400],
  [{ a: 1 }, 400],
])('refuses to pay with the token %j', async (token, status) => {
  expect((await shop.payByApi(token)).status).toBe(status)
  expect(await orders()).toEqual([])
})

it.each([
  ['zh-CN', 'zh-Hans', '结账'],
  ['zh-Hant', 'zh-Hant', '結帳'],
])('speaks the buyer’s language: %s', async (locale, lang, word) => {
  const path = await arrive({ locale })

  const page = await text(path)

  expect(page).toContain(`<html lang="${lang}">`)
  expect(page).toContain(`<h1>${word}</h1>`)
})

it.each([
  ['fr, zh-TW;q=0.8, en;q=0.5', '結帳'],
  ['en;q=0.1, zh-TW;q=0.9', '結帳'],
  ['yue-Hant-HK, en;q=0.1', '結帳'],
  ['zh;q=0, en', 'Checkout'],
  ['zh-Hans-HK', '结账'],
])('follows the browser’s language when the link names none: %s', async (header, word) => {
  const path = await arrive({ locale: undefined })

  const page = await (await shop.get(path, { 'accept-language': header })).text()

  expect(page).toContain(`<h1>${word}</h1>`)
})

it('escapes what the token says', async () => {
  const items = [{ sku: '<script>x</script>', quantity: 1, unitPriceMinor: 100, currency: 'CNY' }]

  const page = await text(await arrive({ items }))

  expect(page).toContain('&lt;script&gt;x&lt;/script&gt;')
  expect(page).not.toContain('<script>x')
})

it('allows no inline script or style and no foreign frame', async () => {
  const answer = await shop.get(await arrive())

  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'self'; form-action 'self' http://studio.example; base-uri 'none'; frame-ancestors 'none'",
  )
  expect(await answer.text()).not.toMatch(/ style=|<style|<script(?! src)/)
})

it.each(['/checkout/nobody', '/orders/WC-1', '/nothing'])('says that there is nothing at %s', async (path) => {
  expect((await shop.get(path)).status).toBe(404)
})

it('publishes twelve products with pictures that it serves to other origins', async () => {
  const list = z.object({ products: z.array(z.object({ picture: z.string() })) })
  const { products } = list.parse(await (await shop.get('/products.json')).json())

  const pictures = await Promise.all(products.map(({ picture }) => shop.get(picture)))

  expect(pictures).toHaveLength(12)
  for (const picture of pictures) {
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toContain('image/svg+xml')
    expect(picture.headers.get('access-control-allow-origin')).toBe('*')
  }
})

it('names every variant once', () => {
  const skus = readCatalogue().products.flatMap((product) => product.variants.map((variant) => variant.sku))

  expect(new Set(skus).size).toBe(skus.length)
})

it('draws every picture small, square, and without text, scripts or references elsewhere', () => {
  const folder = new URL('./pictures/', import.meta.url)
  for (const name of readdirSync(folder)) {
    const svg = readFileSync(new URL(name, folder), 'utf8')

    expect(svg.length, name).toBeLessThan(8192)
    expect(svg, name).toContain('viewBox="0 0 480 480"')
    expect(svg.replace('http://www.w3.org/2000/svg', ''), name).not.toMatch(/<text|<script|https?:|<image| on\w+=/)
  }
})

it('takes a discount of the link off the whole, shows it, and reports what was paid', async () => {
  const discounts = [
    { amountMinor: 500, currency: 'CNY' },
    { amountMinor: 200, currency: 'CNY' },
  ]
  const path = await arrive({ items: twoItems, discounts })

  const page = await text(path)
  expect(page).toMatch(/Discount<\/dt>\s*<dd>−¥7<\/dd>/)
  expect(page).toContain('Pay ¥280')
  await shop.post(`${path}/pay`)

  const [, paid] = await shop.studio.waitFor(2)
  expect(paid).toMatchObject({ type: 'order.paid', data: { amountMinor: 28_000 } })
  expect(await text('/orders/WC-10001')).toMatch(/Discount<\/dt>\s*<dd>−¥7<\/dd>/)
})

it('takes no discount of another currency', async () => {
  const token = await shop.studio.sign(handoffClaims({ discounts: [{ amountMinor: 500, currency: 'USD' }] }))

  expect((await shop.handOff(token)).status).toBe(400)
})
