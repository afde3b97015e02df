// The first certificate, its renewal, and what happens when the authority says no: a clock that the test sets, real files.
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../ops/log.ts'
import { makeTestCertificate } from '../../testing/testCertificate.ts'
import type { Certificate } from '../pair.ts'
import { acmeFolder } from './folder.ts'
import { createKeeper, type KeeperNeeds } from './keeper.ts'

const HOST = 'live.example.com'
const MINUTE = 60_000
const DAY = 86_400_000
let dataDir: string
let now: number
let told: string[]
let logged: string[]
let orders: number

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-acme-'))
  // Certificates know whole seconds.
  now = Date.parse('2026-03-01T10:00:00Z')
  told = []
  logged = []
  orders = 0
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

const placeAt = (authority: string) => ({ dataDir, directory: `https://${authority}/directory`, host: HOST })

/** An authority that gives certificates for 90 days. */
function give(): Promise<Certificate> {
  orders++
  return makeTestCertificate({ hosts: [HOST], from: now, until: now + 90 * DAY })
}

function refuse(why: string) {
  return () => {
    orders++
    return Promise.reject(new Error(why))
  }
}

function open(needs: Partial<KeeperNeeds> = {}) {
  const log = createLog('info', { write: (line) => void logged.push(line) })
  const tell = (line: string) => void told.push(line)
  const folder = acmeFolder(placeAt('ca.example'))
  return createKeeper({ host: HOST, folder, clock: () => now, log, tell, order: give, ...needs })
}

test('the first certificate is ordered once, told, and kept for the owner alone', async () => {
  const keeper = await open()
  expect([keeper.current(), keeper.daysLeft()]).toEqual([null, null])

  await keeper.look()
  await keeper.look()

  expect(orders).toBe(1)
  expect(keeper.daysLeft()).toBe(90)
  expect(told).toEqual([`the certificate of ${HOST} is here, for 90 days, and is renewed in time`])
  const folder = join(dataDir, 'acme', 'ca.example')
  expect(await readdir(folder)).toEqual([`${HOST}.pem`])
  expect((await stat(join(dataDir, 'acme'))).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, `${HOST}.pem`))).mode & 0o777).toBe(0o600)
})

test('it is kept over a start, renewed with a third of its life left, and the new one handed on once', async () => {
  await (await open()).look()
  const keeper = await open()
  const first = keeper.current()
  const handed: Certificate[] = []
  keeper.start((next) => handed.push(next))
  keeper.close()

  now += 60 * DAY - MINUTE
  await keeper.look()
  expect([orders, keeper.current()]).toEqual([1, first])
  now += MINUTE
  await keeper.look()
  await keeper.look()

  expect(orders).toBe(2)
  expect(handed).toEqual([keeper.current()])
  expect(handed[0]?.cert).not.toBe(first?.cert)
})

test('refused, it waits longer each time, also over starts, says why, and keeps serving the old one', async () => {
  await (await open()).look()
  now += 61 * DAY
  const attempts: number[] = []
  const startedAt = now
  const refused = () => {
    attempts.push((now - startedAt) / MINUTE)
    return refuse('live.example.com does not answer')()
  }

  for (; now < startedAt + 240 * MINUTE; now += MINUTE) await (await open({ order: refused })).look()

  expect(attempts).toEqual([0, 5, 15, 35, 75, 135, 195])
  const keeper = await open()
  expect([keeper.current() === null, keeper.daysLeft()]).toEqual([false, 28])
  expect(logged.filter((line) => line.includes('no certificate was given'))).toHaveLength(attempts.length)
  expect(logged.find((line) => line.includes('no certificate'))).toContain('"why":"live.example.com does not answer"')
  expect(await acmeFolder(placeAt('ca.example')).failure()).toMatchObject({ count: 7 })
})

test('whoever waits for the first one reads why it did not come and when the next attempt is', async () => {
  await (await open({ order: refuse('no such host') })).look()

  expect(told).toEqual([`no certificate of ${HOST} yet (no such host); next attempt at 2026-03-01 10:05 UTC`])
})

test('after a success an old failure is forgotten', async () => {
  await (await open({ order: refuse('no such host') })).look()
  now += 5 * MINUTE

  await (await open()).look()

  expect(await acmeFolder(placeAt('ca.example')).failure()).toBeNull()
})

test('processes that share the folder order once, and all serve what came', async () => {
  const keepers = await Promise.all(Array.from({ length: 5 }, () => open()))
  const reader = await open({ order: null })

  await Promise.all(keepers.map((keeper) => keeper.look()))
  await Promise.all([...keepers, reader].map((keeper) => keeper.look()))

  expect(orders).toBe(1)
  expect(new Set([...keepers, reader].map((keeper) => keeper.current()?.cert)).size).toBe(1)
})

test('a certificate of another host, without its key or of another authority is not taken for ours', async () => {
  const folder = acmeFolder(placeAt('ca.example'))
  await folder.make()
  const validity = { from: now, until: now + 90 * DAY }
  await folder.keep(await makeTestCertificate({ hosts: ['other.example.com'], ...validity }))
  expect((await open()).current()).toBeNull()

  const [one, other] = await Promise.all([give(), give()])
  await folder.keep({ cert: one.cert, key: other.key })
  expect((await open()).current()).toBeNull()

  await writeFile(join(dataDir, 'acme', 'ca.example', `${HOST}.pem`), 'half a fi')
  expect((await open()).current()).toBeNull()

  await acmeFolder(placeAt('staging.example')).make()
  await acmeFolder(placeAt('staging.example')).keep(one)
  expect((await open()).current()).toBeNull()
})

test('a certificate of another host that is given is refused, and not kept', async () => {
  const order = () => makeTestCertificate({ hosts: ['other.example.com'], from: now, until: now + 90 * DAY })
  const keeper = await open({ order })

  await keeper.look()

  expect(keeper.current()).toBeNull()
  expect(told[0]).toContain(`the certificate given is not one of ${HOST}`)
})
