// What an answer means and when a webhook is sent again.
import { describe, expect, test } from 'vitest'
import { judge } from './schedule.ts'

const HOUR = 3_600_000
const rules = { scheduleMs: [0, 5000, 300_000], now: Date.parse('2026-11-22T20:00:00Z'), chance: 0 }
const say = (status: number | null, retryAfter: string | null = null) => ({ status, retryAfter, problem: null })

test.each([200, 201, 204, 299])('%i is delivered', (status) => {
  expect(judge(say(status), 1, rules)).toMatchObject({ state: 'delivered', verdict: 'delivered' })
})

test.each([301, 302, 307, 400, 404, 422, 500, null])(
  '%s is tried again after the next pause, until none is left',
  (status) => {
    expect(judge(say(status), 1, rules)).toMatchObject({ state: 'pending', inMs: 5000, throttleMs: 0 })
    expect(judge(say(status), 2, rules)).toMatchObject({ state: 'pending', inMs: 300_000 })
    expect(judge(say(status), 3, rules)).toMatchObject({ state: 'failed' })
  },
)

test('the pause grows by up to a fifth', () => {
  const at = (chance: number) => judge(say(500), 1, { ...rules, chance }).inMs

  expect([at(0), at(0.5), at(1)]).toEqual([5000, 5500, 6000])
})

test('410 means gone: nothing more is sent', () => {
  expect(judge(say(410), 1, rules)).toMatchObject({ state: 'held', gone: true })
})

describe.each([429, 502, 503, 504])('%i asks for rest', (status) => {
  test.each([
    ['seconds', '30', 30_000],
    ['a date', 'Sun, 22 Nov 2026 20:01:00 GMT', 60_000],
    ['a date gone by', 'Sun, 22 Nov 2026 19:00:00 GMT', 0],
    ['far too long', '999999', HOUR],
    ['nonsense', 'soon', 5000],
    ['nothing', null, 5000],
  ])('given %s', (_what, retryAfter, restMs) => {
    const judged = judge(say(status, retryAfter), 1, rules)

    expect(judged).toMatchObject({ state: 'pending', throttleMs: restMs, inMs: Math.max(5000, restMs) })
  })
})
