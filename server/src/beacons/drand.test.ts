// Public random numbers over real sockets: relays that are slow, cut off or lie, and a network that is away for a while.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createGuardedFetch } from '../guard/guardedFetch.ts'
import { RECORDED } from '../testing/recordedBeacon.ts'
import { DRAND } from './chains.ts'
import { createDrand } from './drand.ts'

const [first, second] = RECORDED
if (!first || !second) throw new Error('there are no recorded rounds')
const ROUND = second.round
const TIMEOUT_MS = 300

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

interface Relay {
  readonly url: string
  /** Paths that it was asked for. */
  readonly asked: string[]
  answer: RequestListener
}

async function aRelay(answer: RequestListener): Promise<Relay> {
  const asked: string[] = []
  const relay = { url: '', asked, answer }
  const server = createServer((req, res) => {
    asked.push(req.url ?? '')
    relay.answer(req, res)
  })
  servers.push(server)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  // Of a server that listens on a port it is always this.
  return Object.assign(relay, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

const says =
  (body: object | string, status = 200): RequestListener =>
  (_req, res) =>
    res
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
const silent: RequestListener = () => {}
/** Half of what it has to say, and then no more, or no connection. */
const half =
  (ends: 'waits' | 'cuts'): RequestListener =>
  (_req, res) => {
    res.writeHead(200, { 'content-length': '300' }).write(JSON.stringify(second).slice(0, 60))
    if (ends === 'cuts') res.destroy()
  }

function aBeacon(relays: readonly Relay[]) {
  const answers: string[] = []
  let now = 0
  const fetch = createGuardedFetch({ allowedHosts: relays.map(({ url }) => new URL(url).host) })
  const beacon = createDrand({
    chain: DRAND,
    urls: relays.map(({ url }) => `${url}/`),
    fetch,
    timeoutMs: TIMEOUT_MS,
    elapsed: () => now,
    onAnswer: (result) => answers.push(result),
  })
  return { beacon, answers, pass: (ms: number) => (now += ms) }
}

test('the first relay that proves its number is believed, and the others are left alone', async () => {
  const [good, spare] = [await aRelay(says(second)), await aRelay(says(second))]
  const { beacon } = aBeacon([good, spare])

  expect(await beacon.find(ROUND)).toEqual(second)
  expect(good.asked).toEqual([`/${DRAND.hash}/public/${ROUND}`])
  expect(spare.asked).toEqual([])
  beacon.close()
})

test.each<[string, string, RequestListener]>([
  ['says nothing', 'unreachable', silent],
  ['stops in the middle', 'unreachable', half('waits')],
  ['is cut off in the middle', 'unreachable', half('cuts')],
  ['is not out yet', 'none', says('not found', 404)],
  ['says no json', 'unreachable', says('<html>')],
  ['says something else', 'none', says({ round: ROUND })],
  ['says more than anybody reads', 'none', says({ ...second, more: 'x'.repeat(5000) })],
  ['tells another round, which is right in itself', 'unproven', says(first)],
  ['tells another number under the round', 'unproven', says({ ...first, round: ROUND })],
  ['tells a number of its own', 'unproven', says({ ...second, randomness: '0'.repeat(64) })],
  ['signs itself', 'unproven', says({ ...second, signature: 'f'.repeat(96) })],
])('where one %s the next is asked, and it is told how that came out', async (_what, result, answer) => {
  const { beacon, answers } = aBeacon([await aRelay(answer), await aRelay(says(second))])

  expect(await beacon.find(ROUND)).toEqual(second)
  expect(answers).toEqual([result, 'ok'])
  beacon.close()
})

test('a lying relay alone decides nothing, however often it is asked', async () => {
  const relay = await aRelay(says(first))
  const { beacon, pass } = aBeacon([relay])

  for (let n = 0; n < 3; n++) {
    expect(await beacon.find(ROUND)).toBeNull()
    pass(60_000)
  }
  expect(relay.asked).toHaveLength(3)
  beacon.close()
})

test('an outage that begins after the opening is waited for as long as it lasts, asked at most every half minute', async () => {
  const relay = await aRelay(silent)
  relay.answer = says('away', 503)
  const { beacon, pass } = aBeacon([relay])

  for (let passed = 0; passed < 3600; passed += 1) {
    expect(await beacon.find(ROUND)).toBeNull()
    pass(1000)
  }
  const asked = relay.asked.length
  relay.answer = says(second ?? {})
  pass(30_000)

  expect(await beacon.find(ROUND)).toEqual(second)
  expect(asked).toBeGreaterThan(100)
  expect(asked).toBeLessThan(130)
  beacon.close()
})

test('a network that does not answer at the opening is not reached; once it does it is, and the round goes on by itself', async () => {
  const relay = await aRelay(says('away', 503))
  const { beacon, pass } = aBeacon([relay])
  await beacon.look()
  expect(beacon.chainNow()).toBeNull()

  relay.answer = says(second ?? {})
  pass(20_000)
  await Promise.all([beacon.look(), beacon.look()])

  expect(relay.asked).toHaveLength(2)
  expect(beacon.chainNow()).toMatchObject({ round: ROUND, isReached: true })
  pass(9000)
  expect(beacon.chainNow()).toMatchObject({ round: ROUND + 3 })
  relay.answer = says('away', 503)
  pass(20_000)
  await beacon.look()
  expect(beacon.chainNow()).toMatchObject({ isReached: false })
  beacon.close()
})
