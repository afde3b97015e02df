// What Shopify's GraphQL answers beside data: a token that ended, a query that costs too much now, a shop that is frozen.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { ShopAnswer, ShopRequest } from '../../shopFetch.ts'
import { createGraphql } from './graphql.ts'
import { type AccessToken, fixedToken } from './tokens.ts'

const WELL = { status: 200, json: { data: { shop: 'Snowdevil' } } }
const throttled = (available: number, restoreRate = 100) => ({
  status: 200,
  json: {
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: {
      cost: {
        requestedQueryCost: 252,
        actualQueryCost: null,
        throttleStatus: { maximumAvailable: 2000, currentlyAvailable: available, restoreRate },
      },
    },
  },
})

/** The shop answers these in turn. */
function ask(answers: readonly Omit<ShopAnswer, 'headers'>[], token: AccessToken = fixedToken('shpat_1')) {
  const asked: ShopRequest[] = []
  const pauses: number[] = []
  const graphql = createGraphql({
    fetchShop(request) {
      const answer = answers[asked.length]
      asked.push(request)
      if (answer === undefined) return Promise.resolve(refuse('SHOP_UNREACHABLE'))
      return Promise.resolve(grant({ ...answer, headers: new Headers() }))
    },
    url: 'https://snowdevil.myshopify.com/admin/api/2026-07/graphql.json',
    header: 'X-Shopify-Access-Token',
    token,
    pause: (ms) => Promise.resolve(pauses.push(ms)),
  })
  const outcome = graphql('query Any { shop }', {}, z.object({ shop: z.string() }))
  return { outcome, asked, pauses }
}

const ENDED = { status: 401, json: { errors: '[API] Invalid API key or access token' } }

test('a query that costs more than is left waits until the shop has restored it', async () => {
  const { outcome, pauses } = ask([throttled(52), throttled(152), WELL])

  expect(await outcome).toEqual({ ok: true, value: { shop: 'Snowdevil' } })
  expect(pauses).toEqual([2000, 1000])
})

test.each([
  ['for longer than a buyer waits', [throttled(0, 50), WELL], 1],
  ['three times', [throttled(152), throttled(152), throttled(152), WELL], 3],
])('a shop that throttles %s is unreachable, and asked no more', async (_what, answers, count) => {
  const { outcome, asked } = ask(answers)

  expect(await outcome).toMatchObject({ ok: false, code: 'SHOP_UNREACHABLE', detail: { why: 'throttled' } })
  expect(asked.length).toBe(count)
})

test('throttled without a word of cost, as by the Storefront API, waits a second', async () => {
  const bare = { status: 200, json: { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }] } }
  const { outcome, pauses } = ask([bare, WELL])

  expect((await outcome).ok).toBe(true)
  expect(pauses).toEqual([1000])
})

test('a token that the shop has ended is renewed once, and the request comes again with the new one', async () => {
  const tokens = ['old', 'new']
  const token: AccessToken = {
    read: () => Promise.resolve(grant(tokens[0] ?? '')),
    spend: () => tokens.shift() !== undefined,
  }
  const { outcome, asked } = ask([ENDED, WELL], token)

  expect((await outcome).ok).toBe(true)
  expect(asked.map(({ headers }) => headers?.['X-Shopify-Access-Token'])).toEqual(['old', 'new'])
})

test('a token that was revoked is said as that, after one more try at most', async () => {
  const renewing: AccessToken = { read: () => Promise.resolve(grant('shpat')), spend: () => true }
  const tries = [ask([ENDED, ENDED, WELL], renewing), ask([ENDED, WELL])]
  const refused = { ok: false, code: 'SHOP_REFUSED', detail: { why: expect.stringMatching(/^status 401: .*revoked/) } }

  for (const { outcome } of tries) expect(await outcome).toMatchObject(refused)
  expect(tries.map(({ asked }) => asked.length)).toEqual([2, 1])
})

test.each([
  ['frozen', { status: 402, json: undefined }, 'status 402: the shop is frozen'],
  ['another address', { status: 404, json: undefined }, 'myshopify.com'],
  ['a word of its own', { status: 418, json: {} }, 'status 418'],
  [
    'a scope that is missing',
    { status: 200, json: { errors: [{ message: 'Access denied for orders field.' }] } },
    'orders',
  ],
  ['half an answer', { status: 200, json: { data: { shop: null } } }, 'another shape'],
  ['no answer of GraphQL', { status: 200, json: [] }, 'another shape'],
])('%s is refused with its reason', async (_what, answer, why) => {
  const { outcome } = ask([answer])

  expect(await outcome).toMatchObject({
    ok: false,
    code: 'SHOP_REFUSED',
    detail: { why: expect.stringContaining(why) },
  })
})
