// The arithmetic of the bench: quantiles, medians, and several processes as one.
import { expect, test } from 'vitest'
import { median, mergeParts, quantile } from './stats.ts'

const part = (startedAt: number, endedAt: number, samples: number[]) => ({
  startedAt,
  endedAt,
  samples: Float64Array.from(samples),
})

test('a quantile is a value that was measured, at the nearest rank', () => {
  const sorted = Float64Array.from({ length: 100 }, (_, index) => index + 1)

  expect(quantile(sorted, 0.5)).toBe(50)
  expect(quantile(sorted, 0.99)).toBe(99)
  expect(quantile([7], 0.99)).toBe(7)
  expect(quantile([], 0.5)).toBeNaN()
})

test('the median of three rounds leaves the best and the worst out', () => {
  expect(median([900, 10, 20])).toBe(20)
  expect(median([30, 10])).toBe(20)
  expect(median([5])).toBe(5)
})

test('processes that start and end at different times count from the first start to the last end', () => {
  const figures = mergeParts([part(1000, 1500, [1, 1, 1]), part(1100, 2000, [9])])

  expect(figures.perSecond).toBe(4)
})

test('the p99 of several processes is that of all their holds, not a mean of their own', () => {
  const quick = part(
    0,
    1000,
    Array.from({ length: 980 }, () => 1),
  )
  const slow = part(
    0,
    1000,
    Array.from({ length: 20 }, () => 100),
  )

  expect(mergeParts([quick, slow])).toMatchObject({ p50Ms: 1, p99Ms: 100 })
})

test('samples are put in order by number', () => {
  expect(mergeParts([part(0, 1, [10, 9, 100])]).p50Ms).toBe(10)
})
