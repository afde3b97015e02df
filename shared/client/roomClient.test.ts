// The room client over real sockets, against a server that says just what each test needs.
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import type { Socket } from 'socket.io'
import { afterEach, expect, test, vi } from 'vitest'
import { SOCKET_PATH } from '../contract/handshake.ts'
import { CommentId, HoldId, OfferId, ShowId } from '../contract/ids.ts'
import { aComment, aHold, anOffer, aShow, aSnapshot, aWait } from './builders.ts'
import { createRoomClient } from './roomClient.ts'
import type { RoomClient } from './types.ts'

const undo: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const act of undo.splice(0).reverse()) await act()
})

const hold = aHold()

interface FakeRoom {
  readonly url: string
  readonly port: number
  readonly io: Server
  joins: number
  /** What the next snapshot says. */
  state: { epoch: string; frame: number; viewers: number; version: number }
  /** Sends a frame with this number of viewers. */
  frame(n: number, viewers: number): void
  close(): Promise<void>
}
type Answer = (socket: Socket, input: unknown) => unknown

async function startRoom(answers: Record<string, Answer> = {}, port = 0): Promise<FakeRoom> {
  const http = createServer()
  const io = new Server(http, { path: SOCKET_PATH })
  const room: FakeRoom = {
    url: '',
    port: 0,
    io,
    joins: 0,
    state: { epoch: 'e1', frame: 0, viewers: 1, version: 1 },
    frame: (n, viewers) => void io.emit('frame', { epoch: 'e1', n, now: 0, room: { viewers } }),
    close: () => io.close(),
  }
  const all: Record<string, Answer> = {
    'show:join': () => join(room),
    'time:sync': () => ({ ok: true, value: { now: 1_000_000 } }),
    ...answers,
  }
  io.on('connection', (socket) => {
    for (const [name, answer] of Object.entries(all)) {
      socket.on(name, (input: unknown, reply: (value: unknown) => void) => reply(answer(socket, input)))
    }
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const { port: taken } = http.address() as AddressInfo
  undo.push(() => io.close())
  return Object.assign(room, { url: `http://127.0.0.1:${taken}`, port: taken })
}

function join(room: FakeRoom): unknown {
  room.joins += 1
  const { epoch, frame, viewers, version } = room.state
  const snapshot = aSnapshot({
    epoch,
    frame,
    serverNow: 1_000_000,
    room: { show: aShow({ version }), viewers, offers: [anOffer()] },
  })
  const media = { nodeUrl: null, mediaToken: 't', rtpCapabilities: null }
  return { ok: true, value: { snapshot, media, reconnectSpreadMs: 1_000, combines: true } }
}

function enter(url: string): RoomClient {
  const whose = { as: 'viewer', showId: ShowId.parse('s1'), via: null } as const
  const client = createRoomClient({ url, ...whose, headers: { cookie: 'a=b' } })
  undo.push(() => client.close())
  return client
}

const joined = (client: RoomClient) => vi.waitFor(() => expect(client.getView().status).toBe('joined'), 20_000)

test('a client joins, shows the room, and runs on the server clock', async () => {
  const room = await startRoom()
  const client = enter(room.url)

  expect(client.getView().status).toBe('joining')
  await joined(client)

  expect(client.getView().room?.viewers).toBe(1)
  expect(client.joinMs()).toBeGreaterThan(0)
  await vi.waitFor(() => expect(client.clock.errorMs()).toBeLessThan(500), 20_000)
  expect(client.clock.now()).toBeGreaterThanOrEqual(1_000_000)
  expect(client.clock.now()).toBeLessThan(1_060_000)
})

test('frames in a row are followed without asking again', async () => {
  const room = await startRoom()
  const client = enter(room.url)
  await joined(client)

  for (const n of [1, 2, 3]) room.frame(n, n * 10)

  await vi.waitFor(() => expect(client.getView().room?.viewers).toBe(30), 20_000)
  expect(room.joins).toBe(1)
})

test('a gap is mended by one snapshot, while what is known stays shown', async () => {
  const room = await startRoom()
  const client = enter(room.url)
  await joined(client)
  const seen = new Set<string>()
  client.subscribe(() => seen.add(client.getView().status))

  Object.assign(room.state, { frame: 7, viewers: 70 })
  for (const n of [3, 5, 7]) room.frame(n, n)

  await vi.waitFor(() => expect(client.getView().room?.viewers).toBe(70), 20_000)
  expect(room.joins).toBe(2)
  expect([...seen]).toEqual(['joined'])
})

test('a frame that overtakes a snapshot which it is newer than is what is shown', async () => {
  const room: FakeRoom = await startRoom({
    'show:join': () => {
      if (room.joins === 1) room.frame(8, 80)
      return join(room)
    },
  })
  const client = enter(room.url)
  await joined(client)

  Object.assign(room.state, { frame: 7, viewers: 70 })
  room.frame(7, 7)
  await vi.waitFor(() => expect(room.joins).toBe(2), 20_000)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(client.getView().room?.viewers).toBe(80)
  expect(room.joins).toBe(2)
})

test('a snapshot older than the gap is not enough: another one is taken', async () => {
  const room = await startRoom()
  const client = enter(room.url)
  await joined(client)

  room.frame(5, 5)
  await vi.waitFor(() => expect(room.joins).toBe(2), 20_000)
  room.state.frame = 5

  await vi.waitFor(() => expect(room.joins).toBe(3), 20_000)
})

test('a server that comes back is joined again by itself, the last state stays shown meanwhile', async () => {
  const room = await startRoom()
  const client = enter(room.url)
  await joined(client)

  await room.close()
  await vi.waitFor(() => expect(client.getView().status).toBe('reconnecting'), 20_000)
  expect(client.getView().room?.viewers).toBe(1)
  expect(await client.send('comment:post', { commentId: CommentId.parse('c1'), text: 'hi' })).toMatchObject({
    code: 'TRY_AGAIN',
  })
  const again = await startRoom({}, room.port)
  again.state = { epoch: 'e2', frame: 4, viewers: 9, version: 2 }

  await joined(client)
  await vi.waitFor(() => expect(client.getView().room?.viewers).toBe(9), 20_000)
})

test('a draining server is left and another connection made', async () => {
  const room = await startRoom()
  const client = enter(room.url)
  await joined(client)

  room.io.emit('server:draining', { spreadMs: 0 })

  await vi.waitFor(() => expect(room.joins).toBe(2), 20_000)
  await joined(client)
})

test('a refused handshake is said and not tried again', async () => {
  const room = await startRoom()
  let tries = 0
  room.io.use((_socket, next) => {
    tries += 1
    next(Object.assign(new Error('refused'), { data: { code: 'SESSION_OVER' } }))
  })
  const client = enter(room.url)

  await vi.waitFor(() => expect(client.getView()).toMatchObject({ status: 'refused', refusal: 'SESSION_OVER' }), 20_000)
  expect(tries).toBe(1)
})

test('an unknown show is said', async () => {
  const room = await startRoom({ 'show:join': () => ({ ok: false, code: 'SHOW_NOT_FOUND', retryable: false }) })

  const client = enter(room.url)

  await vi.waitFor(() => expect(client.getView()).toMatchObject({ refusal: 'SHOW_NOT_FOUND' }), 20_000)
  expect(client.getView().status).toBe('refused')
})

test('a granted hold is shown from its reply on', async () => {
  const room = await startRoom({ 'hold:place': () => ({ ok: true, value: hold }) })
  const client = enter(room.url)
  await joined(client)

  const reply = await client.send('hold:place', { holdId: HoldId.parse('h1'), lines: [] })

  expect(reply.ok).toBe(true)
  expect(client.getView().own.holds.map(({ id }) => id)).toEqual(['h1'])
})

test('an answer that does not fit the contract is INTERNAL, never thrown', async () => {
  const room = await startRoom({ 'hold:place': () => ({ ok: true, value: { id: 7 } }), 'hold:release': () => 'what?' })
  const client = enter(room.url)
  await joined(client)
  const holdId = HoldId.parse('h1')

  expect(await client.send('hold:place', { holdId, lines: [] })).toMatchObject({ ok: false, code: 'INTERNAL' })
  expect(await client.send('hold:release', { holdId })).toMatchObject({ ok: false, code: 'INTERNAL' })
})

test('a hold whose answer was lost is asked for again as a repeat, and as new once it was answered', async () => {
  const inputs: unknown[] = []
  let isLost = true
  const room = await startRoom({
    'hold:place': (socket, input) => {
      inputs.push(input)
      if (isLost) socket.disconnect(true)
      return { ok: false, code: 'SOLD_OUT', retryable: false }
    },
  })
  const client = enter(room.url)
  const command = { holdId: HoldId.parse('h1'), lines: [] }
  await joined(client)

  expect(await client.send('hold:place', command)).toMatchObject({ code: 'TRY_AGAIN' })
  isLost = false
  await joined(client)
  await client.send('hold:place', command)
  await client.send('hold:place', command)

  expect(inputs).toEqual([command, { ...command, repeat: true }, command])
})

test('own holds and places in line come together, a joined line is shown from its reply on', async () => {
  const room = await startRoom({ 'waitlist:join': () => ({ ok: true, value: aWait() }) })
  const client = enter(room.url)
  await joined(client)

  await client.send('waitlist:join', { offerId: OfferId.parse('o1'), quantity: 1 })
  expect(client.getView().own.waits).toMatchObject([{ offerId: 'o1', state: 'waiting', ahead: 2 }])
  room.io.emit('own:changed', {
    holds: [aHold({ waited: true })],
    waits: [aWait({ state: 'served', ahead: 0, version: 2 })],
  })

  await vi.waitFor(() => expect(client.getView().own.waits).toMatchObject([{ state: 'served' }]), 20_000)
  expect(client.getView().own.holds).toMatchObject([{ id: 'h1', waited: true }])
})

test('what staff changed on an offer is shown from the reply on', async () => {
  const changed = anOffer({ allotted: 12, free: 12, version: 2 })
  const room = await startRoom({ 'offer:change': () => ({ ok: true, value: changed }) })
  const client = enter(room.url)
  await joined(client)

  await client.send('offer:change', { offerId: OfferId.parse('o1'), allotted: 12 })

  expect(client.getView().room?.offers).toMatchObject([{ id: 'o1', allotted: 12 }])
})

test('the own comment is shown from the reply on as everyone sees it, also where the room never tells it', async () => {
  const room = await startRoom({ 'comment:post': () => ({ ok: true, value: { ...aComment(4), bought: null } }) })
  const client = enter(room.url)
  await joined(client)

  await client.send('comment:post', { commentId: CommentId.parse('c4'), text: '4' })
  expect(client.getView().room?.comments.rows).toEqual([aComment(4)])
  room.io.emit('frame', { epoch: 'e1', n: 1, now: 0, room: { comments: { rows: [aComment(4)], removed: [] } } })
  room.frame(2, 20)

  await vi.waitFor(() => expect(client.getView().room?.viewers).toBe(20), 20_000)
  expect(client.getView().room?.comments.rows.map(({ id }) => id)).toEqual(['c4'])
})

test('a session that is over is said at once and not tried again', async () => {
  const room = await startRoom()
  const client = enter(room.url)
  await joined(client)

  room.io.emit('session:over', { code: 'SESSION_OVER' })

  await vi.waitFor(() => expect(client.getView().status).toBe('refused'), 20_000)
  expect(client.getView().refusal).toBe('SESSION_OVER')
  await vi.waitFor(() => expect(room.io.engine.clientsCount).toBe(0), 20_000)
})
