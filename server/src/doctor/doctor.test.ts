// The doctor tells what is missing from what is well, by looking at real servers on this machine.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { obtainCertificate } from '../certificates/selfMade.ts'
import type { TurnSettings } from '../turn/iceServers.ts'
import { createDoctor, type DoctorNeeds } from './doctor.ts'
import { toLine } from './lines.ts'
import { startTurnServer } from '../testing/turnServer.ts'
import { createShopTime } from './shopTime.ts'

const NOW = 1_800_000_000_000
let dataDir = ''
const servers: Server[] = []
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-doctor-'))
})
afterEach(async () => {
  for (const server of servers.splice(0)) server.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function listen(server: Server): Promise<number> {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const NO_TURN = { turnUrls: [], turnLogin: { secret: null, username: null, password: null } }

async function look(needs: Partial<DoctorNeeds> & { publicUrl?: string | null; turn?: TurnSettings } = {}) {
  const { findings } = await createDoctor({
    config: { publicUrl: needs.publicUrl ?? null, dataDir, ...(needs.turn ?? NO_TURN) },
    acmeFailure: () => Promise.resolve(null),
    testShop: () => Promise.resolve(grant(null)),
    readTime: () => Promise.resolve(NOW - 500),
    lastArrivalAt: () => Promise.resolve(NOW - 7_200_000),
    readRefused: () => Promise.resolve([]),
    now: () => NOW,
    ...needs,
  })()
  return new Map(findings.map(({ check, ...found }) => [check, found]))
}

test('a server on a laptop is told of the address, the https and the first message that are missing', async () => {
  const found = await look({ lastArrivalAt: () => Promise.resolve(null) })

  expect(found.get('address')).toMatchObject({ state: 'bad', why: 'no_address' })
  expect(found.get('tls')).toMatchObject({ state: 'bad', why: 'no_tls' })
  expect(found.get('webhook')).toMatchObject({ state: 'bad', why: 'no_webhook' })
})

test('a shop that speaks and is not understood is told from one that is silent', async () => {
  const refused = [
    { reason: 'badSignature', times: 12 },
    { reason: 'unknownEndpoint', times: 3 },
  ] as const
  const readRefused = () => Promise.resolve(refused)
  const found = await look({ readRefused, lastArrivalAt: () => Promise.resolve(null) })

  const told = { state: 'bad', why: 'webhook_refused', detail: { times: 15, reason: 'badSignature' } } as const
  expect(found.get('webhook')).toEqual(told)
  expect(toLine({ check: 'webhook', ...told })).toContain('15 were refused; the latest: the signing secret differs')
  // Strangers knock at the door of a shop that is heard.
  expect((await look({ readRefused })).get('webhook')).toMatchObject({ state: 'good' })
})

test('an address that leads here is fine, one that does not is to be checked', async () => {
  const port = await listen(createServer((req, res) => void res.writeHead(req.url === '/healthz' ? 200 : 404).end()))

  expect((await look({ publicUrl: `http://127.0.0.1:${port}` })).get('address')).toMatchObject({ state: 'good' })
  expect((await look({ publicUrl: 'http://127.0.0.1:1' })).get('address')).toMatchObject({ state: 'unsure' })
})

test('a self-made certificate is not trusted, with the reason, and no https at all is seen', async () => {
  const certificate = await obtainCertificate(dataDir, [])
  const port = await listen(createSecure(certificate, (_req, res) => void res.end()))
  const plain = await listen(createServer((_req, res) => void res.end()))

  expect((await look({ publicUrl: `https://127.0.0.1:${port}` })).get('tls')).toMatchObject({
    state: 'bad',
    why: 'untrusted',
    detail: { why: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  })
  expect((await look({ publicUrl: `https://127.0.0.1:${plain}` })).get('tls')).toMatchObject({ why: 'tls_silent' })
})

test('what a certificate authority said is told instead of what follows from it', async () => {
  const certificate = await obtainCertificate(dataDir, [])
  const port = await listen(createSecure(certificate, (_req, res) => void res.end()))
  const acmeFailure = () => Promise.resolve({ why: 'no such host' })

  expect((await look({ publicUrl: `https://127.0.0.1:${port}`, acmeFailure })).get('tls')).toEqual({
    state: 'bad',
    why: 'acme_failed',
    detail: { why: 'no such host' },
  })
})

test('a TURN server is told as it is: none, away, or with the wrong secret', async () => {
  const turn = await startTurnServer({ secret: 'right-secret' })
  const verdictWith = async (url: string, secret: string) => {
    const found = await look({ turn: { turnUrls: [url], turnLogin: { secret, username: null, password: null } } })
    return found.get('turn')
  }

  expect((await look()).get('turn')).toMatchObject({ state: 'unsure', why: 'no_turn' })
  expect(await verdictWith(turn.url, 'right-secret')).toMatchObject({ state: 'good', detail: { address: turn.url } })
  expect(await verdictWith(turn.url, 'wrong-secret')).toMatchObject({
    why: 'turn_refused',
    detail: { why: 'error 401' },
  })
  expect(await verdictWith('turn:127.0.0.1:9', 'right-secret')).toMatchObject({ state: 'bad', why: 'turn_silent' })
  expect(turn.allocations()).toBe(0)
  turn.close()
})

test('what the shop says of itself is handed on, and its latest message is dated', async () => {
  const testShop = () => Promise.resolve(refuse('SHOP_REFUSED', { detail: { why: 'status 401' } }))

  const found = await look({ testShop })

  expect(found.get('shop')).toEqual({ state: 'bad', why: 'shop_failed', detail: { why: 'status 401' } })
  expect(found.get('webhook')).toEqual({ state: 'good', why: 'webhook_seen', detail: { hours: 2 } })
  expect((await look()).get('shop')).toMatchObject({ state: 'good' })
})

test('a clock that is off by more than the shop’s whole seconds is told, in both directions', async () => {
  const clockAt = async (theirs: number | null) =>
    (await look({ readTime: () => Promise.resolve(theirs) })).get('clock')

  expect(await clockAt(NOW - 1500)).toMatchObject({ state: 'good' })
  expect(await clockAt(NOW - 60_000)).toMatchObject({ state: 'bad', why: 'clock_wrong', detail: { seconds: 60 } })
  expect(await clockAt(NOW + 60_000)).toMatchObject({ state: 'bad', why: 'clock_wrong' })
  expect(await clockAt(null)).toMatchObject({ state: 'unsure' })
})

test('free disk is counted where the data is', async () => {
  expect((await look()).get('disk')).toMatchObject({ detail: { gigabytes: expect.any(Number) } })
})

test('the shop’s time is the date of its answer', async () => {
  const date = new Date(NOW).toUTCString()
  const port = await listen(createServer((_req, res) => void res.setHeader('Date', date).end('{}')))
  const other = { medusaUrl: null, ucpCodesUrl: null }
  const shopAt = (address: string) => createShopTime({ shopUrl: address, shopInternalUrl: address, ...other })()

  expect(await shopAt(`http://127.0.0.1:${port}`)).toBe(NOW)
  expect(await shopAt('http://127.0.0.1:1')).toBeNull()
})
