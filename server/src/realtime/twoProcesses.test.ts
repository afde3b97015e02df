// Two servers on one database, a SQLite file or PostgreSQL: what happens on one is seen on the other, with Redis, without it, and while it is away.
import { afterEach, describe, expect, it } from 'vitest'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { createIdleSfu } from '../testing/idleSfu.ts'
import { type RedisServer, startRedisServer } from '../testing/redisServer.ts'
import { LAMP, LAMP_PRICE, SCARF, startTestApp, TEST_SHOW, type TestApp } from '../testing/startTestApp.ts'
import { joinShow, newCommentId, newHoldId, type TestClient } from '../testing/testClient.ts'

const postgres = postgresPlaces()
const closers: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

type StartPair = (env?: Record<string, string>) => Promise<[TestApp, TestApp]>

const onOneFile: StartPair = async (env = {}) => {
  const first = await startTestApp({ env })
  closers.push(first.close)
  const second = await startTestApp({ env, dataDir: first.dataDir })
  closers.push(second.close)
  return [first, second]
}

/** Nothing but the database is shared, as between two machines. */
const onPostgres: StartPair = async (env = {}) => {
  const { url, drop } = await postgres()
  closers.push(drop)
  const start = async () => {
    const app = await startTestApp({ env: { ...env, DATABASE_URL: url } })
    closers.push(app.close)
    return app
  }
  return [await start(), await start()]
}

async function startRedis(): Promise<RedisServer> {
  const redis = await startRedisServer()
  closers.push(redis.close)
  return redis
}

async function joinAs(as: 'viewer' | 'staff', app: TestApp): Promise<TestClient> {
  const cookie = as === 'staff' ? await app.staffCookie('owner') : await app.viewerCookie()
  const client = await joinShow({ url: app.url, cookie, as })
  closers.push(client.close)
  return client
}

async function holdLamp(client: TestClient) {
  const offerId = client.snapshot().room.offers.find((offer) => offer.productId === LAMP)?.id
  if (offerId === undefined) throw new Error('the lamp has no offer')
  return client.send('hold:place', { holdId: newHoldId(), lines: [{ offerId, quantity: 1, priceMinor: LAMP_PRICE }] })
}

const post = (client: TestClient, text: string) => client.send('comment:post', { commentId: newCommentId(), text })
const textsOf = (client: TestClient) => client.snapshot().room.comments.rows.map((comment) => comment.text)

/** Everyone followed to the same end, which is what the database says. */
async function expectInStep(app: TestApp, clients: readonly TestClient[], viewers: number): Promise<void> {
  const record = await app.store.readRoom(TEST_SHOW)
  if (record === null) throw new Error('the show is gone')
  const { show, pins, sale, offers, comments } = record.room
  const wanted = JSON.stringify({ show, pins, sale, offers, comments, viewers })
  const isThere = ({ room }: ReturnType<TestClient['snapshot']>) =>
    JSON.stringify({
      show: room.show,
      pins: room.pins,
      sale: room.sale,
      offers: room.offers,
      comments: room.comments,
      viewers: room.viewers,
    }) === wanted
  await Promise.all(clients.map((client) => client.until(isThere)))
}

describe('a host who goes on by way of another process', () => {
  it('cuts off who sent before, and every desk reads from what it sends', async () => {
    const gaveWay: string[] = []
    const first = await startTestApp({
      createSfu: async (options) => ({
        ...(await createIdleSfu(options)),
        giveWay: (showId) => void gaveWay.push(showId),
      }),
    })
    closers.push(first.close)
    const second = await startTestApp({ dataDir: first.dataDir })
    closers.push(second.close)
    const desk = await joinAs('staff', first)
    const place = { status: 'on', renew: true } as const
    const nodeOf = (app: TestApp) => app.url
    await second.store.setHost(TEST_SHOW, { ...place, mediaNode: nodeOf(first), device: 'computer' })
    await desk.until(({ room }) => room.show.hostDevice === 'computer')
    expect(gaveWay).toEqual([])

    await second.store.setHost(TEST_SHOW, { ...place, mediaNode: nodeOf(second), device: 'phone' })

    await desk.until(({ room }) => room.show.hostDevice === 'phone')
    expect(gaveWay).toEqual([TEST_SHOW])
    await second.store.setHost(TEST_SHOW, { ...place, mediaNode: nodeOf(second), device: 'tablet' })
    await desk.until(({ room }) => room.show.hostDevice === 'tablet')
    expect(gaveWay).toEqual([TEST_SHOW])
  })
})

describe.each([
  ['SQLite file', onOneFile],
  ['PostgreSQL', onPostgres],
])('two processes on one %s', (_name, startPair) => {
  it('share room state and comments without Redis', async () => {
    const [first, second] = await startPair()
    const staff = await joinAs('staff', first)
    const far = await joinAs('viewer', second)

    await staff.send('show:goLive', {})
    await staff.send('pins:set', { productIds: [SCARF] })
    await far.until(({ room }) => room.show.phase === 'live' && room.pins.productIds.length === 1)
    expect(await holdLamp(far)).toMatchObject({ ok: true })
    await post(far, 'from afar')

    await staff.until(({ room }) => room.comments.rows.length === 1 && room.offers.some((offer) => offer.free === 2))
    expect(textsOf(staff)).toEqual(['from afar'])
  })

  it('count people over both with Redis, and share a room', async () => {
    const redis = await startRedis()
    const [first, second] = await startPair({ REDIS_URL: redis.url })
    const near = await joinAs('viewer', first)
    const far = await joinAs('viewer', second)

    await Promise.all([near, far].map((client) => client.until(({ room }) => room.viewers === 2)))
    await post(near, 'hello')
    await far.until(({ room }) => room.comments.rows.length === 1)

    await expectInStep(first, [near, far], 2)
  })

  it('leave nobody out of step when Redis is killed and comes back in the middle', async () => {
    const redis = await startRedis()
    const [first, second] = await startPair({ REDIS_URL: redis.url, LOG_LEVEL: 'silent' })
    const staff = await joinAs('staff', first)
    const [near, far] = [await joinAs('viewer', first), await joinAs('viewer', second)]
    await staff.send('show:goLive', {})
    await expectInStep(first, [staff, near, far], 2)

    await redis.signal('SIGKILL')
    expect(await staff.send('pins:set', { productIds: [LAMP] })).toMatchObject({ ok: true })
    expect(await holdLamp(far)).toMatchObject({ ok: true })
    await post(near, 'redis is away')
    await expectInStep(first, [staff, near, far], 2)
    await redis.start()
    expect(await holdLamp(near)).toMatchObject({ ok: true })
    await staff.send('pins:set', { productIds: [] })
    await post(far, 'redis is back')

    await expectInStep(first, [staff, near, far], 2)
  })

  it('hold and comment while Redis is stalled', async () => {
    const redis = await startRedis()
    const [first, second] = await startPair({ REDIS_URL: redis.url, LOG_LEVEL: 'silent' })
    const staff = await joinAs('staff', first)
    const far = await joinAs('viewer', second)
    await staff.send('show:goLive', {})
    await expectInStep(first, [staff, far], 1)

    await redis.signal('SIGSTOP')
    expect(await holdLamp(far)).toMatchObject({ ok: true })
    expect(await post(far, 'still here')).toMatchObject({ ok: true })
    await expectInStep(first, [staff, far], 1)
    await redis.signal('SIGCONT')
    expect(await post(staff, 'all of us')).toMatchObject({ ok: true })

    await expectInStep(first, [staff, far], 1)
  })
})
