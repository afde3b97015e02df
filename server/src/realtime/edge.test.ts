// The edge of the room channel: what is refused, cut off and counted before any command sees it.
import { MAX_MESSAGE_BYTES, PROTOCOL, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { io, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestAppOptions } from '../testing/startTestApp.ts'
import { connectSocket, joinShow, newCommentId } from '../testing/testClient.ts'

const closers: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function start(options: TestAppOptions = {}): Promise<TestApp> {
  const app = await startTestApp(options)
  closers.push(app.close)
  return app
}

async function connect(app: TestApp): Promise<Socket> {
  const socket = await connectSocket({ url: app.url, cookie: await app.viewerCookie(), as: 'viewer' })
  closers.push(() => socket.close())
  return socket
}

/** The number behind a metric's name and labels in `/metrics`; 0: not there yet. */
async function metric(app: TestApp, name: string): Promise<number> {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.split(' ').at(-1) ?? 0)
}

const refused = (app: TestApp, reason: string) => metric(app, `lantern_refused_frames_total{reason="${reason}"}`)
const lossOf = (socket: Socket) => new Promise<string>((resolve) => socket.once('disconnect', resolve))

describe('a page of another origin', () => {
  it.each(['http://evil.example', 'null', 'http://127.0.0.1.evil.example', 'file://'])(
    'is not let in from %s by either transport',
    async (origin) => {
      const app = await start()
      const cookie = await app.viewerCookie()

      const tries = (['websocket', 'polling'] as const).map((transport) => {
        const options = { path: SOCKET_PATH, transports: [transport], forceNew: true, reconnection: false }
        const socket = io(app.url, {
          ...options,
          auth: { as: 'viewer', protocol: PROTOCOL },
          extraHeaders: { origin, cookie },
        })
        closers.push(() => socket.close())
        return new Promise((resolve) => {
          socket.once('connect', () => resolve('let in'))
          socket.once('connect_error', () => resolve('refused'))
        })
      })

      expect(await Promise.all(tries)).toEqual(['refused', 'refused'])
      expect(await refused(app, 'origin')).toBe(2)
      expect(await refused(app, 'connection')).toBe(0)
    },
  )

  it('is let in when it is our own, or on the list', async () => {
    const app = await start({ env: { ALLOWED_ORIGINS: 'https://shop.example' } })
    const cookie = await app.viewerCookie()

    for (const origin of [app.url, 'https://shop.example']) {
      const socket = io(app.url, {
        path: SOCKET_PATH,
        transports: ['websocket'],
        forceNew: true,
        auth: { as: 'viewer', protocol: PROTOCOL },
        extraHeaders: { origin, cookie },
      })
      closers.push(() => socket.close())
      await new Promise((resolve, reject) => {
        socket.once('connect', () => resolve(null))
        socket.once('connect_error', reject)
      })
    }
  })
})

describe('a page of another protocol', () => {
  it.each([
    ['none at all', {}, 'PAGE_TOO_OLD'],
    ['the one before', { protocol: PROTOCOL - 1 }, 'PAGE_TOO_OLD'],
    ['a later one than the server’s', { protocol: PROTOCOL + 1 }, 'TRY_AGAIN'],
    ['nonsense', { protocol: '2' }, 'PAGE_TOO_OLD'],
  ])('is told so: %s', async (_which, spoken, code) => {
    const app = await start()
    const cookie = await app.viewerCookie()
    const socket = io(app.url, {
      path: SOCKET_PATH,
      transports: ['websocket'],
      forceNew: true,
      auth: { as: 'viewer', ...spoken },
      extraHeaders: { cookie },
    })
    closers.push(() => socket.close())

    const error = await new Promise<unknown>((resolve) => socket.once('connect_error', resolve))

    expect(error).toMatchObject({ data: { code } })
  })
})

