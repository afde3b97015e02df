// Refused events on a real database: what strangers send costs a few rows and writes, and hides nothing of the shop's.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { createLog } from '../../ops/log.ts'
import { openShop, sqlitePlace, type DatabasePlace, type TestShop } from '../../ledger/proofs/testShop.ts'
import { createWebhookRecords } from '../records/createWebhookRecords.ts'
import { DatabaseError } from '../../database/database.ts'
import type { NewRefusal, RefusedRecords } from '../records/refusedRecords.ts'
import type { RefusedCode, RefusedDelivery } from './reasons.ts'
import { createRefusals, type Refusals } from './refusals.ts'

let place: DatabasePlace
let shop: TestShop
let records: RefusedRecords
let writes: (readonly NewRefusal[])[]

beforeEach(async () => {
  place = await sqlitePlace()
  shop = await openShop(place)
  records = createWebhookRecords(shop.database).refused
  writes = []
})
afterEach(async () => {
  await shop.close()
  await place.drop()
})

function start(keep: RefusedRecords['keep'] = records.keep): Refusals {
  const counted: RefusedRecords['keep'] = (batch) => {
    writes.push(batch)
    return keep(batch)
  }
  const needs = {
    clock: shop.clock.now,
    log: createLog('silent'),
    isEndpoint: (id: string) => id === 'shop',
    everyMs: 5,
  }
  return createRefusals({ ...needs, records: { keep: counted } })
}

interface Sent {
  readonly endpointId?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  readonly why?: string | null
}

function aRefusal(code: RefusedCode, { endpointId = 'shop', body = {}, headers = {}, why = null }: Sent = {}) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return { code, delivery: { endpointId, headers, body: bytes }, bytes: bytes.length, why } satisfies RefusedDelivery
}

const SIGNED = { 'x-shopify-hmac-sha256': 'abc' }
const listed = async () => (await records.list()).map(({ reason, order, times }) => [reason, order, times])

test('ten thousand posts of strangers are a few rows and writes, and what the shop said stays', async () => {
  const refusals = start()
  refusals.take(aRefusal('BAD_INPUT', { body: { type: 'order.paid', data: { orderId: '#1001' } } }))
  for (let nth = 0; nth < 10_000; nth += 1) {
    const codes = ['ENDPOINT_NOT_FOUND', 'BAD_SIGNATURE', 'TOO_LARGE', 'UNREADABLE'] as const
    const headers = nth % 2 === 0 ? SIGNED : {}
    const body = { type: `order.made-up-${nth}`, data: { orderId: `made up ${nth}` } }
    refusals.take(aRefusal(codes[nth % 4] ?? 'TOO_LARGE', { endpointId: `guess-${nth}`, headers, body }))
    if (nth % 1000 === 0) shop.clock.advance(60_000)
    if (nth % 100 === 0) await new Promise(setImmediate)
  }
  await refusals.close()

  const all = await records.list()
  expect(all.length).toBeLessThanOrEqual(1 + 5 * 5)
  expect(all).toContainEqual(expect.objectContaining({ reason: 'badShape', order: '#1001', times: 1 }))
  expect(writes.length).toBeLessThan(1000)
  expect(writes.flat().reduce((sum, { times }) => sum + times, 0)).toBe(10_001)
})

test.each<[string, RefusedCode, Sent]>([
  ['unknownEndpoint', 'ENDPOINT_NOT_FOUND', { endpointId: 'other' }],
  ['noSecret', 'ENDPOINT_NOT_FOUND', {}],
  ['unsigned', 'BAD_SIGNATURE', {}],
  ['badSignature', 'BAD_SIGNATURE', { headers: SIGNED }],
  ['stale', 'BAD_SIGNATURE', { headers: { 'webhook-signature': 'v1,a', 'webhook-timestamp': '999000' } }],
  ['badSignature', 'BAD_SIGNATURE', { headers: { 'webhook-signature': 'v1,a', 'webhook-timestamp': '1000000' } }],
  ['tooLarge', 'TOO_LARGE', {}],
  ['unreadable', 'UNREADABLE', {}],
  ['wrongHost', 'WRONG_HOST', {}],
  ['badJson', 'BAD_INPUT', { body: '{"type":' }],
  ['badShape', 'BAD_INPUT', { why: 'data.items (invalid_type)' }],
  ['otherShop', 'BAD_INPUT', { why: 'x-shopify-shop-domain (another shop)' }],
  ['badNumber', 'BAD_INPUT', { why: 'data.orderId (invalid_format)' }],
  ['badMoney', 'BAD_INPUT', { why: 'data.amountMinor (too_small)' }],
  ['badMoney', 'BAD_INPUT', { why: 'subtotal_price (invalid_type)' }],
  ['badMoney', 'BAD_INPUT', { why: 'amount (unreadable)' }],
])('%s is told where the answer was %s: %j', async (reason, code, sent) => {
  const refusals = start()
  refusals.take(aRefusal(code, sent))
  await refusals.close()

  expect(await listed()).toEqual([[reason, null, 1]])
})

