// What a UCP profile may be: as published, old, newer, moved, hostile, or not there.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createShopFetch } from '../../shopFetch.ts'
import { createProfileReader, type ProfileReader } from './profile.ts'

const PERMALINK = 'dev.ucp.shopping.permalink'
const DISCOUNT = 'dev.ucp.shopping.discount'

let server: Server | null = null
let now = 0
let asked = 0

interface Shop {
  readonly reader: ProfileReader
  answer(next: RequestListener): void
}

async function listen(
  first: RequestListener,
  {
    ucpEndpointHost = 'merchant.example',
    timeoutMs = 20_000,
  }: { ucpEndpointHost?: string | null; timeoutMs?: number } = {},
): Promise<Shop> {
  let answer = first
  now = 1_000_000
  asked = 0
  server = createServer((req, res) => {
    asked += 1
    answer(req, res)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const shopUrl = `http://127.0.0.1:${port}`
  const fetchShop = createShopFetch({ allowed: [shopUrl], timeoutMs, maxBytes: 10_000 })
  const reader = createProfileReader({ fetchShop, clock: () => now, config: { shopUrl, ucpEndpointHost } })
  return { reader, answer: (next) => void (answer = next) }
}

afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
})

const say =
  (body: unknown, headers: Record<string, string> = {}): RequestListener =>
  (_req, res) =>
    void res.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

const permalinkAt = (endpoint: string, version = '2026-08-25', more: object = {}) => ({
  version,
  schema: `https://ucp.dev/${version}/schemas/shopping/permalink.json`,
  config: { endpoint },
  ...more,
})
const profileOf = (capabilities: object) => ({ ucp: { version: '2026-08-25', capabilities } })
const withEndpoint = (endpoint: string) => profileOf({ [PERMALINK]: [permalinkAt(endpoint)] })
const BUY = 'https://merchant.example/buy'

test('codes are taken where discounts extend the flow that a link opens, in each form the standard has', async () => {
  const forms = [
    undefined,
    { version: '2026-08-25' },
    { version: '2026-08-25', extends: 'dev.ucp.shopping.order' },
    { version: '2026-08-25', extends: 'dev.ucp.shopping.checkout' },
    { version: '2026-08-25', extends: ['dev.ucp.shopping.cart', 'dev.ucp.shopping.checkout'] },
    { version: '2026-08-25', extends: 'dev.ucp.shopping.cart', schema: 'https://evil.example/discount.json' },
  ]
  const { reader, answer } = await listen(say({}))
  const seen: unknown[] = []
  for (const form of forms) {
    answer(say(profileOf({ [PERMALINK]: [permalinkAt(BUY)], ...(form && { [DISCOUNT]: [form] }) })))
    const read = await reader.readNow()
    seen.push(read.ok && read.value.takesCodes)
  }

  expect(seen).toEqual([false, false, false, true, true, false])
})

test('of several versions the newest that we write is taken, else the first after it', async () => {
  const { reader, answer } = await listen(say({}))
  const of = (...versions: string[]) =>
    say(profileOf({ [PERMALINK]: versions.map((version) => permalinkAt(`${BUY}/${version}`, version)) }))
  const seen: unknown[] = []
  for (const shop of [of('2026-04-08', '2026-08-25', '2027-01-01'), of('2028-01-01', '2027-01-01')]) {
    answer(shop)
    const read = await reader.readNow()
    seen.push(read.ok && read.value.endpoint)
  }

  expect(seen).toEqual([`${BUY}/2026-08-25`, `${BUY}/2027-01-01`])
})

test('what cannot be read, or is another’s, does not hide a declaration that can', async () => {
  const foreign = permalinkAt('https://merchant.example/theirs', '2026-08-25', {
    schema: 'https://ucp.dev@evil.example/',
  })
  const declared = [null, { version: 7 }, foreign, permalinkAt(BUY, '2026-04-08')]
  const { reader } = await listen(say(profileOf({ [PERMALINK]: declared, 'com.example.other': [3] })))

  expect(await reader.read()).toMatchObject({ ok: true, value: { endpoint: BUY } })
})

