// What the Vendure plugin reads and tells is what the studio signs and takes: links, notices, events, amounts.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { createGenericAdapter } from '@lantern/server/src/shops/kinds/generic/generic.ts'
import { createShopEvents } from '@lantern/server/src/shops/kinds/generic/shopEvents.ts'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import {
  createKeyFinder,
  type LanternOptions,
  readNotice,
  readToken,
  signEvent,
  toMinor,
  toShopAmount,
} from './lantern.ts'

const NOW = 1_790_000_000_000
const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
const SECRET = secretOf('of the shop')
const SHARED = 'a secret of thirty-two characters or more'
const VISIT = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' } as const

let server: Server | null = null
let asked = 0

afterEach(() => void server?.close())

async function studio(handoffSecret: string | null, currency = 'EUR') {
  const kept = new Map<string, Promise<string>>()
  const store = {
    secret(name: string, make: () => Promise<string>) {
      const known = kept.get(name) ?? make()
      kept.set(name, known)
      return known
    },
  }
  const config = {
    shopUrl: 'https://shop.test',
    shopInternalUrl: 'https://shop.test',
    shopAudience: 'vendure',
    shopBasket: 'one' as const,
    handoffSecret,
    shopEndpointId: 'shop',
    shopWebhookSecret: SECRET,
  }
  const fetchShop = () => Promise.reject(new Error('nobody is asked'))
  const adapter = await createGenericAdapter({ store, clock: () => NOW, config, fetchShop })
  asked = 0
  server = createServer((_req, res) => {
    asked += 1
    res.end(JSON.stringify(adapter.publicKeys()))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server?.once('listening', resolve))
  const options: LanternOptions = {
    studioUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    audience: 'vendure',
    webhookSecret: SECRET,
    endpointId: 'shop',
    checkoutUrl: 'https://shop.test/checkout',
    ...(handoffSecret !== null && { handoffSecret }),
  }
  const item = { sku: 'A', externalId: null, quantity: 3, unitPriceMinor: 1999, payMinor: 5900, shopPriceMinor: 2500 }
  const way = await adapter.buildHandoff(
    {
      id: HoldId.parse('hold-1'),
      showId: ShowId.parse('autumn'),
      viewerId: 'viewer',
      currency,
      expiresAt: NOW + 60_000,
      via: null,
      items: [item],
    },
    VISIT,
  )
  if (!way.ok) throw new Error(way.code)
  return { options, token: new URL(way.value.href).searchParams.get('token') ?? '' }
}

const read = (token: string, options: LanternOptions, now = NOW) =>
  readToken(token, { options, findKey: createKeyFinder(options, () => now), now })

test.each([null, SHARED])('a link is read as the studio signed it, with the secret %j', async (secret) => {
  const { options, token } = await studio(secret)

  expect(await read(token, options)).toMatchObject({
    holdId: 'hold-1',
    currency: 'EUR',
    items: [{ sku: 'A', quantity: 3, unitPriceMinor: 1999 }],
    offMinor: 97,
    expiresAt: NOW + 60_000,
    returnUrl: expect.stringContaining('https://live.test'),
  })
})

test.each([null, SHARED])(
  'a link of another shop, changed, over or made up is none, with the secret %j',
  async (secret) => {
    const { options, token } = await studio(secret)
    const [head = '', body = '', signature = ''] = token.split('.')
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const cheaper = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), discounts: [{ amountMinor: 5000 }] }
    const tried = await Promise.all([
      read(token, { ...options, audience: 'another' }),
      read(token, options, NOW + 60_000),
      read(`${head}.${encode(cheaper)}.${signature}`, options),
      read(`${encode({ alg: 'none' })}.${body}.`, options),
      read(`${encode({ alg: secret === null ? 'HS256' : 'ES256', kid: 'x' })}.${body}.${signature}`, options),
      read(`${token}.more`, options),
      read('not a token', options),
      read('', options),
    ])

    expect(tried).toEqual(tried.map(() => null))
  },
)

test('keys are asked for once, and again for one that is new, but not for each that is made up', async () => {
  const { options, token } = await studio(null)
  let now = NOW
  const findKey = createKeyFinder(options, () => now)
  for (let i = 0; i < 3; i += 1) await readToken(token, { options, findKey, now })
  const inTheBeginning = asked
  await findKey({ alg: 'ES256', kid: 'new' })
  const atOnce = asked
  now += 31_000
  await findKey({ alg: 'ES256', kid: 'new' })
  await findKey({ alg: 'ES256', kid: 'new' })

  expect([inTheBeginning, atOnce, asked]).toEqual([1, 1, 2])
})

test('what it tells is taken by the studio', () => {
  const body = JSON.stringify({
    type: 'order.refunded',
    timestamp: new Date().toISOString(),
    data: { holdId: 'hold-1', orderId: 'T1', amountMinor: 100 },
  })
  const headers = signEvent(SECRET, { id: 'msg_1', body, now: Date.now() })
  const verify = createShopEvents({ shopEndpointId: 'shop', shopWebhookSecret: SECRET })

  const news = verify({ endpointId: 'shop', body: Buffer.from(body), headers })

  expect(news).toMatchObject({ ok: true, value: [{ type: 'order.refunded', holdId: 'hold-1', amountMinor: 100 }] })
})

function noticeOf([type, data]: [string, object], secrets: readonly string[], at = new Date(NOW)) {
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data })
  const signatures = secrets.map((secret) => new Webhook(secret).sign('msg_1', at, body))
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  }
  return [Buffer.from(body), headers] as const
}

test('a hold is heard of, with what comes off the whole; also while the secret changes', () => {
  const items = [{ sku: 'A', quantity: 3, unitPriceMinor: 1999, adjustments: [] }]
  const data = { holdId: 'hold-1', items, totalMinor: 5900, currency: 'EUR', expiresAt: NOW + 1 }
  const said = readNotice(...noticeOf(['hold.created', data], [secretOf('old'), SECRET]), { secret: SECRET, now: NOW })

  expect(said).toEqual({
    type: 'held',
    held: {
      holdId: 'hold-1',
      items: [{ sku: 'A', quantity: 3, unitPriceMinor: 1999 }],
      currency: 'EUR',
      offMinor: 97,
      expiresAt: NOW + 1,
    },
  })
})

test('the end of a hold is heard of, another notice is none, and nobody else’s word counts', () => {
  const known = { secret: SECRET, now: NOW }
  const data = { holdId: 'hold-1' }
  const said = [
    readNotice(...noticeOf(['hold.expired', data], [SECRET]), known),
    readNotice(...noticeOf(['show.started', {}], [SECRET]), known),
    readNotice(...noticeOf(['hold.expired', data], [secretOf('another')]), known),
    readNotice(...noticeOf(['hold.expired', data], [SECRET], new Date(NOW - 301_000)), known),
    readNotice(Buffer.from('{}'), {}, known),
  ]

  expect(said).toEqual([{ type: 'ended', holdId: 'hold-1' }, { type: 'nothing' }, null, null, null])
})

test.each<[number, string, number, number | null]>([
  [12900, 'EUR', 2, 12900],
  [1200, 'JPY', 2, 120000],
  [12345, 'KWD', 3, 12345],
  [12340, 'KWD', 2, 1234],
  [12345, 'KWD', 2, null],
])('%i %s with %i places is %s there, and comes back', (minor, currency, ...[precision, amount]) => {
  expect(toShopAmount(minor, currency, precision)).toBe(amount)
  if (amount !== null) expect(toMinor(amount, currency, precision)).toBe(minor)
})
