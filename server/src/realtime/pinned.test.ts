// socket.io and what is below it stand at exact versions: frames go past its queue by ways that it does not promise to keep.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { findPackageJSON } from 'node:module'
import { Socket as NetSocket } from 'node:net'
import { pathToFileURL } from 'node:url'
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { io, type Socket } from 'socket.io-client'
import { PacketType } from 'socket.io-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { countWaiting, straightWay } from './lines.ts'
import { encodeEvent, type EnginePacket } from './packets.ts'
import { createSockets, type RoomSocket } from './sockets.ts'

const Installed = z.object({ version: z.string() })
const Asked = z.object({ dependencies: z.record(z.string(), z.string()) })
const Overridden = z.object({
  overrides: z.object({
    'socket.io': z.object({
      'engine.io': z.object({ '.': z.string(), ws: z.string() }),
      'socket.io-adapter': z.string(),
    }),
  }),
})

const readJson = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Where a package is that is imported from there. */
function find(name: string, from: string = import.meta.url): string {
  const path = findPackageJSON(name, from)
  if (path === undefined) throw new Error(`${name} is not installed`)
  return pathToFileURL(path).href
}

const versionAt = (url: string) => Installed.parse(readJson(new URL(url))).version

const { dependencies } = Asked.parse(readJson(new URL('../../package.json', import.meta.url)))
const asked = Overridden.parse(readJson(new URL('../../../package.json', import.meta.url))).overrides['socket.io']
const socketio = find('socket.io')
const engine = find('engine.io', socketio)

it.each([
  ['socket.io', dependencies['socket.io'], socketio],
  ['socket.io-parser', dependencies['socket.io-parser'], find('socket.io-parser')],
  ['socket.io-parser as socket.io has it', dependencies['socket.io-parser'], find('socket.io-parser', socketio)],
  ['engine.io', asked['engine.io']['.'], engine],
  ['ws', asked['engine.io'].ws, find('ws', engine)],
  ['socket.io-adapter', asked['socket.io-adapter'], find('socket.io-adapter', socketio)],
])('the version of %s that package.json asks for is exactly the one that is there', (_name, wanted, url) => {
  expect(wanted).toBe(versionAt(url))
})

describe('what is used of the inside', () => {
  const sockets = createSockets(() => true)
  const packets: EnginePacket[] = []
  let seat: RoomSocket
  let client: Socket

  beforeAll(async () => {
    const server = createServer()
    sockets.attach(server)
    sockets.engine.on('connection', (line: RoomSocket['conn']) => {
      line.on('packetCreate', (packet: EnginePacket) => packets.push(packet))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    sockets.on('connection', (socket) => (seat = socket))
    client = io(`http://127.0.0.1:${port}`, { path: SOCKET_PATH, transports: ['websocket'], forceNew: true })
    await heard('connect')
  })
  afterAll(async () => {
    client.close()
    await sockets.close()
  })

  const heard = (event: string) => new Promise<unknown>((resolve) => client.once(event, resolve))

  it('leads from a socket to the network below it, where nothing waits', async () => {
    await expect.poll(() => straightWay(seat.conn)).toBeInstanceOf(NetSocket)
    expect(countWaiting(seat.conn)).toBe(0)
  })

  it('counts what waits in the queue of engine.io', async () => {
    const over = heard('server:draining')
    seat.conn.transport.writable = false
    seat.emit('server:draining', { spreadMs: 1 })

    expect(countWaiting(seat.conn)).toBeGreaterThan(20)
    expect(straightWay(seat.conn)).toBeNull()

    seat.conn.transport.writable = true
    seat.emit('server:draining', { spreadMs: 2 })
    await over
  })

  it('tells of each packet before it goes, and sends the frame that is then in its options', async () => {
    const next = Promise.race([heard('frame'), heard('server:draining')])
    seat.conn.once('packetCreate', (packet: EnginePacket) => {
      packet.options = encodeEvent('frame', '"another"').options
    })
    seat.emit('server:draining', { spreadMs: 3 })

    expect(packets.at(-1)).toMatchObject({
      type: 'message',
      data: `${PacketType.EVENT}["server:draining",{"spreadMs":3}]`,
    })
    expect(await next).toBe('another')
  })
})
