// A viewer who is erased is nobody from then on: each device is told, no process lets the cookie in, and the next page makes somebody new.
import { io } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import { PROTOCOL, SOCKET_PATH } from '@lantern/shared/contract/handshake.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { startTestApp, TEST_SHOW, type TestApp } from '../testing/startTestApp.ts'
import { joinShow } from '../testing/testClient.ts'

const postgres = postgresPlaces()
const closers: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const start = async (options: Parameters<typeof startTestApp>[0]) => {
  const app = await startTestApp(options)
  closers.push(app.close)
  return app
}

/** Starts process after process on one database. */
type Place = () => Promise<() => Promise<TestApp>>

const onOneFile: Place = async () => {
  const { dataDir } = await start({})
  return () => start({ dataDir })
}

const onPostgres: Place = async () => {
  const { url, drop } = await postgres()
  closers.push(drop)
  return () => start({ env: { DATABASE_URL: url } })
}

async function join(app: TestApp, cookie: string, as: 'viewer' | 'staff' = 'viewer') {
  const client = await joinShow({ url: app.url, cookie, as })
  closers.push(client.close)
  const over = new Promise((resolve) => client.socket.once('session:over', resolve))
  const loss = new Promise((resolve) => client.socket.once('disconnect', resolve))
  return { ...client, over, loss }
}

/** Null: it is let in. */
async function refusalOf(app: TestApp, cookie: string, auth: object = { as: 'viewer' }): Promise<unknown> {
  const socket = io(app.url, {
    path: SOCKET_PATH,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { ...auth, protocol: PROTOCOL },
    extraHeaders: { cookie },
  })
  closers.push(() => void socket.close())
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(null))
    socket.once('connect_error', (error: Error & { data?: unknown }) => resolve(error.data))
  })
}

const HTTP = { secure: false, via: null }

describe.each([
  ['a SQLite file', onOneFile],
  ['PostgreSQL', onPostgres],
])('processes on %s', (_name, place) => {
  it('close every socket of an erased viewer, and know the cookie no more', async () => {
    const startOne = await place()
    const [first, second] = [await startOne(), await startOne()]
    const cookie = await first.viewerCookie()
    const [phone, tablet] = [await join(first, cookie), await join(second, cookie)]
    const other = await join(second, await second.viewerCookie())
    const owner = await join(first, await first.staffCookie('owner'), 'staff')
    const { viewerId } = phone.snapshot().self
    const mediaToken = second.identity.mintMediaToken({ showId: TEST_SHOW, viewerId })
    expect(await refusalOf(second, cookie, { as: 'media', mediaToken })).toBeNull()

    expect(await owner.send('viewer:erase', { viewerId })).toMatchObject({ ok: true })

    for (const { over, loss } of [phone, tablet]) {
      expect(await over).toEqual({ code: 'SESSION_OVER' })
      expect(await loss).toBe('io server disconnect')
    }
    for (const app of [first, second]) {
      expect(await refusalOf(app, cookie)).toEqual({ code: 'SESSION_OVER' })
      const { viewer, setCookie } = app.identity.issueViewer(cookie, HTTP)
      expect(viewer.viewerId).not.toBe(viewerId)
      expect(await refusalOf(app, setCookie?.split(';')[0] ?? '')).toBeNull()
    }
    expect(await refusalOf(second, cookie, { as: 'media', mediaToken })).toEqual({ code: 'NOT_ALLOWED' })
    expect(other.socket.connected).toBe(true)
    expect(owner.socket.connected).toBe(true)
  })

  it('know it after a restart', async () => {
    const startOne = await place()
    const first = await startOne()
    const cookie = await first.viewerCookie()
    const { viewerId } = first.identity.issueViewer(cookie, HTTP).viewer
    const owner = await join(first, await first.staffCookie('owner'), 'staff')
    await owner.send('viewer:erase', { viewerId })

    const later = await startOne()

    expect(later.identity.viewerFromCookie({ cookie, secure: false })).toBeNull()
  })

  it('leave staff what they have: what they wrote goes, and they still see the picture', async () => {
    const app = await (await place())()
    const owner = await join(app, await app.staffCookie('owner'), 'staff')
    const { viewerId } = owner.snapshot().self

    expect(await owner.send('viewer:erase', { viewerId })).toMatchObject({ ok: true })

    const mediaToken = app.identity.mintMediaToken({ showId: TEST_SHOW, viewerId })
    expect(await refusalOf(app, '', { as: 'media', mediaToken })).toBeNull()
    expect(owner.socket.connected).toBe(true)
  })
})
