// Pauses between tries: they double, they end at the bound, and no number of failures breaks them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

const GIVEN = { firstMs: 250, longestMs: 60_000 }

test('nobody waits who has not failed', () => {
  expect([backoff(0, GIVEN), backoff(-3, GIVEN)]).toEqual([0, 0])
})

test('each failure doubles the pause, up to the bound', () => {
  const pauses = Array.from({ length: 11 }, (_, n) => backoff(n + 1, GIVEN))

  expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
})

test('whatever the number of failures, the pause is a whole number that is never shorter than the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 10_000 }), (failures, firstMs) => {
      const [pause, next] = [failures, failures + 1].map((n) => backoff(n, { firstMs, longestMs: 3_600_000 }))
      expect(Number.isSafeInteger(pause)).toBe(true)
      expect(next).toBeGreaterThanOrEqual(pause ?? Infinity)
      expect(next).toBeLessThanOrEqual(3_600_000)
    }),
  )
})
