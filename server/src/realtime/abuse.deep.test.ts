// Bytes that no client of ours would send, below socket.io: upgrades, websocket frames and engine.io packets made to break
// things. The server lives, holds nothing of it, and everyone else notices nothing. Budget: 1 minute.
import { SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../testing/fuzz/random.ts'
import { startTestApp, type TestApp } from '../testing/startTestApp.ts'
import { joinShow, newCommentId, type TestClient } from '../testing/testClient.ts'

const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31)
const CONNECTIONS = 600
const AT_ONCE = 20
const LINGER_MS = 150

const random = createRandom(SEED)
let app: TestApp
let witness: TestClient

beforeAll(async () => {
  console.log(`FUZZ_SEED=${SEED}`)
  app = await startTestApp({ env: { LOG_LEVEL: 'silent' } })
  witness = await joinShow({ url: app.url, cookie: await app.viewerCookie(), as: 'viewer' })
})
afterAll(async () => {
  witness.close()
  await app.close()
})

/** Any frame: right or wrong flags, opcode, mask and length. */
function frame(payload: Buffer, { first = 0x81, masked = true, claims = payload.length } = {}): Buffer {
  const mask = masked ? 0x80 : 0
  const length = claims < 126 ? [mask | claims] : [mask | 126, (claims >> 8) & 0xff, claims & 0xff]
  return Buffer.concat([Buffer.from([first, ...length]), masked ? Buffer.alloc(4) : Buffer.alloc(0), payload])
}

const text = (words: string) => frame(Buffer.from(words))
const huge64 = Buffer.concat([Buffer.from([0x81, 0xff]), Buffer.alloc(8, 0x7f), Buffer.alloc(4)])

/** Each is sent after a good upgrade. */
const FRAMES: readonly (() => Buffer)[] = [
  () => randomBytes(random.int(1, 5000)),
  () => frame(Buffer.from('40'), { masked: false }),
  () => frame(Buffer.from('x'), { first: 0xf1 }),
  () => frame(Buffer.from('x'), { first: 0x80 | random.int(3, 7) }),
  () => frame(Buffer.from('x'), { first: 0x80 }),
  () => frame(randomBytes(40), { first: 0x82 }),
  () => frame(Buffer.alloc(126, 'p'), { first: 0x89 }),
  () => Buffer.concat(Array.from({ length: 500 }, () => frame(Buffer.from('ping'), { first: 0x89 }))),
  () => frame(Buffer.from([0x03]), { first: 0x88 }),
  () => frame(Buffer.from([0xff, 0xff, 1, 2]), { first: 0x88 }),
  () => frame(Buffer.from([0xc3, 0x28, 0xff]), {}),
  () => frame(Buffer.from('only a part'), { claims: 60_000 }),
  () => huge64,
  () => text('x'.repeat(60_000)),
  () =>
    Buffer.concat([
      text('40{"as":"viewer","protocol":2}'),
      ...Array.from({ length: 50 }, () => text('40{"as":"staff","protocol":2}')),
    ]),
  () => text(`42${'['.repeat(20_000)}`),
  () => text('451-["comment:post",{"_placeholder":true,"num":0}]'),
  () => text(`45999999-["x"]`),
  () => text('b' + 'A'.repeat(1000)),
  () =>
    text(`4${random.int(0, 9)}${random.int(0, 1e9)}[${random.pick(['null', '"connect"', '{}', '"__proto__"', ''])}]`),
  () => text(String(random.int(0, 9))),
  () => text('2probe'),
  () => text('5'),
  () => text('1'),
  () => text('40/other,{"as":"viewer","protocol":2}'),
  () => text('42/__proto__,["x"]'),
  () => text('430[{"ok":true}]'),
  () => text('40' + JSON.stringify({ as: 'viewer', protocol: 2, __proto__: null, toString: 1 })),
]

const HEADS: readonly (() => string)[] = [
  () => `GET ${SOCKET_PATH}/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n\r\n`,
  () => `GET ${SOCKET_PATH}/?EIO=${random.pick(['3', '5', 'x', ''])}&transport=websocket HTTP/1.1\r\nHost: x\r\n\r\n`,
  () =>
    `GET ${SOCKET_PATH}/?EIO=4&transport=${random.pick(['', '__proto__', 'webtransport', 'x'])} HTTP/1.1\r\nHost: x\r\n\r\n`,
  () =>
    `GET ${SOCKET_PATH}/?EIO=4&transport=polling&sid=${'a'.repeat(random.int(0, 4000))} HTTP/1.1\r\nHost: x\r\n\r\n`,
  () => `POST ${SOCKET_PATH}/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc`,
  () => `PUT ${SOCKET_PATH}/ HTTP/1.1\r\nHost: x\r\n\r\n`,
  () => `GET ${SOCKET_PATH}/?${'&EIO=4'.repeat(300)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  () => randomBytes(300).toString('latin1'),
]

const goodHead = () =>
  [
    `GET ${SOCKET_PATH}/?EIO=4&transport=websocket HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    '\r\n',
  ].join('\r\n')

function abuse(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(app.port, '127.0.0.1', () => {
      if (random.chance(0.25)) return void socket.write(random.pick(HEADS)(), 'latin1')
      socket.write(goodHead())
      for (let n = random.int(1, 4); n > 0; n--) socket.write(random.pick(FRAMES)())
    })
    socket.on('error', () => {})
    socket.on('data', () => {})
    socket.on('close', () => resolve())
    setTimeout(() => socket.destroy(), LINGER_MS)
  })
}

/** Long polling with bodies of its own making. */
async function abusePolling(body: string): Promise<number[]> {
  const base = `${app.url}${SOCKET_PATH}/?EIO=4&transport=polling`
  const sid: string = JSON.parse((await (await fetch(base)).text()).slice(1)).sid
  const post = () => fetch(`${base}&sid=${sid}`, { method: 'POST', body }).then((answer) => answer.status)
  const polls = [1, 2].map(() =>
    fetch(`${base}&sid=${sid}`, { signal: AbortSignal.timeout(2_000) }).then(
      (answer) => answer.status,
      () => 0,
    ),
  )
  return Promise.all([post().catch(() => 0), post().catch(() => 0), ...polls])
}

it('abuse below socket.io ends with whoever does it', async () => {
  for (let done = 0; done < CONNECTIONS; done += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, abuse))
  }
  const bodies = ['', 'x', '\x1e'.repeat(5000), '4'.repeat(60_000), 'b' + '='.repeat(500), '6', '40\x1e'.repeat(100)]
  const statuses = await Promise.all(bodies.map(abusePolling))

  expect(statuses.flat().filter((status) => status >= 500)).toEqual([])
  expect(witness.socket.connected).toBe(true)
  const reply = await witness.send('comment:post', { commentId: newCommentId(), text: 'still here' })
  expect(reply).toMatchObject({ ok: true })
  await witness.until(({ room }) => room.comments.rows.length === 1)
  const metrics = await (await fetch(`${app.url}/metrics`)).text()
  expect(metrics).toMatch(/lantern_refused_frames_total\{reason="(malformed|connection|binary)"\} [1-9]/)
  const sockets = Number(/lantern_sockets (\d+)/.exec(metrics)?.[1])
  expect(sockets).toBeLessThan(20)
})
