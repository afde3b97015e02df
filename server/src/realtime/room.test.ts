// The room channel end to end: real sockets, a real database.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LAMP, LAMP_PRICE, SCARF, startTestApp, TEST_SHOW, type TestApp } from '../testing/startTestApp.ts'
import { connectSocket, joinShow, newCommentId, newHoldId, type TestClient } from '../testing/testClient.ts'

let app: TestApp
const open: TestClient[] = []

beforeEach(async () => {
  app = await startTestApp()
})
afterEach(async () => {
  for (const client of open.splice(0)) client.close()
  await app.close()
})

async function join(as: 'viewer' | 'staff', cookie?: string): Promise<TestClient> {
  const own = cookie ?? (await (as === 'staff' ? app.staffCookie('owner') : app.viewerCookie()))
  const client = await joinShow({ url: app.url, cookie: own, as })
  open.push(client)
  return client
}

async function goLive(): Promise<TestClient> {
  const staff = await join('staff')
  expect(await staff.send('show:goLive', {})).toMatchObject({ ok: true })
  return staff
}

const offersOf = (client: TestClient, productId: string) =>
  client.snapshot().room.offers.filter((offer) => offer.productId === productId)

async function lampOffer(client: TestClient) {
  const [offer] = offersOf(client, LAMP)
  if (offer === undefined) throw new Error('the lamp has no offer')
  return offer
}

async function hold(client: TestClient, quantity: number) {
  const { id: offerId, priceMinor } = await lampOffer(client)
  return client.send('hold:place', { holdId: newHoldId(), lines: [{ offerId, quantity, priceMinor }] })
}

/** What everyone in the room must agree on. */
const shared = (client: TestClient) => client.snapshot().room

describe('the room channel', () => {
  it('gives a joiner the whole room', async () => {
    const viewer = await join('viewer')

    const { room, self, desk, own } = viewer.snapshot()

    expect(room.show).toMatchObject({ id: TEST_SHOW, phase: 'scheduled' })
    expect(room.products.map((product) => product.id)).toEqual([LAMP, SCARF])
    expect(room.offers.map((offer) => offer.free)).toEqual([3, 5, 1])
    expect(self.role).toBe('viewer')
    expect(desk).toBeNull()
    expect(own.holds).toEqual([])
  })

  it('counts people, not tabs, and not staff', async () => {
    const cookie = await app.viewerCookie()
    const first = await join('viewer', cookie)
    await join('viewer', cookie)
    await join('staff')
    const other = await join('viewer')

    await first.until(({ room }) => room.viewers === 2)
    other.close()

    await first.until(({ room }) => room.viewers === 1)
  })

  it('carries comments both ways', async () => {
    const staff = await join('staff')
    const viewer = await join('viewer')

    const fromViewer = await viewer.send('comment:post', { commentId: newCommentId(), text: 'Is it warm?' })
    const fromStaff = await staff.send('comment:post', { commentId: newCommentId(), text: 'Very.' })

    expect(fromViewer).toMatchObject({ ok: true, value: { text: 'Is it warm?', fromStaff: false } })
    expect(fromStaff).toMatchObject({ ok: true, value: { fromStaff: true } })
    const texts = ['Is it warm?', 'Very.']
    const hasBoth = (client: TestClient) =>
      client.until(({ room }) => room.comments.rows.map(({ text }) => text).join() === texts.join())
    await Promise.all([hasBoth(staff), hasBoth(viewer)])
  })

  it('shows a pin to viewers', async () => {
    const staff = await goLive()
    const viewer = await join('viewer')

    await staff.send('pins:set', { productIds: [SCARF, LAMP] })

    const { room } = await viewer.until((snapshot) => snapshot.room.pins.productIds.length === 2)
    expect(room.pins.productIds).toEqual([SCARF, LAMP])
  })

  it('changes the stock on every screen when someone holds, and tells the holder on every tab', async () => {
    const staff = await goLive()
    const cookie = await app.viewerCookie()
    const [buyer, otherTab, stranger] = [
      await join('viewer', cookie),
      await join('viewer', cookie),
      await join('viewer'),
    ]

    const outcome = await hold(buyer, 2)

    expect(outcome).toMatchObject({ ok: true, value: { state: 'held' } })
    for (const client of [staff, buyer, otherTab, stranger]) {
      await client.until(({ room }) => room.offers.some((offer) => offer.productId === LAMP && offer.free === 1))
    }
    await otherTab.until(({ own }) => own.holds.length === 1)
    await staff.until(({ desk }) => desk?.holds.length === 1 && desk.totals.held > 0)
    expect(stranger.snapshot().own.holds).toEqual([])
  })

  it('sells the last unit once when two tap at the same moment', async () => {
    await goLive()
    const [first, second] = [await join('viewer'), await join('viewer')]
    const [small, large] = offersOf(first, SCARF)
    const last = [small, large].find((offer) => offer?.free === 1)
    if (last === undefined) throw new Error('no offer with one unit')
    const tap = (client: TestClient) =>
      client.send('hold:place', {
        holdId: newHoldId(),
        lines: [{ offerId: last.id, quantity: 1, priceMinor: last.priceMinor }],
      })

    const outcomes = await Promise.all([tap(first), tap(second)])

    expect(outcomes.map((outcome) => (outcome.ok ? 'held' : outcome.code)).sort()).toEqual(['SOLD_OUT', 'held'])
    for (const client of [first, second]) {
      await client.until(({ room }) => room.offers.some((offer) => offer.id === last.id && offer.free === 0))
    }
  })

  it('gives late joiners and reconnecting clients the same as those who followed', async () => {
    const staff = await goLive()
    const follower = await join('viewer')
    await staff.send('pins:set', { productIds: [LAMP] })
    await hold(follower, 1)
    await follower.send('comment:post', { commentId: newCommentId(), text: 'Mine!' })
    await follower.until(({ room }) => room.comments.rows.length === 1 && room.viewers === 1)
    await staff.until(({ room }) => room.comments.rows.length === 1 && room.offers.some((offer) => offer.free === 2))

    const late = await join('staff')
    const followed = shared(follower)
    const record = await app.store.readRoom(TEST_SHOW)

    expect(shared(late)).toEqual(followed)
    expect((await staff.rejoin()).room).toEqual(followed)
    expect(record?.room).toMatchObject({ show: followed.show, pins: followed.pins, offers: followed.offers })
    expect((await follower.rejoin()).own.holds).toHaveLength(1)
  })
})

