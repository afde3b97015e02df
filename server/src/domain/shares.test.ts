// Shares of one order's money: they come to exactly the money, whatever it is and in whatever order the holds stand.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesOf } from './shares.ts'

const given = (sum: number, parts: Record<string, number>) =>
  Object.fromEntries(sharesOf(sum, new Map(Object.entries(parts))))

test.each<[string, number, Record<string, number>, Record<string, number>]>([
  ['as much as was promised', 3500, { a: 1500, b: 2000 }, { a: 1500, b: 2000 }],
  ['a yen less', 1001, { a: 334, b: 334, c: 334 }, { a: 334, b: 334, c: 333 }],
  ['more', 3600, { a: 1500, b: 2000 }, { a: 1543, b: 2057 }],
  ['more than twice as much', 25, { a: 5, b: 5 }, { a: 13, b: 12 }],
  ['nothing', 0, { a: 1500, b: 2000 }, { a: 0, b: 0 }],
  ['something for what was promised for nothing', 7, { a: 0, b: 0 }, { a: 7, b: 0 }],
  ['three decimals', 1_000_001, { a: 333_333, b: 666_667 }, { a: 333_333, b: 666_668 }],
])('%s', (...[, sum, parts, shares]) => {
  expect(given(sum, parts)).toEqual(shares)
})

test('shares come to the sum, none is off by a minor unit, and the order of the holds decides nothing', () => {
  const money = fc.integer({ min: 0, max: 100_000_000_000 })
  fc.assert(
    fc.property(money, fc.array(money, { minLength: 1, maxLength: 8 }), (sum, list) => {
      const parts = list.map((part, index): [string, number] => [`hold-${index}`, part])
      const shares = sharesOf(sum, new Map(parts))
      const whole = list.reduce((all, part) => all + part, 0)
      expect([...shares.values()].reduce((all, share) => all + share, 0)).toBe(sum)
      if (whole === 0) return
      for (const [name, part] of parts) {
        expect(Math.abs((shares.get(name) ?? 0) - (sum * part) / whole)).toBeLessThan(1.01)
      }
      expect(new Map(sharesOf(sum, new Map(parts.toReversed())))).toEqual(new Map(shares))
    }),
  )
})
