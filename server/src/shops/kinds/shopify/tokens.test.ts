// Tokens that end after a day: renewed before they do, once for all who ask, and not again and again by a shop that refuses.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import type { ShopFetch, ShopRequest } from '../../shopFetch.ts'
import { createGrantedToken, fixedToken } from './tokens.ts'

const DAY_MS = 86_400_000

type Answer = 'a token' | 'down' | { readonly status: number; readonly json: unknown }

function startShop() {
  let now = 1_000_000
  let answer: Answer = 'a token'
  const asked: ShopRequest[] = []
  const fetchShop: ShopFetch = (request) => {
    asked.push(request)
    if (answer === 'down') return Promise.resolve(refuse('SHOP_UNREACHABLE', { detail: { why: 'no answer' } }))
    const told = { access_token: `shpat_${asked.length}`, scope: 'read_products', expires_in: DAY_MS / 1000 }
    const said = answer === 'a token' ? { status: 200, json: told } : answer
    return Promise.resolve(grant({ ...said, headers: new Headers() }))
  }
  const token = createGrantedToken({
    fetchShop,
    clock: () => now,
    shopUrl: 'https://snowdevil.myshopify.com',
    clientId: 'client',
    clientSecret: 'secret',
    random: () => 0.5,
  })
  return {
    token,
    asked,
    pass: (ms: number) => void (now += ms),
    answerWith: (next: Answer) => void (answer = next),
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('many who ask at once get one token, asked for once, as the page says', async () => {
  const { token, asked } = startShop()

  const read = await Promise.all(Array.from({ length: 500 }, () => token.read()))

  expect(new Set(read.map((one) => one.ok && one.value))).toEqual(new Set(['shpat_1']))
  const form = { grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret' }
  expect(asked).toEqual([{ url: 'https://snowdevil.myshopify.com/admin/oauth/access_token', method: 'POST', form }])
})

test('it is renewed before it ends, and nobody waits for that', async () => {
  const { token, asked, pass } = startShop()
  await token.read()

  pass(DAY_MS * 0.89)
  const young = await token.read()
  pass(DAY_MS * 0.02)
  const old = await Promise.all([token.read(), token.read()])
  await settled()
  const next = await token.read()

  expect([young, ...old]).toEqual(Array(3).fill({ ok: true, value: 'shpat_1' }))
  expect(next).toEqual({ ok: true, value: 'shpat_2' })
  expect(asked.length).toBe(2)
})

test('a renewal that fails takes nothing from the token that is still good; whoever asks next tries again', async () => {
  const { token, asked, pass, answerWith } = startShop()
  await token.read()
  pass(DAY_MS * 0.95)
  answerWith('down')
  await Promise.all(Array.from({ length: 50 }, () => token.read()))
  await settled()
  answerWith('a token')
  const still = await token.read()
  await settled()

  expect(still).toEqual({ ok: true, value: 'shpat_1' })
  expect(await token.read()).toEqual({ ok: true, value: 'shpat_3' })
  expect(asked.length).toBe(3)
})

test('one that ended while nobody looked is waited for', async () => {
  const { token, pass } = startShop()
  await token.read()
  pass(DAY_MS * 3)

  expect(await token.read()).toEqual({ ok: true, value: 'shpat_2' })
})

test('one that the shop takes no more is replaced once, however many were refused with it', async () => {
  const { token, asked, pass } = startShop()
  await token.read()
  pass(60_000)

  const again = Array.from({ length: 100 }, () => token.spend('shpat_1'))
  const next = await Promise.all(again.map(() => token.read()))

  expect(new Set(again)).toEqual(new Set([true]))
  expect(new Set(next.map((one) => one.ok && one.value))).toEqual(new Set(['shpat_2']))
  expect(asked.length).toBe(2)
  expect(token.spend('shpat_1')).toBe(true)
})

test('a token that is refused as soon as it is there is not replaced by another', async () => {
  const { token, asked, pass } = startShop()
  await token.read()

  const again = [token.spend('shpat_1'), (pass(29_000), token.spend('shpat_1')), (pass(1000), token.spend('shpat_1'))]

  expect(again).toEqual([false, false, true])
  expect(asked.length).toBe(1)
})

test('keys that the shop does not know are said with its word, and asked about once in five seconds', async () => {
  const { token, asked, pass, answerWith } = startShop()
  answerWith({ status: 400, json: { error: 'app_not_installed' } })

  const refused = await Promise.all([token.read(), token.read()])
  const soon = await token.read()
  pass(5000)
  answerWith({ status: 400, json: undefined })
  const later = await token.read()

  const why = (words: string) => ({ ok: false, code: 'SHOP_REFUSED', detail: { why: expect.stringContaining(words) } })
  for (const one of [...refused, soon]) expect(one).toMatchObject(why('status 400: app_not_installed'))
  expect(later).toMatchObject(why('status 400)'))
  expect(asked.length).toBe(2)
})

test('a token from the settings is what it is', async () => {
  const token = fixedToken('shpat_kept')

  expect(await token.read()).toEqual({ ok: true, value: 'shpat_kept' })
  expect(token.spend('shpat_kept')).toBe(false)
})
