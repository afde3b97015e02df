// Who is who: viewers, staff and media sockets, and everything that must not pass for them.
import { createHmac, generateKeyPairSync } from 'node:crypto'
import { StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { parseSetCookie } from 'cookie'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestRecords, TEST_SHOW, type TestRecords } from '../testing/testHttp.ts'
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
const viewerOf = (of: Identity, cookie: string | undefined) => of.viewerFromCookie({ cookie, secure: false })
const staffOf = (of: Identity, cookie: string | undefined) => of.staffFromCookie({ cookie, secure: false, isUse: true })
const HTTP = { secure: false, via: null }
const PLACE = { address: '203.0.113.9', secure: false }
const DAY_MS = 86_400_000

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

function newViewerCookie(): string {
  return cookieOf(identity.issueViewer(undefined, HTTP).setCookie)
}

async function loggedIn(name = 'owner', password = 'lantern-demo'): Promise<string> {
  const outcome = await identity.login({ name, password }, PLACE)
  if (!outcome.ok) throw new Error(outcome.code)
  return cookieOf(outcome.value.setCookie)
}

test('a viewer who was erased is somebody new on every device, and the others stay who they are', async () => {
  const [gone, other] = [newViewerCookie(), newViewerCookie()]
  const viewerId = viewerOf(identity, gone)?.viewerId ?? expect.fail('no viewer')
  await records.store.eraseViewer({ showId: TEST_SHOW, viewerId, by: StaffId.parse('owner') })
  expect(await identity.readRevoked()).toBe(true)
  expect(await identity.readRevoked()).toBe(false)

  expect([identity.isRevoked(viewerId), viewerOf(identity, gone)]).toEqual([true, null])
  const anew = cookieOf(identity.issueViewer(gone, HTTP).setCookie)
  expect(viewerOf(identity, anew)?.viewerId).not.toBe(viewerId)
  expect(identity.issueViewer(other, HTTP).setCookie).toBeNull()
})

test('a viewer is the same person from the first page on', async () => {
  const first = identity.issueViewer(undefined, HTTP)
  records.clock.advance(5000)
  const again = identity.issueViewer(cookieOf(first.setCookie), HTTP)

  expect(again).toEqual({ viewer: first.viewer, setCookie: null })
  expect(viewerOf(identity, cookieOf(first.setCookie))).toEqual({
    ...first.viewer,
    name: expect.stringMatching(/^[A-Z][a-z]+ \d{3}$/),
  })
})

test('ids of viewers sort by the moment they came, within what the contract allows', async () => {
  const ids: ViewerId[] = []
  for (let n = 0; n < 3; n += 1) {
    ids.push(identity.issueViewer(undefined, HTTP).viewer.viewerId)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }

  expect(ids.toSorted()).toEqual(ids)
  expect(ids.every((id) => ViewerId.safeParse(id).success && id.length <= 64)).toBe(true)
})

test('a renewed token keeps the person and the first moment', async () => {
  const first = identity.issueViewer(undefined, HTTP)
  records.clock.advance(200 * DAY_MS)
  const renewed = identity.issueViewer(cookieOf(first.setCookie), HTTP)

  expect(renewed.viewer).toEqual(first.viewer)
  expect(renewed.setCookie).not.toBeNull()
  records.clock.advance(300 * DAY_MS)
  expect(viewerOf(identity, cookieOf(renewed.setCookie))).toMatchObject(first.viewer)
  expect(viewerOf(identity, cookieOf(first.setCookie))).toBeNull()
})

test('a share link is remembered, and a later one replaces it', async () => {
  const first = identity.issueViewer(undefined, { secure: false, via: 'anna.1' })
  const without = identity.issueViewer(cookieOf(first.setCookie), HTTP)
  const second = identity.issueViewer(cookieOf(first.setCookie), { secure: false, via: 'ben.2' })
  const nonsense = identity.issueViewer(cookieOf(first.setCookie), { secure: false, via: '<script>' })

  expect([first, without, second, nonsense].map((one) => one.viewer.via)).toEqual([
    'anna.1',
    'anna.1',
    'ben.2',
    'anna.1',
  ])
  expect(second.viewer.viewerId).toBe(first.viewer.viewerId)
})

