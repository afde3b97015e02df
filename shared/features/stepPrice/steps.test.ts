// Steps and buyers.
import { expect, test } from 'vitest'
import { StepPriceConfig } from './contract.ts'
import { reachOf } from '../../activities/priceSteps.ts'

const STEPS = [
  { buyers: 5, priceMinor: 11_500 },
  { buyers: 20, priceMinor: 9900 },
]

test('a step is reached by its last buyer, and the next one says how many are missing', () => {
  expect(reachOf(STEPS, 4)).toEqual({ reached: 0, priceMinor: null, next: { ...STEPS[0], missing: 1 } })
  expect(reachOf(STEPS, 5)).toEqual({ reached: 1, priceMinor: 11_500, next: { ...STEPS[1], missing: 15 } })
  expect(reachOf(STEPS, 23)).toEqual({ reached: 2, priceMinor: 9900, next: null })
})

test.each([
  ['as many buyers twice', [5, 5], [200, 100]],
  ['fewer buyers', [5, 4], [200, 100]],
  ['a price that does not fall', [5, 6], [200, 200]],
])('%s is no order of steps', (_what, buyers, prices) => {
  const steps = buyers.map((n, place) => ({ buyers: n, priceMinor: prices[place] }))

  expect(StepPriceConfig.safeParse({ productId: 'cup', steps }).success).toBe(false)
})