test.each<[string, RequestListener, string]>([
  ['has no profile', (_req, res) => void res.writeHead(404).end('{}'), 'status 404'],
  ['answers with its home page', (_req, res) => void res.end('<html>'), 'no JSON'],
  ['answers with another JSON', say({ hello: 1 }), 'no UCP profile'],
  ['declares no permalink', say(profileOf({ [DISCOUNT]: [] })), `without ${PERMALINK}`],
  [
    'declares one without an endpoint',
    say(profileOf({ [PERMALINK]: [{ version: '2026-08-25' }] })),
    'not as published',
  ],
  ['ends its endpoint with a slash', say(withEndpoint(`${BUY}/`)), 'not as published'],
  ['puts a query on it', say(withEndpoint(`${BUY}?x=1`)), 'not as published'],
  ['puts a user in it', say(withEndpoint('https://merchant.example@evil.example/buy')), 'not as published'],
  ['names a script', say(withEndpoint('javascript:alert(1)')), 'not as published'],
  ['names half an address', say(withEndpoint('https://[merchant.example/buy')), 'no address'],
  [
    'sends buyers to another’s host',
    say(withEndpoint('https://evil.example/buy')),
    'on evil.example, which is not the shop’s',
  ],
  ['hides another’s host', say(withEndpoint('https://merchant.example.evil.example/buy')), 'which is not the shop’s'],
])('a shop that %s is refused, and staff read why', async (_what, answer, why) => {
  const { reader } = await listen(answer)

  const read = await reader.read()

  expect(read).toMatchObject({ ok: false, code: 'SHOP_REFUSED', detail: { why: expect.stringContaining(why) } })
})

test.each<[string, RequestListener]>([
  ['hangs', () => undefined],
  ['redirects', (_req, res) => void res.writeHead(301, { location: 'http://169.254.169.254/' }).end()],
  ['is endless', say('x'.repeat(20_000))],
  ['fails', (_req, res) => void res.writeHead(502).end()],
])('a profile that %s is not there', async (_what, answer) => {
  const { reader } = await listen(answer, { timeoutMs: 300 })

  expect(await reader.read()).toMatchObject({ ok: false, code: 'SHOP_UNREACHABLE' })
})

test('unless named, the endpoint is on the shop’s own host, its port too', async () => {
  const { reader, answer } = await listen(say({}), { ucpEndpointHost: null })
  const seen: boolean[] = []
  for (const endpoint of ['http://127.0.0.1:1/buy', BUY]) {
    answer(say(withEndpoint(endpoint)))
    seen.push((await reader.readNow()).ok)
  }

  expect(seen).toEqual([false, false])
})

test.each<[string, string, boolean]>([
  ['https://shop.example', 'https://shop.example/buy', true],
  ['https://www.shop.example', 'https://checkout.shop.example/buy', true],
  ['https://www.shop.example', 'https://shop.example/buy', true],
  ['https://shop.example', 'https://notshop.example/buy', false],
  ['https://shop.example', 'https://shop.example:8443/buy', false],
  ['https://shop.example', 'http://shop.example/buy', false],
])('of the shop %s the endpoint %s is its own: %s', async (shopUrl, endpoint, isOwn) => {
  const fetchShop = () =>
    Promise.resolve({ ok: true, value: { status: 200, headers: new Headers(), json: withEndpoint(endpoint) } } as const)
  const reader = createProfileReader({ fetchShop, clock: () => 0, config: { shopUrl, ucpEndpointHost: null } })

  expect((await reader.read()).ok).toBe(isOwn)
})

test('many who come at once ask once, and again when it is no longer fresh', async () => {
  const { reader, answer } = await listen(say(withEndpoint(BUY), { 'cache-control': 'public, max-age=300' }))
  await Promise.all([reader.read(), reader.read(), reader.read()])
  now += 299_000
  await reader.read()
  expect(asked).toBe(1)

  now += 2000
  answer(say(withEndpoint(`${BUY}/moved`), { 'cache-control': 'no-store, max-age=0' }))
  const moved = await reader.read()
  now += 59_000
  await reader.read()

  expect(moved).toMatchObject({ value: { endpoint: `${BUY}/moved` } })
  expect(asked).toBe(2)
})

test('while the profile does not answer buyers go by the last one, for a day; one that is taken back is gone', async () => {
  const { reader, answer } = await listen(say(withEndpoint(BUY)))
  await reader.read()
  answer((_req, res) => void res.writeHead(503).end())
  now += 700_000
  const inOutage = [await reader.read(), await reader.read()]
  const askedInOutage = asked
  now += 86_400_000
  const after = await reader.read()

  expect(inOutage).toMatchObject([{ value: { endpoint: BUY } }, { value: { endpoint: BUY } }])
  expect(askedInOutage).toBe(2)
  expect(after).toMatchObject({ code: 'SHOP_UNREACHABLE' })

  answer(say(withEndpoint(BUY)))
  await reader.read()
  answer(say(profileOf({})))
  await reader.readNow()
  answer((_req, res) => void res.writeHead(503).end())
  expect(await reader.read()).toMatchObject({ code: 'SHOP_UNREACHABLE' })
})
