// Member tokens over HTTP: exchanged for the viewer's cookie at a clean address; one that is not good opens the page all the same.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHttp, TEST_SHOW, type TestHttp } from '../testing/testHttp.ts'

const SECRET = 'what the shop and the studio know of members'
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'

let http: TestHttp
let tokens = 0

beforeAll(async () => {
  http = await startTestHttp({ MEMBER_SECRET: SECRET, SHOP_AUDIENCE: 'shop' })
})
afterAll(() => http.close())

const seconds = () => Math.floor(http.clock.now() / 1000)

function sign(part: JWTPayload = {}, secret = SECRET): Promise<string> {
  tokens += 1
  const said = { tier: 'Gold', points: 320, storedValue: { amountMinor: 5000, currency: 'CNY' } }
  const usual = { iss: 'shop', aud: 'lantern', sub: 'customer-7', jti: `t-${tokens}`, iat: seconds() }
  const claims = { ...usual, exp: seconds() + 300, ...said, ...part }
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
}

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(http.url + path, { method, redirect: 'manual', headers: { 'user-agent': PHONE, ...headers } })

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
const viewerOf = (answer: Response) => cookiesOf(answer).find((cookie) => cookie.startsWith('lantern_viewer=')) ?? ''
const saidOf = (answer: Response) => /notice=(\w+)/.exec(answer.headers.get('location') ?? '')?.[1]

async function ownOf(cookie: string): Promise<unknown> {
  return (await ask(`/api/members/own/${TEST_SHOW}`, { cookie })).json()
}

test('a token is exchanged for the cookie, at an address without it that keeps everything else', async () => {
  const token = await sign()

  const answer = await ask(`/s/${TEST_SHOW}/p/cup?via=link&member=${token}&utm_source=wa`)

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/s/${TEST_SHOW}/p/cup?via=link&utm_source=wa`)
  expect([answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([
    'no-store',
    'no-referrer',
  ])
  expect(cookiesOf(answer)).toContain('lantern_member=1')
  const member = { tier: 'Gold', points: 320, storedValue: { amountMinor: 5000, currency: 'CNY' } }
  expect(await ownOf(viewerOf(answer))).toEqual({ member: { ...member, off: null } })
  expect(await ownOf('')).toEqual({ member: null })
})

test('with the cookie it may be opened again, without it it was used', async () => {
  const path = `/s/${TEST_SHOW}?member=${await sign()}`
  const cookie = viewerOf(await ask(path))

  expect(saidOf(await ask(path, { cookie }))).toBeUndefined()
  expect(saidOf(await ask(path))).toBe('MEMBER_LINK_USED')
})

const long = () => sign({ tier: 'x'.repeat(5000) })
test.each([
  ['signed by another shop', () => sign({}, 'a secret of somebody else, as long as ours is'), 'UNREAD'],
  ['of another shop', () => sign({ iss: 'other' }), 'UNREAD'],
  ['meant for another studio', () => sign({ aud: 'other' }), 'UNREAD'],
  ['that is too old', () => sign({ iat: seconds() - 400, exp: seconds() - 61 }), 'OLD'],
  ['that would be good for longer than it may', () => sign({ exp: seconds() + 400 }), 'UNREAD'],
  ['of the future', () => sign({ iat: seconds() + 100 }), 'UNREAD'],
  ['whose own name is none', () => sign({ jti: '' }), 'UNREAD'],
  ['with an amount that is none', () => sign({ points: -1 }), 'UNREAD'],
  ['that is too long', long, 'UNREAD'],
  ['in another money', () => sign({ storedValue: { amountMinor: 1, currency: 'KWD' } }), 'MONEY'],
  ['that is no token', () => Promise.resolve('x'), 'UNREAD'],
  ['that is empty', () => Promise.resolve(''), 'UNREAD'],
  ['without a signature', async () => (await sign()).replace(/[^.]+$/, ''), 'UNREAD'],
])('a token %s makes nobody a member, and the page opens', async (_name, make, code) => {
  const answer = await ask(`/s/${TEST_SHOW}?member=${await make()}&via=link`)

  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/s/${TEST_SHOW}?via=link&notice=MEMBER_LINK_${code}`,
  ])
  expect(await ownOf(viewerOf(answer))).toEqual({ member: null })
  expect((await ask(`/s/${TEST_SHOW}`, { cookie: viewerOf(answer) })).status).toBe(200)
})

test('clocks may differ by a minute', async () => {
  const late = await ask(`/s/${TEST_SHOW}?member=${await sign({ iat: seconds() - 350, exp: seconds() - 50 })}`)
  const early = await ask(`/s/${TEST_SHOW}?member=${await sign({ iat: seconds() + 50, exp: seconds() + 350 })}`)

  expect([saidOf(late), saidOf(early)]).toEqual([undefined, undefined])
})

test('neither a robot, nor a page loaded ahead, nor a look at the head uses it up', async () => {
  const path = `/s/${TEST_SHOW}?member=${await sign()}`

  const robot = await ask(path, { 'user-agent': 'WhatsApp/2.23.20.0' })
  const ahead = await ask(path, { 'sec-purpose': 'prefetch' })
  const head = await ask(path, {}, 'HEAD')

  expect([robot.status, ahead.status, head.status]).toEqual([200, 200, 200])
  expect(saidOf(await ask(path))).toBeUndefined()
})

test('two tokens in one address are none, and an address that leads nowhere takes none', async () => {
  const token = await sign()

  expect(saidOf(await ask(`/s/${TEST_SHOW}?member=${token}&member=${token}`))).toMatch(/UNREAD$/)
  expect((await ask(`/s/nowhere?member=${token}`)).status).toBe(404)

  expect(saidOf(await ask(`/s/${TEST_SHOW}?member=${token}`))).toBeUndefined()
})

test('an address in which another word ends like ours is no visit by a token', async () => {
  const answers = await Promise.all(
    ['?remember=1', '?is-member=1', '?via=link&utm=member'].map((query) => ask(`/s/${TEST_SHOW}${query}`)),
  )

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
})

test('the example for a shop’s developer makes a link that is good', async () => {
  const example = join(import.meta.dirname, '../../../infra/shop-examples/member.mjs')
  const env = { ...process.env, STUDIO_URL: '', SHOP_AUDIENCE: 'shop', MEMBER_SECRET: SECRET }
  const args = [example, TEST_SHOW, 'customer-3', 'Silver', '1', '1234', 'CNY']
  const link = execFileSync(process.execPath, args, { env, encoding: 'utf8' }).trim()

  const answer = await ask(link)

  const member = { tier: 'Silver', points: 1, storedValue: { amountMinor: 1234, currency: 'CNY' } }
  expect(await ownOf(viewerOf(answer))).toEqual({ member: { ...member, off: null } })
})

test('nothing of a token is logged', async () => {
  const token = await sign()
  await ask(`/s/${TEST_SHOW}?member=${token}`)
  await ask(`/s/${TEST_SHOW}?member=${token}x`)

  expect(http.logged.join('\n')).not.toMatch(/member=|customer-7|eyJ/)
})
