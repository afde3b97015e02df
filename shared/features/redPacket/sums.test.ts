// Which sums of a red packet can be dealt out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemOf } from './sums.ts'

const places = fc.integer({ min: 1, max: 2000 })
const minor = fc.integer({ min: 1, max: 100_000_000 })

test('of a sum that is not the same for everyone the nearest ones that are', () => {
  const sum = { how: 'fixed', places: 3, leastMinor: 1 } as const
  expect(problemOf({ ...sum, totalMinor: 300 })).toBeNull()
  expect(problemOf({ ...sum, totalMinor: 301 })).toEqual({ is: 'uneven', belowMinor: 300, aboveMinor: 303 })
  expect(problemOf({ ...sum, totalMinor: 2 })).toEqual({ is: 'uneven', belowMinor: null, aboveMinor: 3 })
  expect(problemOf({ ...sum, totalMinor: 0 })).toEqual({ is: 'uneven', belowMinor: null, aboveMinor: 3 })
})

test('by chance it must be enough for everyone to get the least', () => {
  const sum = { how: 'lucky', places: 20, leastMinor: 200 } as const
  expect(problemOf({ ...sum, totalMinor: 4000 })).toBeNull()
  expect(problemOf({ ...sum, totalMinor: 3999 })).toEqual({ is: 'small', neededMinor: 4000 })
})

test('what is offered instead can always be dealt out', () => {
  fc.assert(
    fc.property(places, minor, (n, totalMinor) => {
      const sum = { how: 'fixed', places: n, totalMinor, leastMinor: 1 } as const
      const problem = problemOf(sum)
      if (problem?.is !== 'uneven') return
      expect(problemOf({ ...sum, totalMinor: problem.aboveMinor })).toBeNull()
      if (problem.belowMinor !== null) expect(problemOf({ ...sum, totalMinor: problem.belowMinor })).toBeNull()
      expect(problem.aboveMinor - (problem.belowMinor ?? 0)).toBe(n)
    }),
  )
})
