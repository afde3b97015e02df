// Overlays over real sockets: what they read, that they can do nothing else, and how their address ends.
import { COMMAND_NAMES } from '@lantern/shared/contract/commands.ts'
import { EVENT_SCHEMAS } from '../commands/contract.ts'
import { PROTOCOL, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { StaffId } from '@lantern/shared/contract/ids.ts'
import type { OverlayStatus, SoldOrder } from '@lantern/shared/contract/overlay.ts'
import { io, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import { paid } from '../ledger/proofs/testShop.ts'
import {
  LAMP,
  LAMP_PRICE,
  startTestApp,
  TEST_SHOW,
  type TestApp,
  type TestAppOptions,
} from '../testing/startTestApp.ts'
import { joinShow, newHoldId, type TestClient } from '../testing/testClient.ts'

const closers: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function start(options: TestAppOptions = {}): Promise<TestApp> {
  const app = await startTestApp(options)
  closers.push(app.close)
  return app
}

async function join(app: TestApp, as: 'viewer' | 'staff'): Promise<TestClient> {
  const cookie = as === 'staff' ? await app.staffCookie('owner') : await app.viewerCookie()
  const client = await joinShow({ url: app.url, cookie, as })
  closers.push(client.close)
  return client
}

async function renew(staff: TestClient): Promise<string> {
  const outcome = await staff.send('overlay:renew', {})
  expect(outcome).toMatchObject({ ok: true, value: { token: expect.stringMatching(/^[\w-]{32}$/) } })
  return outcome.ok ? (outcome.value as { token: string }).token : ''
}

function connect(app: TestApp, token: string, more = {}): Promise<Socket> {
  const auth = { as: 'overlay', protocol: PROTOCOL, showId: TEST_SHOW, token, name: 'main', ...more }
  const socket = io(app.url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth,
  })
  closers.push(() => socket.close())
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', (error) => reject(error))
  })
}

const send = (socket: Socket, name: string, input: unknown) => socket.timeout(5000).emitWithAck(name, input)
const enter = (socket: Socket, showId: string = TEST_SHOW) => send(socket, 'show:join', { showId, via: null })
const next = (socket: Socket, name: string) => new Promise<unknown>((resolve) => socket.once(name, resolve))

async function statesOf(staff: TestClient): Promise<string[]> {
  const outcome = await staff.send('overlay:status', {})
  return outcome.ok ? (outcome.value as OverlayStatus).overlays.map(({ state }) => state) : []
}

describe('an overlay', () => {
  it('reads the room as a viewer does, and is no viewer', async () => {
    const app = await start()
    const staff = await join(app, 'staff')
    const viewer = await join(app, 'viewer')
    await viewer.until(({ room }) => room.viewers === 1)
    const socket = await connect(app, await renew(staff))

    const joined = await enter(socket)
    const frame = next(socket, 'frame')
    await staff.send('pins:set', { productIds: [LAMP] })

    expect(joined).toMatchObject({
      ok: true,
      value: { snapshot: { desk: null, own: { holds: [] }, room: { viewers: 1 } } },
    })
    expect(EVENT_SCHEMAS.frame.parse(await frame).room).toMatchObject({ pins: { productIds: [LAMP] } })
    expect((await viewer.rejoin()).room.viewers).toBe(1)
  })

  it('gets no token for the picture', async () => {
    const app = await start()
    const socket = await connect(app, await renew(await join(app, 'staff')))

    expect(await enter(socket)).toMatchObject({ value: { media: { mediaToken: '', rtpCapabilities: null } } })
  })

  it('may send nothing but its join, its clock and its beat, and joins no other show', async () => {
    const app = await start()
    const socket = await connect(app, await renew(await join(app, 'staff')))
    await enter(socket)
    const mayNot = COMMAND_NAMES.filter((name) => !['show:join', 'time:sync', 'overlay:beat'].includes(name))

    const codes = new Set<string>()
    for (const name of mayNot) codes.add((await send(socket, name, {})).code)

    expect([...codes]).toEqual(['NOT_ALLOWED'])
    expect(await enter(socket, 'another')).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await send(socket, 'time:sync', {})).toMatchObject({ ok: true })
    expect(await send(socket, 'overlay:beat', { active: true, painted: true })).toMatchObject({ ok: true })
  })

  it.each([
    ['another token', { token: 'x'.repeat(32) }, 'NOT_ALLOWED'],
    ['a token for another show', { showId: 'another' }, 'NOT_ALLOWED'],
    ['no token', { token: '' }, 'BAD_INPUT'],
    ['a name that is none', { name: '<b>' }, 'BAD_INPUT'],
  ])('is not let in with %s', async (_what, more, code) => {
    const app = await start()
    const good = await renew(await join(app, 'staff'))

    await expect(connect(app, good, more)).rejects.toMatchObject({ data: { code } })
  })

  it('may be made and turned off by the desk alone', async () => {
    const app = await start()
    const moderator = await joinShow({ url: app.url, cookie: await app.staffCookie('moderator'), as: 'staff' })
    closers.push(moderator.close)
    const viewer = await join(app, 'viewer')

    for (const client of [moderator, viewer]) {
      expect(await client.send('overlay:renew', {})).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await client.send('overlay:revoke', {})).toMatchObject({ code: 'NOT_ALLOWED' })
    }
    expect(await viewer.send('overlay:status', {})).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await moderator.send('overlay:status', {})).toMatchObject({ ok: true, value: { madeAt: null } })
  })
})