test.each<[string, string | null, { body: unknown; headers: Record<string, string> }]>([
  ['orders/paid', '#1001', { body: { id: 5, name: '#1001' }, headers: { 'x-shopify-topic': 'orders/paid' } }],
  ['order.updated', '0727', { body: { id: 727, number: '0727' }, headers: { 'x-wc-webhook-topic': 'order.updated' } }],
  [
    'order.placed',
    '17',
    { body: { type: 'order.placed', data: { order: { id: 'order_1', display_id: 17 } } }, headers: {} },
  ],
  ['order.paid', 'طلب 👩‍👩‍👧 / 7', { body: { type: 'order.paid', data: { orderId: ' طلب 👩‍👩‍👧 / 7\n' } }, headers: {} }],
  ['products/update', null, { body: { id: 9, name: 'Cup' }, headers: { 'x-shopify-topic': 'products/update' } }],
])('of %s the order %s is named', async (topic, order, sent) => {
  const refusals = start()
  refusals.take(aRefusal('BAD_INPUT', sent))
  await refusals.close()

  expect(await records.list()).toMatchObject([{ topic, order }])
})

test('what is written is short and holds no body, whatever it says', async () => {
  const long = `\u0000${'x'.repeat(100_000)}\ud800`
  const refusals = start()
  const body = { type: long, data: { orderId: long, holdId: long, card: '4111 1111' } }
  refusals.take(aRefusal('BAD_INPUT', { body, endpointId: long, why: long }))
  refusals.take(aRefusal('BAD_SIGNATURE', { body: '['.repeat(200_000), headers: SIGNED }))
  refusals.take({ ...aRefusal('TOO_LARGE'), bytes: 1e30 })
  await refusals.close()

  const text = JSON.stringify(await records.list())
  expect(await records.list()).toHaveLength(3)
  expect(text.length).toBeLessThan(3000)
  expect(text).not.toContain('4111')
})

test('the same event that comes again is counted, another one has a row of its own', async () => {
  const refusals = start()
  const event = (orderId: string) => aRefusal('BAD_INPUT', { body: { type: 'order.paid', data: { orderId } } })
  for (const order of ['a', 'b', 'a', 'a']) refusals.take(event(order))
  const facts = { endpointId: 'shop', eventId: 'e', holdId: HoldId.parse('h'), orderId: OrderId.parse('#9') }
  const news = { ...facts, type: 'order.paid', amountMinor: 1, currency: 'EUR' } as const
  refusals.takeNews({ news, reason: 'unknownHold', why: null })
  await refusals.close()

  expect((await listed()).sort()).toEqual([
    ['badShape', 'a', 3],
    ['badShape', 'b', 1],
    ['unknownHold', '#9', 1],
  ])
})

test('a database that is away takes them later, with every count', async () => {
  let isAway = true
  const away = new DatabaseError('DATABASE_BUSY', 'away')
  const refusals = start((batch) => (isAway ? Promise.reject(away) : records.keep(batch)))
  refusals.take(aRefusal('BAD_SIGNATURE'))
  await expect.poll(() => writes.length).toBeGreaterThan(0)
  refusals.take(aRefusal('BAD_SIGNATURE'))
  isAway = false
  await expect.poll(listed).toEqual([['unsigned', null, 2]])
  await refusals.close()
})
