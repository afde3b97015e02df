// The relay against real receivers and a real database: every event once, whatever one endpoint does to the others.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noFailpoint } from '../failpoints.ts'
import { createGuardedPost } from '../../guard/guardedPost.ts'
import type { Loop } from '../../kit/loop.ts'
import { createLog } from '../../ops/log.ts'
import { createWebhookRecords } from '../records/createWebhookRecords.ts'
import type { RelayBox } from '../records/webhookRecords.ts'
import { aHold, openShop, sqlitePlace, type TestShop } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace } from '../../ledger/proofs/testShop.ts'
import { createSender } from './sender.ts'
import { createRelay } from './relay.ts'

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
const SECOND = `whsec_${Buffer.alloc(32, 2).toString('base64')}`

interface Receiver {
  readonly url: string
  readonly host: string
  readonly ids: string[]
  readonly requests: { headers: IncomingMessage['headers']; body: string }[]
  answer: (res: ServerResponse, nth: number) => void
  close(): void
}

let place: DatabasePlace
let shop: TestShop
let box: RelayBox
let relay: Loop | null = null
let receivers: Receiver[] = []
const verdicts: string[] = []

beforeEach(async () => {
  place = await sqlitePlace()
  shop = await openShop(place, { stock: { cup: 1000, small: 5, large: 5 } })
  box = createWebhookRecords(shop.database).relay
  while ((await box.collect(100)) > 0);
  verdicts.length = 0
})
afterEach(async () => {
  await relay?.close()
  relay = null
  receivers.forEach((receiver) => receiver.close())
  receivers = []
  await shop.close()
  await place.drop()
})

async function receive(): Promise<Receiver> {
  const requests: Receiver['requests'] = []
  const ids: string[] = []
  const server: Server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      ids.push(String(req.headers['webhook-id']))
      requests.push({ headers: req.headers, body })
      receiver.answer(res, requests.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  const receiver: Receiver = { url: `http://${host}/hook`, host, ids, requests, answer: (res) => res.end(), close }
  receivers.push(receiver)
  return receiver
}

/** On the shop's clock, which stands still unless told. */
function start(timeoutMs = 5000): void {
  const ending = new AbortController()
  const allowedHosts = receivers.map((receiver) => receiver.host)
  const post = createGuardedPost({ allowedHosts, timeoutMs, signal: ending.signal })
  const onAttempt = (verdict: string) => void verdicts.push(verdict)
  const scheduleMs = [0, 1000, 5000]
  // Receivers judge the time of a signature by their own clock.
  const send = createSender({ post, clock: Date.now, scheduleMs, chance: () => 0, onAttempt })
  const log = createLog('silent')
  relay = createRelay({
    box,
    send,
    failpoint: noFailpoint,
    log,
    abort: () => ending.abort(),
    timeoutMs,
    everyMs: 10,
  })
}

const endpoint = (id: string, receiver: Receiver) =>
  box.saveEndpoint({ id, url: receiver.url, secret: SECRET, types: [] }, 0)
const place100 = () =>
  Promise.all(Array.from({ length: 100 }, (_, n) => shop.ledger.place(aHold(`h${n}`, `v${n}`, [[shop.offers.cup, 1]]))))
const stateOf = async (id: string) => (await box.listEndpoints()).find((each) => each.id === id)

test('brings every event once, signed so that the shop can prove it', async () => {
  const receiver = await receive()
  await endpoint('e', receiver)
  start()

  await place100()

  await expect.poll(() => receiver.ids.length).toBe(100)
  await expect.poll(async () => (await box.backlog()).waiting).toBe(0)
  expect(new Set(receiver.ids).size).toBe(100)
  const [first] = receiver.requests
  const headers = Object.fromEntries(Object.entries(first?.headers ?? {}).map(([name, text]) => [name, String(text)]))
  expect(new Webhook(SECRET).verify(first?.body ?? '', headers)).toMatchObject({ type: 'hold.created' })
  expect(() => new Webhook(SECOND).verify(first?.body ?? '', headers)).toThrow()
})

test('one endpoint that hangs and one that fails delay nobody else', async () => {
  const [good, hanging, failing] = [await receive(), await receive(), await receive()]
  hanging.answer = () => {}
  failing.answer = (res) => res.writeHead(500).end()
  await Promise.all([endpoint('a-hanging', hanging), endpoint('b-failing', failing), endpoint('c-good', good)])
  // Whoever has to wait for the one that hangs comes too late for this test.
  start(100_000)

  await place100()

  await expect.poll(() => new Set(good.ids).size).toBe(100)
})

test('tries again by the schedule under the same id, then gives up, and sends again when asked', async () => {
  const receiver = await receive()
  receiver.answer = (res) => res.writeHead(302, { location: '/elsewhere' }).end()
  await endpoint('e', receiver)
  start()
  await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))

  await expect.poll(() => receiver.ids.length).toBe(1)
  await expect.poll(() => verdicts).toEqual(['redirected'])
  for (const [nth, ms] of [1000, 5000].entries()) {
    await expect.poll(async () => (await box.listDeliveries('e'))[0]?.attempts.length).toBe(nth + 1)
    shop.clock.advance(ms)
    await expect.poll(() => receiver.ids.length).toBe(nth + 2)
  }
  await expect.poll(async () => (await stateOf('e'))?.failed).toBe(1)
  receiver.answer = (res) => res.end()
  await box.replay('e', receiver.ids[0] ?? '')

  await expect.poll(async () => (await box.listDeliveries('e'))[0]?.state).toBe('delivered')
  expect(new Set(receiver.ids).size).toBe(1)
})

test('429 rests the whole endpoint for as long as it asks, 410 switches it off and keeps what is to come', async () => {
  const receiver = await receive()
  receiver.answer = (res, nth) => res.writeHead(nth === 1 ? 429 : 410, { 'retry-after': '60' }).end()
  await endpoint('e', receiver)
  start()
  await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))
  await expect.poll(async () => (await box.listDeliveries('e'))[0]?.attempts.length).toBe(1)
  await shop.ledger.place(aHold('b', 'vb', [[shop.offers.cup, 1]]))
  await expect.poll(async () => (await stateOf('e'))?.pending).toBe(2)
  shop.clock.advance(59_000)
  relay?.nudge()
  expect(receiver.ids).toHaveLength(1)

  shop.clock.advance(1001)
  await expect.poll(async () => (await stateOf('e'))?.reason).toBe('gone')

  expect((await stateOf('e'))?.held).toBe(2)
  expect(verdicts).toContain('gone')
})

test('while a secret is changed both sign', async () => {
  const receiver = await receive()
  await endpoint('e', receiver)
  await box.saveEndpoint({ id: 'e', url: receiver.url, secret: SECOND, types: [] }, 60_000)
  start()
  await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))

  await expect.poll(() => receiver.requests.length).toBe(1)
  const { headers, body } = receiver.requests[0] ?? { headers: {}, body: '' }
  const given = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, String(text)]))
  expect(String(headers['webhook-signature']).split(' ')).toHaveLength(2)
  for (const secret of [SECRET, SECOND]) expect(new Webhook(secret).verify(body, given)).toBeTruthy()
})

test('a private address is not connected to, and the attempt says why', async () => {
  const receiver = await receive()
  const other = await receive()
  await endpoint('e', other)
  receivers = receivers.filter((each) => each !== other)
  start()
  await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))

  await expect.poll(async () => (await box.listDeliveries('e'))[0]?.attempts[0]?.problem).toMatch(/not allowed/)

  expect(other.ids).toEqual([])
  expect(receiver.ids).toEqual([])
  other.close()
})
