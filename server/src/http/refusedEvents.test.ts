// Refused events over HTTP: each is answered, logged, counted and listed for staff with its reason, and gives nothing away.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { RefusedEvents } from '@lantern/shared/contract/refusedEvents.ts'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/startTestApp.ts'

const SECRET = `whsec_${randomBytes(32).toString('base64')}`
let app: TestApp
let moderator: string
let count = 0

beforeAll(async () => {
  const env = { SHOP_WEBHOOK_SECRET: SECRET, SHOP_ENDPOINT_ID: 'shop' }
  app = await startTestApp({ env, webhookTiming: { everyMs: 20 } })
  moderator = await app.staffCookie('moderator')
})
afterAll(() => app.close())

function signed(body: string, secret = SECRET) {
  const [id, at] = [`msg_${++count}`, new Date()]
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}

type Headers = Record<string, string>

const post = (body: RequestInit['body'], headers: Headers = {}, endpoint = 'shop') =>
  fetch(`${app.url}/api/shop/events/${endpoint}`, { method: 'POST', headers, body: body ?? null })

function paid(orderId: string, more: object = {}) {
  const at = new Date().toISOString()
  const data = { holdId: 'no-such-hold', orderId, amountMinor: 2000, currency: 'EUR', items: [], at, ...more }
  return JSON.stringify({ type: 'order.paid', timestamp: at, data })
}

async function read(cookie: string) {
  const answer = await fetch(`${app.url}/api/shop/refused`, { headers: { cookie } })
  return { status: answer.status, text: await answer.text() }
}

async function listed() {
  const { text } = await read(moderator)
  return RefusedEvents.parse(JSON.parse(text)).refused
}

/** Its size is not told before, as of a shop that streams. */
function inChunks(body: Buffer): Promise<{ status: number }> {
  const headers = { ...signed(body.toString()), 'transfer-encoding': 'chunked' }
  const asked = request(`${app.url}/api/shop/events/shop`, { method: 'POST', headers })
  for (let from = 0; from < body.length; from += 65_536) asked.write(body.subarray(from, from + 65_536))
  asked.end()
  return once(asked, 'response').then(([answer]: IncomingMessage[]) => {
    answer?.resume()
    return { status: answer?.statusCode ?? 0 }
  })
}

test.each<[string, number, { named: object; send: () => Promise<{ status: number }> }]>([
  [
    'unknownEndpoint',
    404,
    { named: { endpointId: 'other', order: 'of nobody' }, send: () => post(paid('of nobody'), {}, 'other') },
  ],
  ['unsigned', 401, { named: { order: 'unsigned 1' }, send: () => post(paid('unsigned 1')) }],
  [
    'badSignature',
    401,
    {
      named: { topic: 'order.paid', order: '#1001', hold: 'no-such-hold' },
      send: () => post(paid('#1001'), signed(paid('#1001'), `whsec_${randomBytes(32).toString('base64')}`)),
    },
  ],
  ['tooLarge', 413, { named: { order: null }, send: () => inChunks(Buffer.alloc(4_194_305, 'x')) }],
  ['unreadable', 400, { named: { why: 'Z_DATA_ERROR' }, send: () => post('no gzip', { 'content-encoding': 'gzip' }) }],
  ['badJson', 400, { named: { order: null }, send: () => post('{"type":', signed('{"type":')) }],
  ['badShape', 400, { named: { order: 'A' }, send: () => sendSigned(paid('A', { items: 5 })) }],
  [
    'badMoney',
    400,
    {
      named: { order: 'B', why: 'data.currency (invalid_format)' },
      send: () => sendSigned(paid('B', { currency: 'euro' })),
    },
  ],
  ['badNumber', 400, { named: { hold: 'no-such-hold' }, send: () => sendSigned(paid('\u202e')) }],
  [
    'unknownHold',
    202,
    { named: { order: '0001/a b', hold: 'no-such-hold' }, send: () => sendSigned(paid('0001/a b')) },
  ],
])('%s is answered with %i and listed', async (reason, status, { named, send }) => {
  expect((await send()).status).toBe(status)

  await expect.poll(listed).toContainEqual(expect.objectContaining({ reason, ...named }))
})

const sendSigned = (body: string) => post(body, signed(body))

test('what is listed gives nothing away, and only staff read it', async () => {
  const body = paid('C', { items: 'card 4111', currency: SECRET })
  await sendSigned(body)
  await expect.poll(async () => (await listed()).map(({ order }) => order)).toContain('C')

  const { text } = await read(moderator)
  for (const hidden of [SECRET, '4111', 'v1,']) expect(text).not.toContain(hidden)
  expect((await read('')).status).toBe(401)
  expect((await read(await app.viewerCookie())).status).toBe(401)
})

test('the largest webhook is taken as it is, in chunks and packed, for whoever signs it', async () => {
  const body = JSON.stringify({ type: 'weather.changed', data: 'x'.repeat(4_194_304 - 36) })
  expect(Buffer.byteLength(body)).toBe(4_194_304)
  const packed = gzipSync(body)

  const answers = [
    await sendSigned(body),
    await inChunks(Buffer.from(body)),
    await post(packed, { ...signed(body), 'content-encoding': 'gzip' }),
    await post(gzipSync(`${body} `), { ...signed(`${body} `), 'content-encoding': 'gzip' }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 413])
})