describe('a hold past its deadline', () => {
  it('gives its units back on all screens', async () => {
    await app.close()
    app = await startTestApp({ env: { HOLD_MINUTES: '0.02' } })
    await goLive()
    const [buyer, other] = [await join('viewer'), await join('viewer')]

    await hold(buyer, 3)

    const free = (units: number) => (client: TestClient) =>
      client.until(({ room }) => room.offers.some((offer) => offer.productId === LAMP && offer.free === units))
    await free(0)(other)
    await Promise.all([free(3)(other), free(3)(buyer)])
    await buyer.until(({ own }) => own.holds.some(({ state }) => state === 'expired'))
  })
})

describe('the edge', () => {
  it('refuses what a role may not send', async () => {
    const [viewer, moderator] = [await join('viewer'), await join('staff', await app.staffCookie('moderator'))]
    const { id: offerId } = await lampOffer(viewer)

    const outcomes = await Promise.all([
      viewer.send('show:goLive', {}),
      viewer.send('pins:set', { productIds: [] }),
      moderator.send('pins:set', { productIds: [] }),
      moderator.send('hold:place', { holdId: newHoldId(), lines: [{ offerId, quantity: 1, priceMinor: LAMP_PRICE }] }),
    ])

    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  })

  it('refuses malformed and unknown messages and lives on', async () => {
    const viewer = await join('viewer')
    const bad: [string, unknown][] = [
      ['hold:place', null],
      ['hold:place', { holdId: '../x', lines: [] }],
      ['comment:post', { commentId: 'a', text: 'x'.repeat(9000) }],
      ['__proto__', {}],
      ['constructor', {}],
      ['show:destroy', {}],
    ]

    for (const [name, input] of bad) {
      expect(await viewer.sendRaw(name, input)).toMatchObject({ ok: false, code: 'BAD_INPUT' })
    }
    viewer.socket.emit('comment:post', 'no answer wanted')

    expect(await viewer.send('time:sync', {})).toMatchObject({ ok: true })
  })

  it('asks for a joined show, and for one that there is', async () => {
    const socket = await connectSocket({ url: app.url, cookie: await app.viewerCookie(), as: 'viewer' })

    const early = await socket.emitWithAck('comment:post', { commentId: newCommentId(), text: 'hello' })
    const lost = await socket.emitWithAck('show:join', { showId: 'no-such-show', via: null })

    expect(early).toMatchObject({ ok: false, code: 'NOT_JOINED' })
    expect(lost).toMatchObject({ ok: false, code: 'SHOW_NOT_FOUND' })
    socket.close()
  })

  it('lets nobody in without a cookie that is good', async () => {
    const refusal = (as: 'viewer' | 'staff') =>
      connectSocket({ url: app.url, cookie: 'lantern_viewer=forged; lantern_staff=forged', as }).catch(
        (error: { data?: unknown }) => error.data,
      )

    expect(await refusal('viewer')).toEqual({ code: 'SESSION_OVER' })
    expect(await refusal('staff')).toMatchObject({ code: expect.stringMatching(/LOGIN_NEEDED|SESSION_OVER/) })
  })

  it('slows down who sends too much', async () => {
    const viewer = await join('viewer')
    const post = () => viewer.send('comment:post', { commentId: newCommentId(), text: 'again' })

    const outcomes = await Promise.all(Array.from({ length: 15 }, post))

    const refused = outcomes.filter((outcome) => !outcome.ok)
    expect(refused.length).toBe(5)
    expect(refused[0]).toMatchObject({ code: 'TOO_MANY', retryAfterMs: expect.any(Number) })
  })
})