test('cookies are httpOnly and SameSite=Lax, and Secure with a name of its own over https', async () => {
  const plain = parseSetCookie(identity.issueViewer(undefined, HTTP).setCookie ?? '')
  const secure = parseSetCookie(identity.issueViewer(undefined, { secure: true, via: null }).setCookie ?? '')

  expect(plain).toMatchObject({
    name: 'lantern_viewer',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 31_536_000,
  })
  expect(plain.secure).toBeUndefined()
  expect(secure).toMatchObject({
    name: '__Host-lantern_viewer',
    httpOnly: true,
    sameSite: 'lax',
    secure: true,
    path: '/',
  })
})

test('https does not trust a cookie that http could have planted', async () => {
  const planted = newViewerCookie()
  const issued = identity.issueViewer(planted, { secure: true, via: null })

  expect(issued.setCookie).not.toBeNull()
  expect(identity.viewerFromCookie({ cookie: planted, secure: true })).toBeNull()
  const both = `${planted}; ${cookieOf(issued.setCookie)}`
  expect(identity.viewerFromCookie({ cookie: both, secure: true })?.viewerId).toBe(issued.viewer.viewerId)
})

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claimsOf = (now: number) => {
  const iat = Math.floor(now / 1000)
  return { iss: 'lantern', aud: 'viewer', sub: 'v_victim', at: now, via: null, iat, exp: iat + 3600 }
}

test('forged tokens of many kinds are nobody', async () => {
  const now = records.clock.now()
  const claims = claimsOf(now)
  const good = newViewerCookie().split('=')[1] ?? ''
  const [header = '', payload = '', signature = ''] = good.split('.')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const hmac = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  const unsigned = `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`
  const emptyKey = `${encode({ alg: 'HS256' })}.${encode(claims)}`
  const forged = [
    unsigned,
    unsigned.replace('none', 'NONE'),
    `${encode({ alg: 'none' })}.${encode(claims)}.${signature}`,
    `${emptyKey}.${hmac('')(emptyKey)}`,
    await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32)),
    await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(Buffer.alloc(64)),
    await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(rsa),
    `${header}.${encode(claims)}.${signature}`,
    `${encode({ alg: 'HS256', crit: ['b64'], b64: false })}.${payload}.${signature}`,
    `${header}.${payload}.${signature.slice(0, -2)}AA`,
    `${header}.${payload}.`,
    `${header}.${payload}`,
    `${header}.${payload}.${signature}.${signature}`,
    'garbage',
    '..',
    'a'.repeat(10_000),
    identity.mintMediaToken({ showId: TEST_SHOW, viewerId: ViewerId.parse('v_1') }),
  ]

  for (const token of forged) expect(viewerOf(identity, `lantern_viewer=${token}`), token).toBeNull()
  expect(viewerOf(identity, `lantern_viewer=${good}`)).not.toBeNull()
})

test('a token that has run out, and one from another database, are nobody', async () => {
  const cookie = newViewerCookie()
  const other = await openTestRecords()
  const stranger = await createIdentity({
    store: other.store,
    clock: records.clock.now,
    config: { ...SETTINGS, demo: false },
  })

  expect(viewerOf(stranger, cookie)).toBeNull()
  records.clock.advance(366 * DAY_MS)
  expect(viewerOf(identity, cookie)).toBeNull()
  await other.close()
})

test('a media token opens its show for five minutes, on every process', async () => {
  const claims = { showId: TEST_SHOW, viewerId: ViewerId.parse('v_1') }
  const token = identity.mintMediaToken(claims)
  const otherProcess = await identityWith({})

  expect(otherProcess.verifyMediaToken(token)).toEqual(claims)
  expect(identity.verifyMediaToken(`${token}x`)).toBeNull()
  expect(identity.verifyMediaToken(newViewerCookie().split('=')[1] ?? '')).toBeNull()
  records.clock.advance(5 * 60_000 + 1000)
  expect(identity.verifyMediaToken(token)).toBeNull()
})

test('staff log in with their role, and out for good', async () => {
  const cookie = await loggedIn('assistant')
  const me = await staffOf(identity, cookie)
  expect(me).toMatchObject({ ok: true, value: { name: 'assistant', role: 'assistant', demo: true } })

  const cleared = await identity.logout({ cookie, secure: false })

  expect(cleared.every((one) => one.includes('Max-Age=0'))).toBe(true)
  expect(await staffOf(identity, cookie)).toMatchObject({ ok: false, code: 'SESSION_OVER' })
  expect(await staffOf(identity, undefined)).toMatchObject({ ok: false, code: 'LOGIN_NEEDED' })
  expect(await staffOf(identity, 'lantern_staff=made-up')).toMatchObject({ ok: false, code: 'SESSION_OVER' })
})

