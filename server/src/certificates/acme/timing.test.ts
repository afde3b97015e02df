// When certificates are renewed, and how long a refused one waits.
import { expect, test } from 'vitest'
import { daysLeft, nextAttemptAt, renewAt } from './timing.ts'

const MINUTE = 60_000
const DAY = 86_400_000

test.each([
  ['90 days', 90, 60],
  ['six days', 6, 4],
  ['a year', 366, 244],
])('a certificate for %s is renewed with a third of its life left', (_what, days, after) => {
  expect(renewAt({ from: 0, until: days * DAY })).toBe(after * DAY)
})

test('days left are whole, and none below zero', () => {
  expect(daysLeft({ from: 0, until: 10 * DAY }, 0.5 * DAY)).toBe(9)
  expect(daysLeft({ from: 0, until: 10 * DAY }, 11 * DAY)).toBe(0)
})

test('pauses double from five minutes to an hour: at most four attempts in the first hour, one in each further', () => {
  const pauseAfter = (failures: number) => nextAttemptAt({ failures, why: 'refused', now: 0 }) / MINUTE

  expect([1, 2, 3, 4, 5, 6, 1000].map(pauseAfter)).toEqual([5, 10, 20, 40, 60, 60, 60])
})

test('an authority that names a time is not asked before it, nor is a time in years believed', () => {
  const now = Date.parse('2026-03-01T10:00:00Z')
  const at = (why: string) => nextAttemptAt({ failures: 1, why, now })

  expect(
    at('too many failed authorizations (5) for "live.example.com", retry after 2026-03-02 18:15:00 UTC: see'),
  ).toBe(Date.parse('2026-03-02T18:15:00Z'))
  expect(at('retry after 2026-03-01 09:00:00 UTC')).toBe(now + 5 * MINUTE)
  expect(at('retry after 9999-01-01 00:00:00 UTC')).toBe(now + 8 * DAY)
})
