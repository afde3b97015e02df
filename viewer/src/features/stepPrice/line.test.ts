// The part of a line of steps that is shown beside the button.
import { expect, test } from 'vitest'
import { lineOf } from './line.ts'

const marks = (reached: number) =>
  [null, 10, 50, 200, 1000, 5000].map((buyers, place) => ({
    buyers,
    priceMinor: 20_000 - place * 1000,
    isReached: place <= reached,
    at: place * 20,
  }))
const buyersIn = ({ named }: ReturnType<typeof lineOf>) => named.map(({ buyers }) => buyers)

test('of three marks each is named where it is', () => {
  const three = marks(0).slice(0, 3)
  expect(lineOf({ marks: three, reached: 0, percent: 13 })).toEqual({ named: three, dots: three.slice(1), percent: 13 })
})

test('of more marks those are named that matter: the one reached, the next and the last', () => {
  expect(buyersIn(lineOf({ marks: marks(0), reached: 0, percent: 0 }))).toEqual([null, 10, 5000])
  expect(buyersIn(lineOf({ marks: marks(2), reached: 2, percent: 45 }))).toEqual([50, 200, 5000])
  expect(buyersIn(lineOf({ marks: marks(5), reached: 5, percent: 100 }))).toEqual([200, 1000, 5000])
})

test('it is filled as far as the buyers are on what is shown, and the marks between are dots', () => {
  const half = lineOf({ marks: marks(2), reached: 2, percent: 50 })

  expect(half.percent).toBe(25)
  expect(half.dots.map(({ at }) => at)).toEqual([50, 75, 100])
  expect(lineOf({ marks: marks(2), reached: 2, percent: 40 }).percent).toBe(0)
  expect(lineOf({ marks: marks(5), reached: 5, percent: 100 }).percent).toBe(100)
})