test('a wrong password and an unknown name are refused alike', async () => {
  const wrong = await identity.login({ name: 'owner', password: 'wrong' }, PLACE)
  const unknown = await identity.login({ name: 'nobody', password: 'lantern-demo' }, PLACE)

  expect(wrong).toEqual(unknown)
  expect(wrong).toMatchObject({ ok: false, code: 'WRONG_LOGIN' })
})

test('tries are limited per address and name; another address may still log in', async () => {
  const attempt = (address: string) => identity.login({ name: 'host', password: 'wrong' }, { address, secure: false })
  const codes: unknown[] = []
  for (let i = 0; i < 6; i++) codes.push(await attempt('203.0.113.1'))

  expect(codes.slice(0, 5).every((one) => JSON.stringify(one).includes('WRONG_LOGIN'))).toBe(true)
  expect(codes[5]).toMatchObject({ code: 'TOO_MANY', retryable: true, retryAfterMs: expect.any(Number) })
  const right = { name: 'host', password: 'lantern-demo' }
  expect(await identity.login(right, { address: '203.0.113.1', secure: false })).toMatchObject({ code: 'TOO_MANY' })
  expect(await identity.login(right, { address: '203.0.113.2', secure: false })).toMatchObject({ ok: true })
})

test('an idle session ends; a used one goes on until its absolute end', async () => {
  const idle = await loggedIn('host')
  const used = await loggedIn('owner')
  for (let minutes = 0; minutes < 60; minutes += 20) {
    records.clock.advance(20 * 60_000)
    expect(await staffOf(identity, used)).toMatchObject({ ok: true })
  }
  expect(await staffOf(identity, idle)).toMatchObject({ code: 'SESSION_OVER' })

  for (let minutes = 60; minutes < 8 * 60 - 20; minutes += 20) {
    records.clock.advance(20 * 60_000)
    expect(await staffOf(identity, used)).toMatchObject({ ok: true })
  }
  records.clock.advance(20 * 60_000)
  expect(await staffOf(identity, used)).toMatchObject({ code: 'SESSION_OVER' })
})

test('demo staff open nothing once demo mode is left', async () => {
  const cookie = await loggedIn()
  const real = await identityWith({ demo: false })

  expect(await staffOf(real, cookie)).toMatchObject({ code: 'SESSION_OVER' })
  expect(await real.login({ name: 'owner', password: 'lantern-demo' }, PLACE)).toMatchObject({ code: 'WRONG_LOGIN' })
})

test('the one-time link opens nothing after a day, nor in demo mode', async () => {
  const real = await identityWith({ demo: false })
  const token = (await real.inviteOwner())?.split('#')[1] ?? ''
  const request = { token, name: 'Mei', password: 'a long password' }

  expect(await identity.inviteOwner()).toBeNull()
  expect(await identity.welcome(request, PLACE)).toMatchObject({ code: 'WRONG_LOGIN' })
  records.clock.advance(DAY_MS)
  expect(await real.welcome(request, PLACE)).toMatchObject({ code: 'WRONG_LOGIN' })
})

test('the one-time link makes the owner once', async () => {
  const real = await identityWith({ demo: false })
  const path = await real.inviteOwner()
  expect(path).toMatch(/^\/studio\/welcome#[\w-]{43}$/)
  expect(await real.inviteOwner()).toBe(path)
  const request = { token: path?.split('#')[1] ?? '', name: 'Mei', password: 'a long password' }

  expect(await real.welcome({ ...request, token: 'guess' }, PLACE)).toMatchObject({ code: 'WRONG_LOGIN' })
  const [first, second] = await Promise.all([real.welcome(request, PLACE), real.welcome(request, PLACE)])

  expect(first).toMatchObject({ ok: true, value: { me: { name: 'Mei', role: 'owner', demo: false } } })
  expect(second).toMatchObject({ code: 'WRONG_LOGIN' })
  expect(await real.inviteOwner()).toBeNull()
  expect(await real.login({ name: 'Mei', password: 'a long password' }, PLACE)).toMatchObject({ ok: true })
})
