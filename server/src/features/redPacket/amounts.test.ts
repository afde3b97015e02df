// What the places of a red packet hold: to the last unit, the same again from the same seed, and no place better than another.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountsOf } from './amounts.ts'

const seedOf = (n: number) => createHash('sha256').update(String(n)).digest('hex')
const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

const sums = fc
  .record({
    seed: fc.nat().map(seedOf),
    places: fc.integer({ min: 1, max: 2000 }),
    leastMinor: fc.integer({ min: 1, max: 5000 }),
    spare: fc.integer({ min: 0, max: 100_000_000 }),
  })
  .map(({ seed, places, leastMinor, spare }) => ({ seed, places, leastMinor, totalMinor: places * leastMinor + spare }))

test('by chance: they sum up to the total exactly, nobody gets less than the least, and the seed says it all', () => {
  fc.assert(
    fc.property(sums, ({ seed, ...sum }) => {
      const amounts = amountsOf(seed, { how: 'lucky', ...sum })
      expect(amounts).toHaveLength(sum.places)
      expect(sumOf(amounts)).toBe(sum.totalMinor)
      expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= sum.leastMinor)).toBe(true)
      expect(amountsOf(seed, { how: 'lucky', ...sum })).toEqual(amounts)
    }),
  )
})

test.each([
  ['yen, which have no smaller unit', { totalMinor: 2000, leastMinor: 1 }],
  ['yuan', { totalMinor: 20_000, leastMinor: 200 }],
  ['dinars of a thousand fils', { totalMinor: 60_000, leastMinor: 250 }],
])('20 places of %s', (_what, sum) => {
  const amounts = amountsOf(seedOf(1), { how: 'lucky', places: 20, ...sum })
  expect(sumOf(amounts)).toBe(sum.totalMinor)
  expect(new Set(amounts).size).toBeGreaterThan(10)
})

test('the same for everyone', () => {
  expect(amountsOf(seedOf(1), { how: 'fixed', places: 3, totalMinor: 300, leastMinor: 1 })).toEqual([100, 100, 100])
})

test('no more than the least for anyone where nothing is left', () => {
  expect(amountsOf(seedOf(1), { how: 'lucky', places: 4, totalMinor: 8, leastMinor: 2 })).toEqual([2, 2, 2, 2])
})

test('of one seed, for whoever writes it anew in another language', () => {
  const sum = { how: 'lucky', places: 6, totalMinor: 6000, leastMinor: 100 } as const
  expect(amountsOf('00'.repeat(32), sum)).toEqual([153, 1021, 1593, 544, 463, 2226])
})

test('over many seeds every place gets the same on average, and the luckiest stands anywhere', () => {
  const places = 8
  const rounds = 4000
  const totals = Array.from({ length: places }, () => 0)
  const best = Array.from({ length: places }, () => 0)
  for (let n = 0; n < rounds; n += 1) {
    const amounts = amountsOf(seedOf(n), { how: 'lucky', places, totalMinor: 8000, leastMinor: 100 })
    for (const [place, amount] of amounts.entries()) totals[place] = (totals[place] ?? 0) + amount
    const luckiest = amounts.indexOf(Math.max(...amounts))
    best[luckiest] = (best[luckiest] ?? 0) + 1
  }

  // Five standard deviations: of a mean about 13 each, of a count about 21.
  expect(totals.filter((total) => Math.abs(total / rounds - 1000) > 65)).toEqual([])
  expect(best.filter((count) => Math.abs(count - rounds / places) > 105)).toEqual([])
})
