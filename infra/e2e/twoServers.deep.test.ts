// Two server processes, one Redis, one PostgreSQL and 500 viewers: whatever breaks, all of them agree again, and nothing
// that was answered is lost. Budget: 5 minutes.
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import type { RoomClient } from '@lantern/shared/client/types.ts'
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { type PostgresServer, startPostgresServer } from '@lantern/server/src/testing/postgresServer.ts'
import { type RedisServer, startRedisServer } from '@lantern/server/src/testing/redisServer.ts'
import { type ServerProcess, startWorld, type World } from '@lantern/server/src/testing/world.ts'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Crowd, openCrowd } from './crowd/crowd.ts'
import { digestOf } from './crowd/digest.ts'
import type { MemberReport } from './crowd/messages.ts'
import { type Proxy, startProxy } from './crowd/proxy.ts'

const SHOW = 'autumn'
const VIEWERS = 500
const PRODUCTS = ['brass-lamp', 'cotton-tote', 'paper-notebook'].map((id) => ProductId.parse(id))
const SETTLED_WITHIN_MS = 20_000
/** A ping every 10 s, 5 s for its answer: then a silent cut can be noticed. */
const SILENCE_MS = 15_000

let postgres: PostgresServer
let redis: RedisServer
let world: World
let proxies: Proxy[]
let crowd: Crowd
let staff: RoomClient
/** Both servers know the session: it is in the database. */
let cookie: string
let pinTimer: NodeJS.Timeout | undefined
let pinned = 0

const serverAt = (index: number): ServerProcess => {
  const server = world.servers[index]
  if (server === undefined) throw new Error(`no server ${index}`)
  return server
}

async function logIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/staff/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name: 'owner', password: 'lantern-demo' }),
  })
  if (!answer.ok) throw new Error(`login at ${url}: ${answer.status} ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function joinAsStaff({ url }: ServerProcess): Promise<RoomClient> {
  const client = createRoomClient({ url, as: 'staff', showId: ShowId.parse(SHOW), via: null, headers: { cookie } })
  const end = Date.now() + SETTLED_WITHIN_MS
  while (client.getView().status !== 'joined') {
    const { status, refusal } = client.getView()
    if (Date.now() > end) throw new Error(`staff could not join ${url}: ${JSON.stringify({ status, refusal })}`)
    await pause(20)
  }
  return client
}

/** What someone who comes now is told on each server. */
async function readTruth(): Promise<string[]> {
  return Promise.all(
    world.servers.map(async (server) => {
      const fresh = await joinAsStaff(server)
      const digest = digestOf(fresh.getView().room)
      fresh.close()
      return digest
    }),
  )
}

async function isSettled(): Promise<boolean> {
  const [members, truth] = [await crowd.report(), await readTruth()]
  return new Set([...truth, ...members.map(({ digest }) => digest)]).size === 1
}

/** The whole crowd, both servers and the database say the same; answers after how many ms. */
async function settle(): Promise<number> {
  const start = performance.now()
  while (!(await isSettled())) {
    const waited = performance.now() - start
    if (waited > SETTLED_WITHIN_MS) throw new Error(`not of one mind after ${waited} ms: ${await describeSplit()}`)
    await pause(200)
  }
  return Math.round(performance.now() - start)
}

async function describeSplit(): Promise<string> {
  const counts = new Map<string, number>()
  for (const { digest, url } of await crowd.report()) {
    const key = `${url} ${digest}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return JSON.stringify({ truth: await readTruth(), crowd: [...counts] })
}

function startTraffic(): Promise<void> {
  pinTimer = setInterval(() => {
    pinned += 1
    void staff.send('pins:set', { productIds: PRODUCTS.slice(pinned % PRODUCTS.length) })
  }, 200)
  return crowd.start()
}

async function stopTraffic(): Promise<void> {
  clearInterval(pinTimer)
  await crowd.stop()
}

const countDone = (members: readonly MemberReport[]) =>
  members.reduce((sum, { comments, holds }) => sum + comments + holds, 0)

interface Recovery {
  /** Only these count: everyone else was never away. */
  readonly urls: readonly string[]
  readonly brokenAt: number
  /** From here on is counted, ms since the epoch. */
  readonly since: number
}

/** 95 % within 5 s, all within 15 s; answers the figures. */
async function expectBack({ urls, brokenAt, since }: Recovery): Promise<string> {
  const members = (await crowd.report()).filter(({ url }) => urls.includes(url))
  const lost = members.filter(({ lostAt }) => lostAt !== null && lostAt >= brokenAt)
  const waits = lost.map(({ backAt }) => Math.max(0, (backAt ?? Infinity) - since)).sort((a, b) => a - b)
  const p95 = waits[Math.floor(waits.length * 0.95)] ?? Infinity
  expect(lost.length).toBe(members.length)
  expect(p95).toBeLessThanOrEqual(5_000)
  expect(waits.at(-1)).toBeLessThanOrEqual(15_000)
  return `${lost.length} sockets back, 95 % within ${Math.round(p95)} ms, all within ${Math.round(waits.at(-1) ?? 0)} ms`
}

