// One address on real sockets and two processes: what its new viewers are told, and who lifts its limits with crowd:lift.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '@lantern/shared/contract/roles.ts'
import { Show } from '@lantern/shared/contract/things.ts'
import { COMMENT_PACE } from '../domain/pace.ts'
import { LAMP, LAMP_PRICE, startTestApp, TEST_SHOW, type TestApp } from '../testing/startTestApp.ts'
import { connectSocket, joinShow, newCommentId, newHoldId, type TestClient } from '../testing/testClient.ts'

/** Everybody here comes from one address, with a cookie that is newer than the show. */
const ALLOTTED = 50
const SHARE = 10
const options = { env: { ADDRESS_SHARE: '20' }, limitFactor: 1000 }

let app: TestApp
const closers: (() => Promise<void> | void)[] = []

beforeEach(async () => {
  app = await startTestApp(options)
  closers.push(app.close)
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function startAnother(): Promise<TestApp> {
  const other = await startTestApp({ ...options, dataDir: app.dataDir })
  closers.push(other.close)
  return other
}

async function join(as: 'viewer' | Role, at = app): Promise<TestClient> {
  const cookie = as === 'viewer' ? await at.viewerCookie() : await at.staffCookie(as)
  const client = await joinShow({ url: at.url, cookie, as: as === 'viewer' ? 'viewer' : 'staff' })
  closers.push(client.close)
  return client
}

const lampOf = ({ room }: ReturnType<TestClient['snapshot']>) => {
  const offerId = room.offers.find(({ productId }) => productId === LAMP)?.id
  if (offerId === undefined) throw new Error('the lamp has no offer')
  return offerId
}
const hold = (viewer: TestClient, quantity: number) =>
  viewer.send('hold:place', {
    holdId: newHoldId(),
    lines: [{ offerId: lampOf(viewer.snapshot()), quantity, priceMinor: LAMP_PRICE }],
  })

/** On air, with enough lamps; two viewers hold what their address may. */
async function fill(): Promise<TestClient> {
  const owner = await join('owner')
  await owner.send('show:goLive', {})
  await owner.send('offer:change', { offerId: lampOf(owner.snapshot()), allotted: ALLOTTED, perViewer: SHARE / 2 })
  for (const viewer of [await join('viewer'), await join('viewer')]) {
    expect(await hold(viewer, SHARE / 2)).toMatchObject({ ok: true })
  }
  return owner
}
const crowdIs = (wanted: string) => (snapshot: ReturnType<TestClient['snapshot']>) =>
  snapshot.room.show.crowd === wanted

test('the next of one address is told the truth, staff everywhere see why, and a lift on another process lets them in', async () => {
  const owner = await fill()
  const other = await startAnother()
  const [late, assistant] = [await join('viewer', other), await join('assistant', other)]

  const refused = await hold(late, 1)
  expect(refused).toMatchObject({
    code: 'CROWDED_ADDRESS',
    retryable: true,
    detail: { offerId: lampOf(late.snapshot()) },
  })
  await Promise.all([owner, assistant].map((client) => client.until(crowdIs('met'))))

  expect(await owner.send('crowd:lift', {})).toMatchObject({ ok: true, value: { crowd: 'lifted' } })
  expect(await hold(late, 1)).toMatchObject({ ok: true })
  await Promise.all([owner, assistant, late].map((client) => client.until(crowdIs('lifted'))))
})

test('owner, host and assistant may lift; a moderator, a viewer and who has not joined may not', async () => {
  await fill()
  const stranger = await connectSocket({ url: app.url, cookie: await app.staffCookie('owner'), as: 'staff' })
  closers.push(() => void stranger.close())
  const codes = new Map<string, unknown>()
  for (const as of ['viewer', 'moderator'] as const) {
    codes.set(as, await (await join(as)).send('crowd:lift', {}))
  }

  expect(await stranger.emitWithAck('crowd:lift', {})).toMatchObject({ code: 'NOT_JOINED' })
  expect([...codes]).toMatchObject([
    ['viewer', { code: 'NOT_ALLOWED' }],
    ['moderator', { code: 'NOT_ALLOWED' }],
  ])
  expect((await app.store.readRoom(TEST_SHOW))?.room.show.crowd).toBe('on')
  for (const role of ['assistant', 'host', 'owner'] as const) {
    expect(await (await join(role)).send('crowd:lift', {})).toMatchObject({ ok: true })
  }
  expect(await (await join('owner')).sendRaw('crowd:lift', null)).toMatchObject({ code: 'BAD_INPUT' })
})

test('lifted twice, one after the other or at once on two processes, it is lifted once', async () => {
  const owner = await fill()
  const host = await join('host', await startAnother())
  const versionOf = (outcome: Awaited<ReturnType<typeof hold>>) =>
    outcome.ok ? Show.parse(outcome.value).version : NaN

  const both = await Promise.all([owner, host, owner, host].map((client) => client.send('crowd:lift', {})))
  const cursor = (await app.store.readRoom(TEST_SHOW))?.cursor
  const again = await owner.send('crowd:lift', {})

  expect(new Set([...both, again].map(versionOf)).size).toBe(1)
  expect((await app.store.readRoom(TEST_SHOW))?.cursor).toBe(cursor)
})

test('it outlives a restart and ends with the show', async () => {
  const owner = await fill()
  await owner.send('crowd:lift', {})
  const again = await startAnother()
  await app.close()

  const late = await join('viewer', again)
  expect(late.snapshot().room.show.crowd).toBe('lifted')
  expect(await hold(late, 1)).toMatchObject({ ok: true })
  const host = await join('host', again)
  await host.send('show:end', {})
  expect(await host.send('crowd:lift', {})).toMatchObject({ code: 'SHOW_ENDED', retryable: false })
})

test('comments of one address wait, with the time, and are free after the lift; its likes are always taken', async () => {
  const owner = await join('owner')
  await owner.send('show:goLive', {})
  const script = await Promise.all(Array.from({ length: 4 }, () => join('viewer')))
  const say = (viewer: TestClient, text: string) => viewer.send('comment:post', { commentId: newCommentId(), text })
  const from = (n: number) => script[n % script.length] ?? owner
  const posts = Array.from({ length: 2 * COMMENT_PACE.most }, (_, n) => say(from(n), `buy elsewhere ${n}`))
  const refusals = (await Promise.all(posts)).filter((outcome) => !outcome.ok)

  // A few more go through in the time that the whole takes.
  expect(refusals.length).toBeGreaterThan(COMMENT_PACE.most / 2)
  expect(refusals[0]).toMatchObject({ code: 'CROWDED_COMMENTS', retryable: true, retryAfterMs: expect.any(Number) })
  await owner.until(crowdIs('met'))
  await owner.send('crowd:lift', {})
  expect(await say(from(0), 'thank you')).toMatchObject({ ok: true })
  expect(await from(1).send('like:send', { count: 20 })).toEqual({ ok: true, value: {} })
})
