// Guesses, known devices, sessions that end, and the hosts that are served.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestRecords, type TestRecords } from '../testing/testHttp.ts'
import { createIdentity, type Identity, type IdentitySettings } from './identity.ts'

const SETTINGS: IdentitySettings = {
  demo: true,
  demoStaffPassword: 'lantern-demo',
  allowedOrigins: ['https://studio.example.com'],
  publicUrl: null,
  nodeUrl: null,
  staffIdleMs: 60 * 60_000,
  staffSessionMs: 8 * 60 * 60_000,
}
const staffOf = (of: Identity, cookie: string | undefined) => of.staffFromCookie({ cookie, secure: false, isUse: true })
const PLACE = { address: '203.0.113.9', secure: false }

let records: TestRecords
let identity: Identity

const identityWith = (settings: Partial<IdentitySettings>) =>
  createIdentity({ store: records.store, clock: records.clock.now, config: { ...SETTINGS, ...settings } })

beforeAll(async () => {
  records = await openTestRecords()
})
beforeEach(async () => {
  identity = await identityWith({})
})
afterAll(() => records.close())

/** The Cookie header a browser would send back. */
function cookieOf(setCookie: string | null): string {
  return (setCookie ?? '').split(';')[0] ?? ''
}

async function loggedIn(name = 'owner', password = 'lantern-demo'): Promise<string> {
  const outcome = await identity.login({ name, password }, PLACE)
  if (!outcome.ok) throw new Error(outcome.code)
  return cookieOf(outcome.value.setCookie)
}

test('https believes no staff session that http could have planted', async () => {
  const cookie = await loggedIn()

  expect(await identity.staffFromCookie({ cookie, secure: true, isUse: true })).toMatchObject({ code: 'LOGIN_NEEDED' })
})

test('merely watching is no use of a session', async () => {
  const cookie = await loggedIn()
  for (let minutes = 0; minutes < 60; minutes += 20) {
    records.clock.advance(20 * 60_000)
    await identity.staffFromCookie({ cookie, secure: false, isUse: false })
  }

  expect(await staffOf(identity, cookie)).toMatchObject({ code: 'SESSION_OVER' })
})

test('a new password ends the sessions that the old one opened', async () => {
  const cookie = await loggedIn('moderator')
  const staff = await records.store.findStaffByName('moderator')
  if (staff === null) throw new Error('no moderator')

  const { passwordHash: old } = staff
  // One in sixteen ends with an A already.
  await records.store.saveStaff({ ...staff, passwordHash: `${old.slice(0, -1)}${old.endsWith('A') ? 'E' : 'A'}` })

  expect(await staffOf(identity, cookie)).toMatchObject({ code: 'SESSION_OVER' })
  await records.store.saveStaff(staff)
})

test('guesses at an account slow down strangers on every process, and never a device that is known', async () => {
  const first = await identity.login({ name: 'assistant', password: 'lantern-demo' }, PLACE)
  const device = cookieOf(first.ok ? first.value.deviceCookie : null)
  const others = [identity, await identityWith({}), await identityWith({})]
  const stranger = (n: number) => ({ address: `198.51.100.${n}`, secure: false })
  const guess = (n: number) =>
    others[n % 3]?.login({ name: 'assistant', password: `guess ${n}` }, stranger(n)) ??
    Promise.reject(new Error('none'))
  const codes: unknown[] = []
  for (let n = 0; n < 12; n += 1) codes.push(await guess(n))

  expect(codes.slice(0, 10).every((one) => JSON.stringify(one).includes('WRONG_LOGIN'))).toBe(true)
  expect(codes[10]).toMatchObject({ code: 'TOO_MANY', retryAfterMs: 1000 })
  expect(codes[11]).toMatchObject({ code: 'TOO_MANY' })
  const right = { name: 'assistant', password: 'lantern-demo' }
  expect(await identity.login(right, stranger(99))).toMatchObject({ code: 'TOO_MANY' })
  expect(await identity.login(right, { ...stranger(1), cookie: device })).toMatchObject({ ok: true })
  expect(await identity.login(right, { ...stranger(99), cookie: device, secure: true })).toMatchObject({ ok: false })
  records.clock.advance(2000)
  expect(await identity.login(right, stranger(99))).toMatchObject({ ok: true })
})

test('strangers at the address of the shop lock nobody out who has logged in there before', async () => {
  const first = await identity.login({ name: 'host', password: 'lantern-demo' }, PLACE)
  const device = cookieOf(first.ok ? first.value.deviceCookie : null)
  for (let n = 0; n < 7; n += 1) await identity.login({ name: 'host', password: `guess ${n}` }, PLACE)

  const right = { name: 'host', password: 'lantern-demo' }
  expect(await identity.login(right, PLACE)).toMatchObject({ code: 'TOO_MANY' })
  expect(await identity.login(right, { ...PLACE, cookie: device })).toMatchObject({ ok: true })
})

test('64 logins at once are answered one after the other, and those that do not fit are told so', async () => {
  const fresh = await identityWith({})
  const claim = { name: 'owner', password: 'lantern-demo' }
  const one = (n: number) => fresh.login(claim, { address: `192.0.2.${n}`, secure: false })

  const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => one(n)))

  const codes = new Set(answers.map((answer) => (answer.ok ? 'in' : answer.code)))
  expect([...codes].every((code) => ['in', 'TRY_AGAIN', 'TOO_MANY'].includes(code))).toBe(true)
})

test('with a public address no other host is served, but for the other nodes and this machine itself', async () => {
  const settings = { publicUrl: 'https://live.example.com', nodeUrl: 'https://n1.example.com:8443' }
  const { isServedHost } = await identityWith(settings)

  const served = ['live.example.com', 'LIVE.example.com:443', 'n1.example.com:8443', 'studio.example.com']
  for (const host of served) expect(isServedHost(host, { remoteAddress: '203.0.113.7' }), host).toBe(true)
  const others = [
    'evil.example',
    '203.0.113.7',
    'live.example.com:8443',
    'localhost:4000',
    'live.example.com.',
    undefined,
  ]
  for (const host of others) expect(isServedHost(host, { remoteAddress: '203.0.113.7' }), host).toBe(false)
  for (const host of ['localhost:4000', '127.0.0.1:4000', '[::1]:4000'])
    expect(isServedHost(host, { remoteAddress: '::ffff:127.0.0.1' }), host).toBe(true)
  expect(identity.isServedHost('anything.example', { remoteAddress: '203.0.113.7' })).toBe(true)
})

test('pages of the same host and scheme, or of an allowed origin, are let in; no others', () => {
  const host = 'shop.local:4000'
  const plain = { host, secure: false }

  for (const origin of ['http://shop.local:4000', 'https://studio.example.com', undefined]) {
    expect(identity.isAllowedOrigin(origin, plain), origin).toBe(true)
  }
  expect(identity.isAllowedOrigin('https://shop.local:4000', { host, secure: true })).toBe(true)
  for (const origin of [
    'https://shop.local:4000',
    'http://shop.local:4001',
    'http://shop.local',
    'http://evil.example',
    'null',
    'http://shop.local:4000@evil.example',
    'http://studio.example.com',
    'file://shop.local:4000',
    'https://studio.example.com.evil.example',
    '',
  ]) {
    expect(identity.isAllowedOrigin(origin, plain), origin).toBe(false)
  }
  expect(identity.isAllowedOrigin('http://shop.local:4000', { host, secure: true })).toBe(false)
})