describe('the address of an overlay', () => {
  it.each(['overlay:renew', 'overlay:revoke'] as const)(
    'ends at once with %s, and is not let in again',
    async (how) => {
      const app = await start()
      const staff = await join(app, 'staff')
      const token = await renew(staff)
      const socket = await connect(app, token)
      await enter(socket)
      const [over, lost] = [next(socket, 'session:over'), next(socket, 'disconnect')]

      await staff.send(how, {})

      expect(await over).toEqual({ code: 'NOT_ALLOWED' })
      await lost
      await expect(connect(app, token)).rejects.toMatchObject({ data: { code: 'NOT_ALLOWED' } })
    },
  )

  it('ends on another process, too', async () => {
    const app = await start()
    const far = await start({ dataDir: app.dataDir })
    const staff = await join(app, 'staff')
    const socket = await connect(far, await renew(staff))
    await enter(socket)
    // What looks at the key when it joins has looked by now.
    await send(socket, 'overlay:beat', { active: true, painted: true })
    const over = next(socket, 'session:over')

    await staff.send('overlay:revoke', {})

    expect(await over).toEqual({ code: 'NOT_ALLOWED' })
  })

  it('that ended between the handshake and the join closes what joins with it', async () => {
    const app = await start()
    const staff = await join(app, 'staff')
    const socket = await connect(app, await renew(staff))
    await staff.send('overlay:renew', {})

    const over = next(socket, 'session:over')
    await enter(socket)

    expect(await over).toEqual({ code: 'NOT_ALLOWED' })
  })

  it('is looked at again every so often, should the news of its end be lost', async () => {
    const app = await start({ sessionCheckMs: 100 })
    const socket = await connect(app, await renew(await join(app, 'staff')))

    // It has not joined: no room tells it anything.
    const over = next(socket, 'session:over')
    await app.identity.revokeOverlayToken(TEST_SHOW, StaffId.parse('someone'))

    expect(await over).toEqual({ code: 'NOT_ALLOWED' })
  })
})

describe('what staff see of an overlay', () => {
  it('is live while it beats, over two processes, and gone when it was closed', async () => {
    const app = await start()
    const far = await start({ dataDir: app.dataDir })
    const staff = await join(app, 'staff')
    const socket = await connect(far, await renew(staff))
    await enter(socket)

    await send(socket, 'overlay:beat', { active: true, painted: true })
    expect(await statesOf(staff)).toEqual(['live'])
    await send(socket, 'overlay:beat', { active: false, painted: false })
    expect(await statesOf(staff)).toEqual(['hidden'])
    socket.close()

    await expect.poll(() => statesOf(staff)).toEqual(['gone'])
  })
})

describe('what was sold', () => {
  it('is told to overlays when it is paid, without a name, a hold or an order number', async () => {
    const app = await start()
    const staff = await join(app, 'staff')
    await staff.send('show:goLive', {})
    const token = await renew(staff)
    const socket = await connect(app, token)
    const first = next(socket, 'sold:changed')
    await enter(socket)
    const buyer = await join(app, 'viewer')
    const { offers } = buyer.snapshot().room
    const offerId = offers.find((offer) => offer.productId === LAMP)?.id
    const holdId = newHoldId()
    expect(await first).toEqual({ sold: [] })

    const told = next(socket, 'sold:changed')
    await buyer.sendRaw('hold:place', { holdId, lines: [{ offerId, quantity: 2, priceMinor: LAMP_PRICE }] })
    await app.ledger.report(paid(holdId, 'order-77', { amountMinor: 25_800 }))
    const { sold } = EVENT_SCHEMAS['sold:changed'].parse(await told)

    const { name } = buyer.snapshot().self
    expect(sold).toMatchObject([{ buyer: `${[...name][0]}**`, items: [{ productId: LAMP, quantity: 2 }] }])
    expect(JSON.stringify(sold)).not.toMatch(new RegExp(`${holdId}|order-77|${name}`))
    const late = await connect(app, token)
    const again = next(late, 'sold:changed')
    await enter(late)
    expect((await again) as { sold: SoldOrder[] }).toEqual({ sold })
  })
})
