// The whole server gets its certificate from a real authority, renews it under open connections, and outlives the authority.
// Budget: 2 minutes.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processEnvironment } from '../../settings/config.ts'
import { type Pebble, startPebble } from '../../testing/pebble.ts'
import { startTestApp, type TestApp } from '../../testing/startTestApp.ts'
import { freePort } from '../../testing/world.ts'

/** Where there is no Go to build the authority with, the set-up has said so, and what needs it is left out. */
const onPebble = test.skipIf(processEnvironment()['PEBBLE_BIN'] === '')
const HOST = 'live.shop.example'
const DAY_SECONDS = 86_400
const PATIENCE_MS = 40_000
const trusted = getCACertificates('default')
let dataDir: string
let pebble: Pebble
let apps: TestApp[]
let told: string[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-certificates-'))
  apps = []
  told = []
})
afterEach(async () => {
  for (const app of apps) await app.close()
  await pebble.close()
  setDefaultCACertificates(trusted)
  await rm(dataDir, { recursive: true, force: true })
})

async function openAuthority(validSeconds: number): Promise<void> {
  pebble = await startPebble({ validSeconds })
  setDefaultCACertificates([...trusted, pebble.ownCertificate])
}

async function openServer(env: Record<string, string> = {}): Promise<TestApp> {
  const httpsPort = await freePort()
  const app = await startTestApp({
    dataDir,
    tell: (line) => void told.push(line),
    env: {
      HTTPS_PORT: String(httpsPort),
      PUBLIC_URL: `https://${HOST}:${httpsPort}`,
      ACME: '1',
      ACME_DIRECTORY: pebble.directory,
      ACME_HTTP_PORT: String(pebble.httpPort),
      ...env,
    },
  })
  apps.push(app)
  return app
}

/** As a browser that trusts the authority alone; rejects where it would warn. */
async function shake({ httpsPort }: TestApp): Promise<TLSSocket> {
  const ca = await pebble.root()
  const socket = connect({ host: '127.0.0.1', port: httpsPort ?? 0, servername: HOST, ca })
  await once(socket, 'secureConnect')
  return socket
}

/** The serial number of what is shown; null: a browser would warn. */
async function shown(app: TestApp): Promise<string | null> {
  const socket = await shake(app).catch(() => null)
  const serial = socket?.getPeerCertificate().serialNumber ?? null
  socket?.destroy()
  return serial
}

async function until<Value>(read: () => Promise<Value | null>): Promise<Value> {
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end) {
    const value = await read()
    if (value !== null) return value
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`not within ${PATIENCE_MS} ms; said so far: ${told.join('; ')}`)
}

async function statusOver(socket: TLSSocket): Promise<string | undefined> {
  socket.write(`GET /healthz HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`)
  const [answer]: Buffer[] = await once(socket, 'data')
  return answer?.toString().slice(0, 15)
}

const ordersOf = () => pebble.said.filter((line) => line.includes('Issued certificate')).length

onPebble('a first start serves https at once, and a trusted certificate soon after', async () => {
  await openAuthority(90 * DAY_SECONDS)

  const app = await openServer()

  expect(told[0]).toContain('https answers with a self-made one until it is here')
  await until(() => shown(app))
  expect(told.at(-1)).toBe(`the certificate of ${HOST} is here, for 89 days, and is renewed in time`)
  expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('lantern_certificate_days_left 89')
})

onPebble('a short-lived certificate is renewed in time, and a connection from before goes on', async () => {
  await openAuthority(15)
  const app = await openServer()
  const first = await until(() => shown(app))
  const early = await shake(app)

  const second = await until(async () => {
    expect(await statusOver(early)).toBe('HTTP/1.1 200 OK')
    const serial = await shown(app)
    return serial === first ? null : serial
  })

  expect(second).not.toBe(first)
  expect(await statusOver(early)).toBe('HTTP/1.1 200 OK')
  early.destroy()
})

onPebble('without its authority a start keeps the certificate it has', async () => {
  await openAuthority(90 * DAY_SECONDS)
  const before = await openServer()
  const serial = await until(() => shown(before))
  await before.close()
  apps = []
  const root = await pebble.root()
  await pebble.close()
  pebble = { ...pebble, root: () => Promise.resolve(root), close: () => Promise.resolve() }

  const after = await openServer()

  expect(await shown(after)).toBe(serial)
})

onPebble('a first start without the authority says so in words, and serves https all the same', async () => {
  await openAuthority(90 * DAY_SECONDS)
  await pebble.close()
  pebble = { ...pebble, root: () => Promise.resolve(''), close: () => Promise.resolve() }

  const app = await openServer()

  const line = await until(() => Promise.resolve(told.find((one) => one.includes('next attempt at')) ?? null))
  expect(line).toMatch(/^no certificate of live\.shop\.example yet \(https:.*\/dir does not answer: ECONNREFUSED\)/)
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
})

onPebble('processes on one folder order one certificate and serve it', async () => {
  await openAuthority(90 * DAY_SECONDS)

  const both = await Promise.all([openServer(), openServer({ ACME_HTTP_PORT: 'off' })])
  const serials = await Promise.all(both.map((app) => until(() => shown(app))))

  expect(new Set(serials).size).toBe(1)
  expect(ordersOf()).toBe(1)
})

onPebble('an authority that cannot reach the server is asked once, with its own words told', async () => {
  await openAuthority(90 * DAY_SECONDS)

  const app = await openServer({ ACME_HTTP_PORT: String(await freePort()) })

  const line = await until(() => Promise.resolve(told.find((one) => one.includes('next attempt at')) ?? null))
  expect(line).toMatch(/no certificate of live\.shop\.example yet \(.*connection refused.*\); next attempt at .* UTC/i)
  expect(await shown(app)).toBeNull()
})
