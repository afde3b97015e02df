// What the door for webhooks takes and what it turns away: order numbers, stock, sizes, each refusal logged and counted.
import { ShopEvent } from '@lantern/shared/contract/handoff.ts'
import { HoldId, OfferId, StaffId } from '@lantern/shared/contract/ids.ts'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestHttp, TEST_SECRET, TEST_SHOW, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp
let delivered = 0

beforeAll(async () => {
  http = await startTestHttp({ SHOP_URL: 'http://{host}:4100' })
  await http.store.goLive(TEST_SHOW, StaffId.parse('owner'))
})
beforeEach(() => {
  http.arrivals.length = 0
  http.logged.length = 0
})
afterAll(() => http.close())

function deliver(event: unknown) {
  const body = typeof event === 'string' ? event : JSON.stringify(event)
  const id = `msg_${++delivered}`
  const at = new Date()
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(TEST_SECRET).sign(id, at, body),
  }
  return fetch(`${http.url}/api/shop/events/demo`, { method: 'POST', headers, body })
}

function paid(holdId: string, orderId: string) {
  const at = new Date().toISOString()
  const data = { holdId, orderId, amountMinor: 2000, currency: 'EUR', items: [], at }
  return { type: 'order.paid', timestamp: at, data }
}

/** A unit for somebody who has come just now. */
async function placeHold(): Promise<HoldId> {
  const { viewer } = http.identity.issueViewer(undefined, { secure: false, via: null })
  const offerId = OfferId.parse((await http.store.readRoom(TEST_SHOW))?.room.offers[0]?.id)
  const holdId = HoldId.parse(`h${++delivered}`)
  const who = { viewerId: viewer.viewerId, viewerName: 'Otter 1', via: null, source: null }
  const placed = await http.ledger.place({ ...who, holdId, showId: TEST_SHOW, lines: [{ offerId, quantity: 1 }] })
  if (!placed.ok) throw new Error(placed.code)
  return holdId
}

test.each([
  'n°110',
  'TW 2026-1001',
  '訂單 88',
  '灯'.repeat(255),
  '#1001',
  '0001001',
  'A/2026/11 & "B" <b>',
  '👩‍👩‍👧 7 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'طلب\u200f ١٢٣',
  'x'.repeat(200),
  ' 12 ',
])('an order is paid under the number %s', async (orderId) => {
  const holdId = await placeHold()

  expect((await deliver(paid(holdId, orderId))).status).toBe(202)
  const stateOf = async () => (await http.ledger.findForHandoff(holdId))?.state
  await expect.poll(stateOf).toBe('paid')

  const orders = (await http.store.readRoom(TEST_SHOW))?.desk.orders
  expect(orders).toContainEqual(expect.objectContaining({ holdId, orderId }))
})

test.each([' ', '\u200d', 'a\nb', 'a\0b', 'a\u202eb', 'a\u2066b', '\ud800', 'x'.repeat(256)])(
  '%j is no order number, and the log says so',
  async (orderId) => {
    expect((await deliver(paid('h1', orderId))).status).toBe(400)

    expect(http.arrivals).toEqual(['BAD_INPUT'])
    expect(http.logged.filter((line) => line.includes('webhook was refused'))).toHaveLength(1)
    expect(http.logged.join()).toContain('data.orderId')
  },
)

test.each([
  [-2, 0],
  [-2_000_000, 0],
  [-0.5, 0],
  [3.7, 3],
  [5_000_000, 1_000_000],
])('a stock of %d is %i units', async (available, units) => {
  const event = { type: 'stock.changed', timestamp: 'now', data: { sku: 'NOT-OURS', available } }
  const answer = await deliver(event)

  expect(answer.status).toBe(202)
  expect(ShopEvent.parse(event).data).toEqual({ sku: 'NOT-OURS', available: units })
})

test('a webhook of a product with 2,048 variants is read whole; a larger one is refused with the reason, logged and counted', async () => {
  const news = { type: 'weather.changed', timestamp: 'now', data: 'x'.repeat(2_048 * 600) }
  const taken = await deliver(news)
  const refused = await deliver('x'.repeat(4_194_305))

  expect([taken.status, refused.status]).toEqual([202, 413])
  expect(await refused.json()).toMatchObject({ code: 'BAD_INPUT', detail: { why: expect.stringContaining('4194304') } })
  expect(http.arrivals).toEqual(['ignored', 'TOO_LARGE'])
  expect(http.logged.filter((line) => line.includes('webhook was refused'))).toHaveLength(1)
})

test('a webhook to an address that is not the public one is refused, logged, counted and shown to staff', async () => {
  const guarded = await startTestHttp({ PUBLIC_URL: 'https://live.example.com', TRUST_PROXY: '1' })
  const path = { path: '/api/shop/events/demo', headers: { host: 'lantern.lan:4000' } }
  const ask = async (method: string) => {
    const [answer]: IncomingMessage[] = await once(request(guarded.url, { ...path, method }).end(), 'response')
    return answer?.resume().statusCode
  }

  expect([await ask('POST'), await ask('GET')]).toEqual([421, 421])
  expect(guarded.arrivals).toEqual(['WRONG_HOST'])
  expect(guarded.logged.filter((line) => line.includes('lantern.lan:4000'))).toHaveLength(1)
  const told = expect.objectContaining({ reason: 'wrongHost', why: 'lantern.lan:4000', endpointId: 'demo', times: 1 })
  await expect.poll(guarded.webhookRecords.refused.list).toEqual([told])
  await guarded.close()
})
