// The studio has a WooCommerce shop post to it, and sees to it when the shop has given that up.
import { expect, test } from 'vitest'
import { readFixtures } from '../../conformance/fixtures.ts'
import { startStandIn, Status } from '../../conformance/standIn.ts'
import { createWooWebhookBook, type WebhookThere } from '../../conformance/wooWebhooks.ts'
import { createShopFetch } from '../../shopFetch.ts'
import { createWooApi } from './api.ts'
import { createWooWebhooks, whyWordPressCannotPost } from './webhooks.ts'

const FIXTURES = readFixtures([new URL('./fixtures.json', import.meta.url)])
const ADDRESS = 'https://live.test/api/shop/events/shop-1'
const SECRET = 'the secret of this studio'
const ALL = ['order.created', 'order.updated', 'product.updated']

const at = (topic: string, more: Partial<WebhookThere> = {}): Omit<WebhookThere, 'id'> => ({
  topic,
  status: 'active',
  delivery_url: ADDRESS,
  secret: SECRET,
  ...more,
})

async function startShop(there: readonly Omit<WebhookThere, 'id'>[], answers: object = {}) {
  const book = createWooWebhookBook(there.map((one, index) => ({ ...one, id: index + 1 })))
  const stand = await startStandIn(FIXTURES, { ...book.answerers, ...answers })
  const place = { shopUrl: stand.url, wooConsumerKey: 'ck_1234567', wooConsumerSecret: 'cs_1234567' }
  const api = createWooApi(createShopFetch({ allowed: [stand.url] }), place)
  const keep = createWooWebhooks({ api, shopUrl: 'https://shop.test', secret: SECRET })
  const close = async () => {
    await stand.close()
    expect(stand.complaints).toEqual([])
  }
  return { book, keep, close }
}

test('at a new shop all topics are registered, once, signed with our secret', async () => {
  const { book, keep, close } = await startShop([])

  const kept = [await keep(ADDRESS), await keep(ADDRESS)]
  await close()

  expect(kept).toEqual([
    { ok: true, value: { added: ALL, there: 0 } },
    { ok: true, value: { added: [], there: 3 } },
  ])
  expect(book.all()).toEqual(ALL.map((topic, index) => ({ ...at(topic), id: index + 1, name: `Lantern ${topic}` })))
})

test('one that the shop gave up after failures is made anew, and said', async () => {
  const { book, keep, close } = await startShop([
    at('order.created'),
    at('order.updated', { status: 'disabled' }),
    at('product.updated'),
  ])

  const kept = await keep(ADDRESS)
  await close()

  const added = ['order.updated (the shop had given it up after failures)']
  expect(kept).toEqual({ ok: true, value: { added, there: 2 } })
  expect(book.all().map(({ id, topic, status }) => [id, topic, status])).toEqual([
    [1, 'order.created', 'active'],
    [3, 'product.updated', 'active'],
    [4, 'order.updated', 'active'],
  ])
})

test('a secret that was mistyped at the shop is put right', async () => {
  const { book, keep, close } = await startShop(ALL.map((topic) => at(topic, { secret: 'another one' })))

  await keep(ADDRESS)
  await close()

  expect(book.all().map(({ secret }) => secret)).toEqual([SECRET, SECRET, SECRET])
})

test('one that staff paused stays so, and is said; those of another address are not touched', async () => {
  const theirs = at('order.updated', { delivery_url: 'https://other.test/', status: 'disabled', secret: 'theirs' })
  const { book, keep, close } = await startShop([theirs, at('order.created', { status: 'paused' })])

  const kept = await keep(ADDRESS)
  await close()

  expect(kept).toMatchObject({
    code: 'SHOP_REFUSED',
    detail: { why: expect.stringContaining('order.created is paused there, by hand') },
  })
  expect(book.all()[0]).toEqual({ ...theirs, id: 1 })
  expect(book.all().map(({ topic }) => topic)).toEqual([
    'order.updated',
    'order.created',
    'order.updated',
    'product.updated',
  ])
})

test('a key that may not write makes none, and says what it needs', async () => {
  const createWebhook = () => {
    throw new Status(401, {
      code: 'woocommerce_rest_authentication_error',
      message: 'The API key provided does not have write permissions.',
    })
  }
  const { keep, close } = await startShop([], { createWebhook })

  const kept = await keep(ADDRESS)
  await close()

  expect(kept).toMatchObject({
    code: 'SHOP_REFUSED',
    detail: { why: expect.stringContaining('permissions Read/Write') },
  })
})

test.each([
  ['https://live.test/a', 'https://shop.test', null],
  ['http://live.test:8080/a', 'https://shop.test', null],
  ['https://live.test:8443/a', 'https://shop.test', 'ports'],
  ['https://shop.test:8443/a', 'https://shop.test:8443', null],
  ['http://localhost:3000/a', 'https://shop.test', 'inside a network'],
  ['http://localhost:8080/a', 'http://localhost', null],
  ['http://192.168.1.7/a', 'https://shop.test', 'inside a network'],
  ['http://172.20.0.3/a', 'https://shop.test', 'inside a network'],
  ['http://172.40.0.3/a', 'https://shop.test', null],
  ['http://[::1]/a', 'https://shop.test', 'brackets'],
])('whether WordPress posts to %s from %s: %s', (address, shopUrl, why) => {
  expect(whyWordPressCannotPost(address, shopUrl)).toEqual(why === null ? null : expect.stringContaining(why))
})
