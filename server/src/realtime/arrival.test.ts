// The bytes of an arrival: what belongs together leaves together, and whoever is refused hears why.
import { createServer } from 'node:http'
import { connect, type Socket as NetSocket } from 'node:net'
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSockets } from './sockets.ts'

const server = createServer()
const sockets = createSockets(({ headers }) => headers.origin === undefined)
const REFUSED = 'HTTP/1.1 400'
let writes = 0
let port = 0

/** Counts what goes to the network, as the stream hands it over. */
function countWrites(socket: NetSocket): void {
  const [write, writeMany] = [socket._write.bind(socket), socket._writev?.bind(socket)]
  socket._write = (...given) => {
    writes += 1
    write(...given)
  }
  socket._writev = (...given) => {
    writes += 1
    writeMany?.(...given)
  }
}

beforeAll(async () => {
  server.on('connection', countWrites)
  sockets.attach(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
beforeEach(() => void (writes = 0))
afterAll(() => sockets.close())

/** What comes back until `end` is in it; throws when nothing more will. */
async function upgrade(query: string, end: string, header = 'X-Nothing: more'): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const lines = [
    `GET ${SOCKET_PATH}/?${query}&transport=websocket HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    header,
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  let heard = ''
  for await (const part of socket) {
    heard += String(part)
    if (heard.includes(end)) return heard
  }
  throw new Error(`closed after: ${heard}`)
}

test('the answer to the upgrade and the first packet are one write', async () => {
  expect(await upgrade('EIO=4', '0{"sid":"')).toMatch(/^HTTP\/1\.1 101 /)

  expect(writes).toBe(1)
})

test.each([
  ['comes from elsewhere', 'EIO=4', 'Origin: https://evil.example'],
  ['names a session that nobody has', 'EIO=4&sid=nobody', 'X-Nothing: more'],
  ['speaks an old protocol', 'EIO=3', 'X-Nothing: more'],
])('who %s hears it', async (_what, query, header) => {
  expect(await upgrade(query, REFUSED, header)).toContain(REFUSED)
})
