// To the shop and back: hand-off links for their owner alone, webhooks that are proven, taken down once, and kept when odd.
import { HoldId, OfferId, StaffId, type ViewerId } from '@lantern/shared/contract/ids.ts'
import { decodeProtectedHeader, jwtVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { HandoffClaims } from '@lantern/shared/contract/handoff.ts'
import { startTestHttp, TEST_SECRET, TEST_SHOW, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp
let buyer: { cookie: string; viewerId: ViewerId }
let delivered = 0
let placed = 0

beforeAll(async () => {
  http = await openShow()
})
beforeEach(async () => {
  buyer = await newBuyer()
  http.arrivals.length = 0
})
afterAll(() => http.close())

async function openShow(env: Record<string, string> = {}): Promise<TestHttp> {
  const started = await startTestHttp({ SHOP_URL: 'http://{host}:4100', ...env })
  await started.store.goLive(TEST_SHOW, StaffId.parse('owner'))
  return started
}

async function newBuyer() {
  const issued = http.identity.issueViewer(undefined, { secure: false, via: null })
  return { cookie: issued.setCookie?.split(';')[0] ?? '', viewerId: issued.viewer.viewerId }
}

async function placeHold(id = `h${++placed}`, quantity = 2): Promise<HoldId> {
  const room = await http.store.readRoom(TEST_SHOW)
  const offerId = OfferId.parse(room?.room.offers[0]?.id)
  const holdId = HoldId.parse(id)
  const { viewerId } = buyer
  const lines = [{ offerId, quantity }]
  const outcome = await http.ledger.place({
    holdId,
    showId: TEST_SHOW,
    viewerId,
    viewerName: 'Otter 1',
    via: 'anna.1',
    source: null,
    lines,
  })
  if (!outcome.ok) throw new Error(outcome.code)
  return holdId
}

const checkOut = (holdId: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${http.url}/c/${holdId}`, { headers: { cookie, ...headers }, redirect: 'manual' })

interface Sent {
  readonly id?: string
  readonly at?: Date
  readonly secret?: string
  readonly endpoint?: string
}

function deliver(event: unknown, { id = `msg_${++delivered}`, at = new Date(), secret, endpoint = 'demo' }: Sent = {}) {
  const body = typeof event === 'string' ? event : JSON.stringify(event)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret ?? TEST_SECRET).sign(id, at, body),
  }
  return fetch(`${http.url}/api/shop/events/${endpoint}`, { method: 'POST', headers, body })
}

/** Delivered, and taken down. */
async function report(...event: Parameters<typeof deliver>): Promise<Response> {
  const answer = await deliver(...event)
  await workedOff()
  return answer
}

const workedOff = () =>
  expect.poll(async () => (await http.webhookRecords.inbox.backlog()).waiting, { interval: 10 }).toBe(0)

function paid(holdId: string, amountMinor = 2000, orderId = `A-${holdId}`) {
  const items = [{ sku: 'CUP', quantity: 2, unitPriceMinor: 1000 }]
  const data = { holdId, orderId, amountMinor, currency: 'CNY', items, at: new Date().toISOString() }
  return { type: 'order.paid', timestamp: new Date().toISOString(), data }
}

const ordersOf = async (holdId: HoldId) =>
  ((await http.store.readRoom(TEST_SHOW))?.desk.orders ?? []).filter((order) => order.holdId === holdId)

test('the owner of a hold is sent to the shop with a signed link that dies with the hold', async () => {
  const holdId = await placeHold()
  const answer = await checkOut(holdId, buyer.cookie, { 'accept-language': 'en;q=0.1, zh-TW;q=0.9' })
  const link = new URL(answer.headers.get('location') ?? '')
  const token = link.searchParams.get('token') ?? ''
  const keys: JSONWebKeySet = JSON.parse(await (await fetch(`${http.url}/.well-known/jwks.json`)).text())
  const proven = await jwtVerify(token, createLocalJWKSet(keys), { issuer: 'lantern', audience: 'demo-shop' })

  expect(answer.status).toBe(303)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(`${link.origin}${link.pathname}`).toBe('http://127.0.0.1:4100/handoff')
  expect(decodeProtectedHeader(token).alg).toBe('ES256')
  expect(HandoffClaims.parse(proven.payload)).toEqual({
    jti: holdId,
    sub: expect.stringMatching(/^[\w-]{22}$/),
    show: 'autumn',
    items: [{ sku: 'CUP', quantity: 2, unitPriceMinor: 1000, currency: 'CNY' }],
    discounts: [],
    attribution: { link: 'anna.1' },
    returnUrl: `${http.url}/s/autumn?back=${holdId}&via=anna.1&lang=zh-Hant`,
    locale: 'zh-Hant',
  })
  const hold = await http.ledger.findForHandoff(holdId)
  expect((proven.payload.exp ?? Infinity) * 1000).toBeLessThanOrEqual(hold?.expiresAt ?? 0)
  expect(proven.payload.sub).not.toContain(buyer.viewerId)
  expect(JSON.stringify(keys)).not.toContain('"d"')
})

test('with a shared secret the link is signed with it', async () => {
  const secret = 'a secret that the shop knows, too'
  const usual = http
  http = await openShow({ HANDOFF_SECRET: secret })
  buyer = await newBuyer()
  const holdId = await placeHold()
  const keys: unknown = await (await fetch(`${http.url}/.well-known/jwks.json`)).json()
  const answer = await checkOut(holdId, buyer.cookie)
  const token = new URL(answer.headers.get('location') ?? '').searchParams.get('token') ?? ''
  await http.close()
  http = usual

  expect(keys).toEqual({ keys: [] })
  const proven = await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] })
  expect(proven.payload.jti).toBe(holdId)
})

test('nobody but its owner is sent to the shop', async () => {
  const holdId = await placeHold()
  const stranger = await newBuyer()

  for (const cookie of [stranger.cookie, '', 'lantern_viewer=made-up']) {
    const answer = await checkOut(holdId, cookie)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/s/autumn?notice=HOLD_NOT_FOUND&lang=en')
  }
  expect((await checkOut('unknown', buyer.cookie)).status).toBe(404)
  expect((await checkOut('%00', buyer.cookie)).status).toBe(404)
})

test('a hold that is over leads back to the show and says so', async () => {
  const released = await placeHold('released')
  await http.ledger.release({ holdId: released, viewerId: buyer.viewerId })
  const late = await placeHold('late')
  http.clock.advance(600_000)

  for (const holdId of [released, late]) {
    const answer = await checkOut(holdId, buyer.cookie)
    expect(answer.headers.get('location'), holdId).toBe('/s/autumn?notice=HOLD_OVER&via=anna.1&lang=en')
  }
})

test('a paid hold leads back to its order', async () => {
  const holdId = await placeHold()
  await report(paid(holdId))

  expect((await checkOut(holdId, buyer.cookie)).headers.get('location')).toBe(
    `/s/autumn?back=${holdId}&via=anna.1&lang=en`,
  )
})

test('a hold is paying once the shop shows its checkout, and paid once it is paid', async () => {
  const holdId = await placeHold()
  const opened = { type: 'checkout.opened', timestamp: new Date().toISOString(), data: { holdId } }

  const answer = await report(opened)
  expect([answer.status, await answer.json()]).toEqual([202, { ok: true, value: { taken: true } }])
  expect((await http.ledger.findForHandoff(holdId))?.state).toBe('paying')
  await report(paid(holdId))
  expect((await http.ledger.findForHandoff(holdId))?.state).toBe('paid')
  expect(await ordersOf(holdId)).toMatchObject([
    { orderId: `A-${holdId}`, holdId, amountMinor: 2000, matter: null, via: 'anna.1' },
  ])
  expect(http.arrivals).toEqual(['new', 'new'])
})

test('the same webhook twice is one order', async () => {
  const holdId = await placeHold()
  const event = paid(holdId)

  const answers = await Promise.all([deliver(event, { id: 'msg_same' }), deliver(event, { id: 'msg_same' })])

  await workedOff()
  expect(answers.map((one) => one.status)).toEqual([202, 202])
  expect(http.arrivals.sort()).toEqual(['known', 'new'])
  expect(await ordersOf(holdId)).toHaveLength(1)
})

test('a wrong amount is taken down, and staff must look at it', async () => {
  const holdId = await placeHold()

  expect((await report(paid(holdId, 1))).status).toBe(202)

  expect(await ordersOf(holdId)).toMatchObject([{ amountMinor: 1, matter: 'amount_differs' }])
})

test('a second payment of one hold is taken down, and staff must look at it', async () => {
  const holdId = await placeHold()
  await report(paid(holdId))
  await report(paid(holdId, 2000, 'A-2'))

  expect((await ordersOf(holdId)).map((order) => order.matter).sort()).toEqual(['second_payment', null].sort())
})

test('a refund of the second payment leaves the hold paid, a refund of its own order gives the units back', async () => {
  const holdId = await placeHold()
  await report(paid(holdId))
  await report(paid(holdId, 2000, `B-${holdId}`))
  const refund = async (orderId: string) => {
    await report({ type: 'order.refunded', timestamp: new Date().toISOString(), data: { holdId, orderId } })
    return (await http.ledger.findForHandoff(holdId))?.state
  }

  expect(await refund(`B-${holdId}`)).toBe('paid')
  expect(await refund(`A-${holdId}`)).toBe('refunded')
})

test('a bad signature, a stale or a future timestamp changes nothing', async () => {
  const holdId = await placeHold()
  const event = paid(holdId)
  const otherSecret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
  const refused = [
    await deliver(event, { secret: otherSecret }),
    await deliver(event, { at: new Date(Date.now() - 6 * 60_000) }),
    await deliver(event, { at: new Date(Date.now() + 6 * 60_000) }),
    await fetch(`${http.url}/api/shop/events/demo`, { method: 'POST', body: JSON.stringify(event) }),
  ]

  for (const answer of refused) {
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ ok: false, code: 'BAD_SIGNATURE' })
  }
  expect(await ordersOf(holdId)).toEqual([])
})

test.each([
  ['no JSON', 'hello'],
  ['no object', '[1]'],
  ['an order without amount', { type: 'order.paid', timestamp: 'now', data: { holdId: 'h1', orderId: 'A-1' } }],
  ['a negative amount', { ...paid('h1'), data: { ...paid('h1').data, amountMinor: -1 } }],
])('a proven webhook with %s is BAD_INPUT', async (_what, event) => {
  const answer = await deliver(event)

  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ code: 'BAD_INPUT' })
})

test('an unknown endpoint, an unknown hold, and news that means nothing to us', async () => {
  const unknownEndpoint = await deliver(paid('h1'), { endpoint: 'other' })
  const foreign = await report(paid('foreign'))
  const news = await report({ type: 'weather.changed', timestamp: 'now', data: { rain: true } })

  expect(unknownEndpoint.status).toBe(404)
  expect(foreign.status).toBe(202)
  expect(await http.webhookRecords.inbox.matters()).toMatchObject([
    { holdId: 'foreign', state: 'unknown', type: 'order.paid' },
  ])
  expect(await news.json()).toEqual({ ok: true, value: { taken: false } })
  expect(http.arrivals).toEqual(['ENDPOINT_NOT_FOUND', 'new', 'ignored'])
  expect(http.logged.some((line) => line.includes('not ours'))).toBe(true)
})
