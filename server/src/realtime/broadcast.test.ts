// Frames past engine.io's queue: every client gets all of them in order, whichever way they went.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { Socket as NetSocket } from 'node:net'
import { generate } from 'selfsigned'
import { io, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import { straightWay } from './lines.ts'
import { createPublisher } from './publisher.ts'
import { createSockets, roomNames, type RoomSocket } from './sockets.ts'

const SHOW = ShowId.parse('a-show')
const STAFF = [
  { name: 'staff', hidden: new Set<string>() },
  { name: 'staff-totals', hidden: new Set(['totals']) },
]
const MOST_WAITING = 200_000
const closers: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function makeSecureServer(): Promise<Server> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }])
  return createSecureServer({ key, cert })
}

async function startRoom(scheme: 'http' | 'https' = 'http') {
  const server = scheme === 'http' ? createServer() : await makeSecureServer()
  const sockets = createSockets(() => true)
  const seated: RoomSocket[] = []
  let drops = 0
  sockets.on('connection', (socket) => {
    seated.push(socket)
    void socket.join(roomNames.audience(String(socket.handshake.auth['audience'] ?? 'viewers'), SHOW))
  })
  sockets.attach(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => sockets.close())
  const publisher = createPublisher({
    sockets,
    clock: Date.now,
    staff: STAFF,
    mostWaiting: MOST_WAITING,
    onDrop: () => void (drops += 1),
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const tell = (viewers: number) => publisher.publish(SHOW, { room: { viewers }, desk: {} })
  return { port, url: `${scheme}://127.0.0.1:${port}`, seated, publisher, tell, countDrops: () => drops }
}

type Room = Awaited<ReturnType<typeof startRoom>>

async function join(room: Room, transports: ('polling' | 'websocket')[] = ['websocket']) {
  const socket = io(room.url, { path: SOCKET_PATH, transports, forceNew: true, rejectUnauthorized: false })
  closers.push(() => socket.close())
  const heard: number[] = []
  socket.on('frame', ({ n }: { n: number }) => heard.push(n))
  socket.on('server:draining', ({ spreadMs }: { spreadMs: number }) => heard.push(spreadMs))
  const before = room.seated.length
  await until(() => room.seated.length > before && socket.connected)
  const seat = room.seated[before]
  if (seat === undefined) throw new Error('not seated')
  await until(() => transports.includes('polling') || straightWay(seat.conn) !== null)
  return { socket, heard, seat, queued: countQueued(seat) }
}

/** Packets that went the usual way. */
function countQueued(seat: RoomSocket) {
  let count = 0
  seat.conn.on('packetCreate', ({ type }: { type: string }) => void (count += type === 'message' ? 1 : 0))
  return () => count
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 20_000
  while (!isSo()) {
    if (performance.now() > end) throw new Error('not within 20 s')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** What the client's end of the network is, so that it can stop reading. */
function networkOf(socket: Socket): NetSocket {
  const { transport } = socket.io.engine
  const found: unknown = 'ws' in transport && Object(transport.ws)['_socket']
  if (found instanceof NetSocket) return found
  throw new Error('the client has no websocket')
}

describe.each(['http', 'https'] as const)('a frame over %s', (scheme) => {
  it('goes to a websocket past the queue, of any length', async () => {
    const room = await startRoom(scheme)
    const { heard, queued, socket, seat } = await join(room)
    const lengths: number[] = []
    socket.on('frame', (frame: unknown) => lengths.push(JSON.stringify(frame).length))

    for (const length of [1, 100, 1000, 65_000, 70_000]) {
      const title = { en: 'ü'.repeat(length) }
      const pinned = { productIds: [], version: 1, title }
      room.publisher.publish(SHOW, { room: { pins: pinned }, desk: {} })
      await until(() => (lengths.at(-1) ?? 0) > length && straightWay(seat.conn) !== null)
    }

    expect(heard).toEqual(upTo(5))
    expect(queued()).toBe(0)
  })

  it('keeps its place among replies that go the usual way', async () => {
    const room = await startRoom(scheme)
    const { heard, seat, queued } = await join(room)
    const expected: number[] = []

    for (let n = 1; n <= 600; n++) {
      room.tell(n)
      expected.push(n)
      if (n % 3 === 0) seat.emit('server:draining', { spreadMs: -n })
      if (n % 3 === 0) expected.push(-n)
      if (n % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    }

    await until(() => heard.length === expected.length)
    expect(heard).toEqual(expected)
    // Some frames met a reply on its way and stood in line behind it, others did not.
    expect(queued()).toBeGreaterThan(200)
    expect(queued()).toBeLessThan(expected.length)
  })
})

it('reaches a client that polls, and one that changes to a websocket meanwhile', async () => {
  const room = await startRoom()
  const polling = await join(room, ['polling'])
  const changing = await join(room, ['polling', 'websocket'])
  const pause = () => new Promise((resolve) => setTimeout(resolve, 1))

  let last = 0
  const isThrough = () => changing.seat.conn.transport.name === 'websocket'
  for (let after = 0; after < 100; after += isThrough() ? 1 : 0) {
    room.tell((last += 1))
    await pause()
  }

  await until(() => polling.heard.length >= last && changing.heard.length >= last)
  expect(polling.heard).toEqual(upTo(last))
  expect(changing.heard).toEqual(upTo(last))
  expect(changing.queued()).toBeLessThan(last)
})

it('waits for a client that stops reading for a while', async () => {
  const room = await startRoom()
  const slow = await join(room)
  networkOf(slow.socket).pause()

  // More than the system's buffers take, less than the bound.
  let last = 0
  const longFrame = { pins: { productIds: [], version: 1, why: 'x'.repeat(60_000) } }
  while (slow.queued() === 0 && last < 500) {
    room.publisher.publish(SHOW, { room: longFrame, desk: {} })
    last += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  room.tell((last += 1))
  networkOf(slow.socket).resume()

  await until(() => slow.heard.length === last)
  room.tell((last += 1))
  await until(() => slow.heard.length === last)
  expect(slow.heard).toEqual(upTo(last))
  expect(slow.queued()).toBeGreaterThan(0)
  expect(room.countDrops()).toBe(0)
})

it('drops a client that reads nothing once too much waits for it, and nobody else', async () => {
  const room = await startRoom()
  const [stuck, other] = [await join(room), await join(room)]
  stuck.socket.io.reconnection(false)
  networkOf(stuck.socket).pause()
  const longFrame = { pins: { productIds: [], version: 1, why: 'x'.repeat(60_000) } }

  for (let n = 1; n <= 200; n++) {
    room.publisher.publish(SHOW, { room: longFrame, desk: {} })
    await until(() => other.heard.length === n)
  }

  expect(room.countDrops()).toBe(1)
  expect(stuck.seat.connected).toBe(false)
  expect(room.publisher.countSockets(SHOW)).toBe(1)
  expect(other.heard).toEqual(upTo(200))
})

it('drops a client that never polls again', async () => {
  const room = await startRoom()
  const other = await join(room)
  const base = `${room.url}${SOCKET_PATH}/?EIO=4&transport=polling`
  const opened = await (await fetch(base)).text()
  const sid: string = JSON.parse(opened.slice(1)).sid
  await fetch(`${base}&sid=${sid}`, { method: 'POST', body: '40' })
  await until(() => room.seated.length === 2)
  const longFrame = { pins: { productIds: [], version: 1, why: 'x'.repeat(60_000) } }

  for (let n = 1; n <= 10; n++) {
    room.publisher.publish(SHOW, { room: longFrame, desk: {} })
    await until(() => other.heard.length === n)
  }

  await until(() => room.countDrops() === 1)
  expect(room.publisher.countSockets(SHOW)).toBe(1)
})

it('tells staff the pieces that their role may see, in frames of their own', async () => {
  const room = await startRoom()
  const open = (audience: string) => {
    const auth = { audience }
    const socket = io(room.url, { path: SOCKET_PATH, transports: ['websocket'], forceNew: true, auth })
    closers.push(() => socket.close())
    const heard: object[] = []
    socket.on('frame', ({ n, room: told = {}, desk = {} }) =>
      heard.push({ n, told: Object.keys({ ...told, ...desk }) }),
    )
    return heard
  }
  const [owner, moderator, viewer] = [open('staff'), open('staff-totals'), open('viewers')]
  await until(() => room.publisher.countSockets(SHOW) === 3)

  const totals = { held: 1, paid: 0, soldMinor: 0, needsYou: 0 }
  room.publisher.publish(SHOW, { room: {}, desk: { totals } })
  room.publisher.publish(SHOW, { room: { viewers: 3 }, desk: { totals } })

  await until(() => owner.length === 2 && moderator.length === 1 && viewer.length === 1)
  expect(owner[1]).toEqual({ n: 2, told: ['viewers', 'totals'] })
  expect([moderator, viewer]).toEqual([[{ n: 1, told: ['viewers'] }], [{ n: 1, told: ['viewers'] }]])
})

it('says nothing to a client that left in the middle', async () => {
  const room = await startRoom()
  const [leaving, other] = [await join(room), await join(room)]

  room.tell(1)
  leaving.socket.close()
  for (let n = 2; n <= 50; n++) {
    room.tell(n)
    await new Promise((resolve) => setImmediate(resolve))
  }

  await until(() => other.heard.length === 50)
  expect(other.heard).toEqual(upTo(50))
})
