import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { handoffClaims } from './studioStandIn.ts'
import { startTestShop } from './testShop.ts'
import type { TestShop } from './testShop.ts'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(() => shop.close())

it('leads a good link to a checkout page without the token in its address', async () => {
  const answer = await shop.handOff(await shop.studio.sign(handoffClaims()))

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toMatch(/^\/checkout\/[\w-]{20,}$/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
})

it('shows the same checkout when the same link is opened again', async () => {
  const token = await shop.studio.sign(handoffClaims())

  const paths = [await shop.arrive(token), await shop.arrive(token)]

  expect(paths[1]).toBe(paths[0])
})

it('tells the studio once that the buyer is on the checkout page', async () => {
  const token = await shop.studio.sign(handoffClaims())

  await shop.arrive(token)
  await shop.arrive(token)
  await shop.arrive(await shop.studio.sign(handoffClaims({ jti: 'hold-2' })))

  const events = await shop.studio.waitFor(2)
  expect(events.map(({ type, data }) => [type, data.holdId])).toEqual([
    ['checkout.opened', 'hold-1'],
    ['checkout.opened', 'hold-2'],
  ])
  expect(events[0]?.path).toBe('/api/shop/events/demo')
})

it('refuses a token signed with a key that is not the studio’s', async () => {
  const { privateKey } = await generateKeyPair('ES256')
  const forged = await new SignJWT(handoffClaims()).setProtectedHeader({ alg: 'ES256', kid: 'key-1' }).sign(privateKey)

  const answer = await shop.handOff(forged)

  expect(answer.status).toBe(401)
  expect(await answer.text()).toContain('We cannot accept this link')
})

it('refuses a token whose price was changed after signing', async () => {
  const [header, payload, signature] = (await shop.studio.sign(handoffClaims())).split('.')
  const claims = Buffer.from(payload ?? '', 'base64url')
    .toString()
    .replace('12900', '100')

  const answer = await shop.handOff([header, Buffer.from(claims).toString('base64url'), signature].join('.'))

  expect(answer.status).toBe(401)
})

it('refuses an unsigned token', async () => {
  const answer = await shop.handOff(new UnsecuredJWT(handoffClaims()).encode())

  expect([400, 401]).toContain(answer.status)
})

it('refuses an HS256 token signed with the public key as the secret', async () => {
  const keys = await (await fetch(`${shop.studio.url}/.well-known/jwks.json`)).text()
  const token = await new SignJWT(handoffClaims())
    .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
    .sign(new TextEncoder().encode(keys))

  expect((await shop.handOff(token)).status).toBe(401)
})

it.each([
  ['made for another shop', { aud: 'other-shop' }],
  ['from another issuer', { iss: 'somebody' }],
])('refuses a token %s', async (_what, claims) => {
  expect((await shop.handOff(await shop.studio.sign(handoffClaims(claims)))).status).toBe(401)
})

it.each<[string, Record<string, unknown>]>([
  ['without a hold id', { jti: undefined }],
  ['without items', { items: [] }],
  ['with a negative price', { items: [{ sku: 'A', quantity: 1, unitPriceMinor: -1, currency: 'CNY' }] }],
  [
    'in two currencies',
    {
      items: [
        { sku: 'A', quantity: 1, unitPriceMinor: 1, currency: 'CNY' },
        { sku: 'B', quantity: 1, unitPriceMinor: 1, currency: 'EUR' },
      ],
    },
  ],
  ['that never ends', { exp: undefined }],
])('refuses a token %s', async (_what, claims) => {
  const answer = await shop.handOff(await shop.studio.sign(handoffClaims(claims)))

  expect([400, 401]).toContain(answer.status)
})

it.each(['/handoff', '/handoff?token=', '/handoff?token=abc', '/handoff?token=a&token=b'])(
  'says that the link %s is not complete',
  async (path) => {
    const answer = await shop.get(path)

    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('This link is not complete')
  },
)

it('says that an expired link has run out and shows the way back to the show', async () => {
  const token = await shop.studio.sign(handoffClaims({ exp: Math.floor(Date.now() / 1000) - 1 }))

  const answer = await shop.handOff(token)

  expect(answer.status).toBe(410)
  expect(await answer.text()).toContain('href="http://studio.example/s/autumn"')
  expect(shop.studio.attempts).toEqual([])
})

it('never leads back to an address that is not http', async () => {
  const path = await shop.arrive(await shop.studio.sign(handoffClaims({ returnUrl: 'javascript:alert(1)' })))

  const answer = await shop.post(`${path}/cancel`)

  expect(answer.headers.get('location')).toBe(path)
  expect(await (await shop.get(path)).text()).not.toContain('javascript:')
})

it('reads the key set again when the studio has a new key', async () => {
  await shop.arrive(await shop.studio.sign(handoffClaims()))
  await shop.studio.rotateKey()
  const token = await shop.studio.sign(handoffClaims({ jti: 'hold-2' }))

  await expect.poll(async () => (await shop.handOff(token)).status, { interval: 200 }).toBe(303)
  expect(shop.studio.keyReads()).toBe(2)
})

it('reads the key set once for many links', async () => {
  for (const jti of ['a', 'b', 'c']) await shop.arrive(await shop.studio.sign(handoffClaims({ jti })))

  expect(shop.studio.keyReads()).toBe(1)
})

it('asks for a moment when the studio cannot be reached', async () => {
  const token = await shop.studio.sign(handoffClaims())
  shop.shop.setStudioUrl('http://127.0.0.1:9')

  expect((await shop.handOff(token)).status).toBe(503)
})

it('accepts HS256 with the shared secret, and only that, once one is set', async () => {
  const handoffSecret = 'a shared secret that is long enough'
  const other = await startTestShop({ handoffSecret })
  const sign = (secret: string) =>
    new SignJWT(handoffClaims()).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))

  const good = await other.handOff(await sign(handoffSecret))
  const wrong = await other.handOff(await sign('another secret that is long enough'))
  const es256 = await other.handOff(await other.studio.sign(handoffClaims()))

  expect([good.status, wrong.status, es256.status]).toEqual([303, 401, 401])
  await other.close()
})
