// A disk that is really full under a whole server: it says so, refuses with a code of its own, keeps what it promised and recovers.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import { processEnvironment } from '../settings/config.ts'
import { openSmallDisk, type SmallDisk } from '../testing/smallDisk.ts'
import { LAMP_PRICE, SCARF, startTestApp, TEST_SHOW } from '../testing/startTestApp.ts'
import { joinShow, newCommentId, newHoldId, type TestClient } from '../testing/testClient.ts'
import { freePort, waitForOk } from '../testing/world.ts'

const SERVER = fileURLToPath(new URL('../testing/plainServer.ts', import.meta.url))
const BUYERS = 4

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A live show and people with cookies, made before the disk fills. */
async function prepare(dataDir: string) {
  const app = await startTestApp({ dataDir })
  const staff = await joinShow({ url: app.url, cookie: await app.staffCookie('owner'), as: 'staff' })
  await staff.send('show:goLive', {})
  const cookies = await Promise.all(Array.from({ length: BUYERS }, () => app.viewerCookie()))
  const room = await app.store.readRoom(TEST_SHOW)
  const scarf = room?.room.products.find(({ id }) => id === SCARF)?.variants[0]
  const offer = room?.room.offers.find(({ variantId }) => variantId === scarf?.id)
  if (offer === undefined) throw new Error('the scarf is not on offer')
  staff.close()
  await app.close()
  return { cookies, offerId: offer.id }
}

interface Running {
  readonly url: string
  readonly child: ChildProcess
  readonly pid: number
  /** What it has logged. */
  readonly lines: string[]
}

async function startServer(dataDir: string): Promise<Running> {
  const port = await freePort()
  const env = {
    SHOP_URL: 'https://shop.example',
    ...processEnvironment(),
    PORT: String(port),
    HTTPS_PORT: 'off',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    MEDIA_PORT: '0',
    MEDIA_WORKERS: '1',
    ANNOUNCED_ADDRESSES: '127.0.0.1',
    SHOP_WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    MIN_TOKEN_AGE_MS: '0',
    LOG_LEVEL: 'info',
  }
  const child = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  closers.push(() => child.kill('SIGKILL'))
  const lines: string[] = []
  child.stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)))
  const url = `http://127.0.0.1:${port}`
  await waitForOk(`${url}/readyz`, 30_000)
  return { url, child, pid: child.pid ?? 0, lines }
}

const readyz = async (url: string): Promise<unknown> => (await fetch(`${url}/readyz`)).json()

async function isWritable(url: string): Promise<boolean> {
  return (await (await fetch(`${url}/metrics`)).text()).includes('lantern_database_writable 1')
}

function placer(offerId: OfferId) {
  return async (viewer: TestClient, holdId = newHoldId()) => ({
    holdId,
    outcome: await viewer.send('hold:place', { holdId, lines: [{ offerId, quantity: 1, priceMinor: LAMP_PRICE }] }),
  })
}

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'granted' : outcome.code)
const ofFullDisk = (lines: string[]) => lines.filter((line) => line.includes('nothing can be written'))

async function prepareDisk(): Promise<SmallDisk> {
  const disk = await openSmallDisk()
  closers.push(disk.close)
  return disk
}

async function endAbruptly({ child }: Running): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

test('a full disk is told once, refused with its own words, and over when there is room; what was promised stays', async () => {
  const disk = await prepareDisk()
  const { cookies, offerId } = await prepare(disk.folder)
  const server = await startServer(disk.folder)
  const join = (cookie: string) => joinShow({ url: server.url, cookie, as: 'viewer' })
  const [early, late, writer, other] = await Promise.all(cookies.map(join))
  if (!early || !late || !writer || !other) throw new Error('too few came')
  const place = placer(offerId)

  const promised = await place(early)
  expect(codeOf(promised.outcome)).toBe('granted')
  await disk.fill(server.pid)
  const refused = await place(late)

  expect(refused.outcome).toMatchObject({ ok: false, code: 'CANNOT_STORE', retryable: true })
  const written = await writer.send('comment:post', { commentId: newCommentId(), text: 'is anybody there?' })
  expect(codeOf(written)).toBe('CANNOT_STORE')
  expect(codeOf(await early.send('hold:release', { holdId: promised.holdId }))).toBe('CANNOT_STORE')
  expect(await readyz(server.url)).toEqual({ ok: false, why: ['disk'] })
  expect(await isWritable(server.url)).toBe(false)
  expect((await other.rejoin()).room.show.phase).toBe('live')
  for (let n = 0; n < 8; n++) expect(codeOf((await place(late)).outcome)).toBe('CANNOT_STORE')
  expect(ofFullDisk(server.lines)).toHaveLength(1)
  expect(server.lines.filter((line) => JSON.parse(line).level >= 50)).toEqual(ofFullDisk(server.lines))

  await disk.makeRoom(server.pid)
  await expect.poll(() => isWritable(server.url), { interval: 100 }).toBe(true)
  expect(await readyz(server.url)).toEqual({ ok: true, why: [] })
  expect(codeOf((await place(late, refused.holdId)).outcome)).toBe('granted')
  const held = (await early.rejoin()).own.holds.map(({ id, state }) => ({ id, state }))
  expect(held).toEqual([{ id: promised.holdId, state: 'held' }])

  await endAbruptly(server)
  const again = await startTestApp({ dataDir: disk.folder })
  expect(await again.ledger.check()).toEqual([])
  expect(await again.ledger.countOpenHolds()).toBe(2)
  await again.close()
})