describe('a message', () => {
  it('over the size closes its socket, and one just below does not', async () => {
    const app = await start()
    const [fits, tooBig] = [await connect(app), await connect(app)]
    const text = (length: number) => ({ text: 'x'.repeat(length) })

    const reply = await fits.emitWithAck('comment:post', text(MAX_MESSAGE_BYTES - 100))
    tooBig.emit('comment:post', text(MAX_MESSAGE_BYTES + 1), () => {})

    expect(reply).toMatchObject({ ok: false })
    expect(await lossOf(tooBig)).toMatch(/transport (close|error)/)
    expect(fits.connected).toBe(true)
  })

  it('with something binary closes its socket and is counted', async () => {
    const app = await start()
    const [other, first] = [await connect(app), await connect(app)]

    first.emit('comment:post', { commentId: newCommentId(), text: Buffer.from('hello') }, () => {})

    expect(await lossOf(first)).toMatch(/transport close|io server disconnect/)
    expect(await refused(app, 'binary')).toBe(1)
    expect(other.connected).toBe(true)
  })

  it('that no command knows is refused and counted as one kind, however many names it has', async () => {
    const app = await start()
    const socket = await connect(app)

    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, n) => socket.emitWithAck(`no:such${n}`, {}) as Promise<unknown>),
    )
    await socket.emitWithAck('hold:place', { lines: 'none' })

    for (const reply of replies) expect(reply).toMatchObject({ ok: false, code: 'BAD_INPUT' })
    expect(await refused(app, 'unknown')).toBe(30)
    expect(await metric(app, 'lantern_commands_total{command="unknown",result="BAD_INPUT"}')).toBe(30)
    const text = await (await fetch(`${app.url}/metrics`)).text()
    expect(text).not.toContain('no:such')
  })

  it('that no command knows is limited like any other', async () => {
    const app = await start()
    const socket = await connect(app)

    const replies = await Promise.all(Array.from({ length: 80 }, () => socket.emitWithAck('no:such', {})))

    expect(replies.filter(({ code }: { code: string }) => code === 'TOO_MANY')).toHaveLength(20)
  })

  it('that wants no answer is counted and changes nothing', async () => {
    const app = await start()
    const socket = await connect(app)

    socket.emit('time:sync', {})
    socket.emit('error', 'of my own')

    expect(await socket.emitWithAck('time:sync', {})).toMatchObject({ ok: true })
    expect(await refused(app, 'no_ack')).toBe(2)
  })
})

describe('an open socket', () => {
  it('is told why and closed within the check when the staff session behind it ends', async () => {
    const app = await start({ sessionCheckMs: 50 })
    const cookie = await app.staffCookie('host')
    const { socket, close } = await joinShow({ url: app.url, cookie, as: 'staff' })
    closers.push(close)
    const told = new Promise((resolve) => socket.once('session:over', resolve))
    // Both may come in one turn.
    const loss = lossOf(socket)

    await app.identity.logout({ cookie, secure: false })

    expect(await told).toEqual({ code: expect.stringMatching(/LOGIN_NEEDED|SESSION_OVER/) })
    expect(await loss).toBe('io server disconnect')
  })

  it('is refused its next command when the session is over, and closed once that is said', async () => {
    const app = await start()
    const cookie = await app.staffCookie('host')
    const { socket, send, close } = await joinShow({ url: app.url, cookie, as: 'staff' })
    closers.push(close)
    const loss = lossOf(socket)

    await app.identity.logout({ cookie, secure: false })

    expect(await send('show:goLive', {})).toMatchObject({ ok: false, code: 'SESSION_OVER' })
    expect(await loss).toBe('io server disconnect')
  })

  it('of staff is closed soon after another process has ended the session', async () => {
    const app = await start()
    const cookie = await app.staffCookie('assistant')
    const { socket, close } = await joinShow({ url: app.url, cookie, as: 'staff' })
    closers.push(close)
    const loss = lossOf(socket)
    const other = await startTestApp({ dataDir: app.dataDir })
    closers.push(other.close)

    await other.identity.logout({ cookie, secure: false })

    expect(await loss).toBe('io server disconnect')
  })

  it('stays open through many checks while its session is good', async () => {
    const app = await start({ sessionCheckMs: 20 })
    const staff = await joinShow({ url: app.url, cookie: await app.staffCookie('host'), as: 'staff' })
    const viewer = await joinShow({ url: app.url, cookie: await app.viewerCookie(), as: 'viewer' })
    closers.push(staff.close, viewer.close)

    await new Promise((resolve) => setTimeout(resolve, 300))

    expect([staff.socket.connected, viewer.socket.connected]).toEqual([true, true])
  })
})

describe('comments', () => {
  it('above the setting are sampled for viewers and counted, but not for staff, and all are stored', async () => {
    const app = await start({ env: { COMMENTS_PER_SECOND: '5' }, limitFactor: 100 })
    const staff = await joinShow({ url: app.url, cookie: await app.staffCookie('owner'), as: 'staff' })
    const viewer = await joinShow({ url: app.url, cookie: await app.viewerCookie(), as: 'viewer' })
    closers.push(staff.close, viewer.close)
    await staff.send('show:goLive', {})

    const post = (n: number) => viewer.send('comment:post', { commentId: newCommentId(), text: `number ${n}` })
    const replies = await Promise.all(Array.from({ length: 40 }, (_, n) => post(n)))
    await staff.until(({ room }) => room.comments.rows.length === 40)

    expect(replies.every(({ ok }) => ok)).toBe(true)
    const shown = viewer.snapshot().room.comments.rows.length
    expect(shown).toBeLessThan(20)
    expect(await metric(app, 'lantern_comments_sampled_total')).toBe(40 - shown)
    expect((await viewer.rejoin()).room.comments.rows).toHaveLength(40)
  })
})
