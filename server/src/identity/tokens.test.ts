// Our tokens against a JWT library that knows nothing of us, and against those who hold one and would like another.
import { createHmac, randomBytes } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { createTokenMint, type TokenMint } from './tokens.ts'

const HOUR_MS = 3_600_000
const SECRET = randomBytes(32).toString('base64url')
const KEY = Buffer.from(SECRET, 'base64url')

let now: number
let tokens: TokenMint

const mintFor = (purpose: string) => createTokenMint({ secret: () => Promise.resolve(SECRET) }, purpose, () => now)

beforeEach(async () => {
  now = Date.now()
  tokens = await mintFor('viewer')
})

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signed = (header: object, claims: object) => {
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${createHmac('sha256', KEY).update(text).digest('base64url')}`
}
const HEADER = { alg: 'HS256', typ: 'JWT' }
const claims = () => {
  const iat = Math.floor(now / 1000)
  return { sub: 'v_1', iss: 'lantern', aud: 'viewer', iat, exp: iat + 60 }
}

test('what is minted is a JWT as anyone reads it', async () => {
  const token = tokens.mint({ sub: 'v_1', text: '灯 "<' }, HOUR_MS)

  const { payload, protectedHeader } = await jwtVerify(token, KEY, { issuer: 'lantern', audience: 'viewer' })

  expect(protectedHeader).toEqual(HEADER)
  expect(payload).toMatchObject({ sub: 'v_1', text: '灯 "<' })
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600)
  expect(tokens.read(token)).toEqual(payload)
})

test('a cookie that an earlier version gave is still good', async () => {
  const token = await new SignJWT({ sub: 'v_1' })
    .setProtectedHeader(HEADER)
    .setIssuer('lantern')
    .setAudience('viewer')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(KEY)

  expect(tokens.read(token)).toMatchObject({ sub: 'v_1' })
})

test('it runs out at its second', () => {
  const token = tokens.mint({}, 10_000)

  now += 9000
  expect(tokens.read(token)).not.toBeNull()
  now += 1000
  expect(tokens.read(token)).toBeNull()
})

test('the claims of the caller cannot lend it another life or purpose', async () => {
  const token = tokens.mint({ exp: 99_999_999_999, aud: 'media', iss: 'else' }, 1000)

  expect((await mintFor('media')).read(token)).toBeNull()
  now += 2000
  expect(tokens.read(token)).toBeNull()
})

test.each([
  ['another algorithm', () => signed({ alg: 'HS512', typ: 'JWT' }, claims())],
  ['none', () => signed({ alg: 'none' }, claims())],
  ['a header with more in it', () => signed({ ...HEADER, crit: ['b64'], b64: false }, claims())],
  ['another issuer', () => signed(HEADER, { ...claims(), iss: 'else' })],
  ['another purpose', () => signed(HEADER, { ...claims(), aud: 'media' })],
  ['many purposes', () => signed(HEADER, { ...claims(), aud: ['viewer'] })],
  ['no end', () => signed(HEADER, { ...claims(), exp: undefined })],
  ['an end that is text', () => signed(HEADER, { ...claims(), exp: '99999999999' })],
  ['no beginning', () => signed(HEADER, { ...claims(), iat: undefined })],
  ['claims that are a list', () => signed(HEADER, [1])],
  ['no signature', () => signed(HEADER, claims()).replace(/[^.]+$/, '')],
])('with %s it is nobody, even under our own key', (_what, forge) => {
  expect(tokens.read(signed(HEADER, claims()))).not.toBeNull()

  expect(tokens.read(forge())).toBeNull()
})

test('only one text is the token: no other spelling of its signature, no padding, no space', () => {
  const token = signed(HEADER, claims())
  const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    .map((last) => token.slice(0, -1) + last)
    .filter((other) => other !== token)

  for (const other of [...others, `${token}=`, `${token} `, ` ${token}`, `${token}.`, token.toUpperCase()]) {
    expect(tokens.read(other), other).toBeNull()
  }
})

test('every bit of the payload is signed', () => {
  const token = signed(HEADER, claims())
  const from = token.indexOf('.') + 1
  for (let at = from; at < token.lastIndexOf('.'); at += 1) {
    const other = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    expect(tokens.read(other), String(at)).toBeNull()
  }
})

test('one that came is known when it comes again, and for nothing but what it says', () => {
  const token = signed(HEADER, { ...claims(), exp: Math.floor(now / 1000) + 60 })
  const minted = tokens.mint({ sub: 'v_2' }, HOUR_MS)

  expect(tokens.read(token)).toMatchObject({ sub: 'v_1' })
  expect(tokens.read(token)).toBe(tokens.read(token))
  expect(tokens.read(minted)).toBe(tokens.read(minted))
  expect(tokens.read(`${token}=`)).toBeNull()
  now += 60_000
  expect(tokens.read(token)).toBeNull()
})
