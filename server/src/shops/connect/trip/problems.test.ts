// What a shop says in its own words is read as what to do about it.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { TRIP_PROBLEMS } from '@lantern/shared/contract/connections.ts'
import { toLine } from './lines.ts'
import { problemOf } from './problems.ts'

test.each([
  ['status 401', 'keys_refused'],
  ['status 403: Sorry, you cannot list resources.', 'keys_refused'],
  ['status 400: A valid publishable key is required to proceed with the request', 'keys_refused'],
  ['no UCP profile at /.well-known/ucp (status 404)', 'not_this_shop'],
  ['an answer in another shape', 'not_this_shop'],
  ['status 404: Region with id: reg_9 was not found', 'region_unknown'],
  ['status 404: StockLocation with id: sloc_9 was not found', 'location_unknown'],
  ['the publishable key has 2 sales channels (Web, Wholesale), and a cart takes one', 'several_channels'],
  ['the coupon setting is off', 'shop_refused'],
])('%s: %s', (why, problem) => {
  expect(problemOf(refuse('SHOP_REFUSED', { detail: { why } }), 'shop.test')).toMatchObject({
    problem,
    detail: { why },
  })
})

test('a shop that is silent is no shop that refuses', () => {
  const refusal = refuse('SHOP_UNREACHABLE', { detail: { why: 'status 503' } })

  expect(problemOf(refusal, 'shop.test')).toEqual({
    problem: 'shop_silent',
    detail: { host: 'shop.test', why: 'status 503' },
  })
})

test('each problem has a line for a terminal, with nothing left to fill in', () => {
  const filled = { host: 'h', why: 'w', fields: 'f', shop: 'USD', here: 'CNY', seconds: 9, count: 2, reason: 'stale' }
  const lines = TRIP_PROBLEMS.map((problem) =>
    toLine({ id: 'priced_cart', state: 'failed', figures: {}, problem, detail: filled }),
  )

  expect(lines.filter((line) => /[{}]/.test(line) || line.length < 35)).toEqual([])
})