/** Traffic flows before, while and after `breakIt`; afterwards all agree and nothing is lost or doubled. */
async function under(what: string, breakIt: () => Promise<string | void>): Promise<void> {
  const before = countDone(await crowd.report())
  await startTraffic()
  await pause(1_000)
  // Whatever comes of it, the next scene begins in a room at rest.
  const said = await breakIt().finally(() => pause(1_000).then(stopTraffic))
  const settledMs = await settle()
  const members = await crowd.report()
  const done = countDone(members) - before
  console.log(
    `${what}: ${said ?? 'nobody lost the connection'}; of one mind ${settledMs} ms after the last answer; ${done} comments and holds answered`,
  )
  expect(members.flatMap(({ wrongs }) => wrongs)).toEqual([])
  expect(members).toHaveLength(VIEWERS)
  expect(done).toBeGreaterThan(0)
}

/** A comment and a pin on each server, seen by everyone on that server, while Redis is away. */
async function expectWorking(forMs: number): Promise<void> {
  const before = await crowd.report()
  await pause(forMs)
  const after = await crowd.report()
  expect(countDone(after) - countDone(before)).toBeGreaterThan(forMs / 200)
  expect(after.filter(({ lostAt }, index) => lostAt !== before[index]?.lostAt)).toEqual([])
}

function askRedis(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(redis.url).port), '127.0.0.1', () => socket.write(`${command}\r\n`))
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString().trim())
    })
    socket.once('error', reject)
  })
}

beforeAll(async () => {
  postgres = await startPostgresServer()
  redis = await startRedisServer()
  const database = await postgres.createDatabase()
  const env = { DATABASE_URL: database.url, REDIS_URL: redis.url, MIN_TOKEN_AGE_MS: '0', COMMENTS_PER_SECOND: '0' }
  world = await startWorld({ servers: 2, env: { ...env, LOG_LEVEL: 'error' } })
  proxies = await Promise.all(world.servers.map(({ port }) => startProxy(port)))
  const urls = proxies.map(({ url }) => url)
  const opening = { urls, cookieUrl: `${world.url}/s/${SHOW}`, showId: SHOW, count: VIEWERS / 2 }
  crowd = await openCrowd([opening, opening])
  cookie = await logIn(world.url)
  staff = await joinAsStaff(serverAt(0))
  await staff.send('show:goLive', {})
})

afterAll(async () => {
  clearInterval(pinTimer)
  staff?.close()
  await crowd?.close()
  await Promise.all((proxies ?? []).map((proxy) => proxy.close()))
  await world?.close()
  await redis?.close()
  await postgres?.stop()
})

describe('500 viewers on two servers agree with the database, and have seen what is theirs once,', () => {
  it('when nothing breaks', () => under('nothing broken', () => pause(2_000)))

  it('after a server was killed and started again', () =>
    under('server killed', async () => {
      const brokenAt = Date.now()
      await serverAt(1).stop('SIGKILL')
      await pause(500)
      await serverAt(1).start()
      const since = Date.now()
      await pause(8_000)
      return expectBack({ urls: [proxies[1]?.url ?? ''], brokenAt, since })
    }))

  it('after Redis was killed and started again; meanwhile holds and comments go on', () =>
    under('Redis killed', async () => {
      await redis.signal('SIGKILL')
      await expectWorking(4_000)
      await redis.start()
    }))

  it('after Redis stood still for 5 s; meanwhile holds and comments go on', () =>
    under('Redis frozen', async () => {
      await redis.signal('SIGSTOP')
      await expectWorking(5_000)
      await redis.signal('SIGCONT')
    }))

  it('after Redis was emptied', () =>
    under('Redis emptied', async () => {
      expect(await askRedis('FLUSHALL')).toBe('+OK')
      await expectWorking(2_000)
    }))

  it('after all connections were reset', () =>
    under('connections reset', async () => {
      const brokenAt = Date.now()
      for (const proxy of proxies) proxy.cut()
      await pause(8_000)
      return expectBack({ urls: proxies.map(({ url }) => url), brokenAt, since: brokenAt })
    }))

  it('after all connections fell silent', () =>
    under('connections silent', async () => {
      const brokenAt = Date.now()
      for (const proxy of proxies) proxy.silence()
      await pause(SILENCE_MS + 8_000)
      return expectBack({ urls: proxies.map(({ url }) => url), brokenAt, since: brokenAt + SILENCE_MS })
    }))
})
