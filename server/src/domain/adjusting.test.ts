// What lines cost: one price, one coupon, and a spreading that loses and invents nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OfferId } from '@lantern/shared/contract/ids.ts'
import type { GrantedLine } from '@lantern/shared/contract/things.ts'
import { adjustLines, atList, grantedPrices, listMinor, payMinor, spread, totalOf } from './adjusting.ts'
import type { OfferedCoupon, OfferedPrice } from './adjusting.ts'

const aLine = (offerId: string, quantity: number, unitPriceMinor: number): GrantedLine => ({
  offerId: OfferId.parse(offerId),
  quantity,
  saleId: null,
  unitPriceMinor,
  adjustments: [],
})
const aPrice = (offerId: string, unitPriceMinor: number, more: Partial<OfferedPrice> = {}): OfferedPrice => {
  return { offerId, unitPriceMinor, kind: 'sale_price', ref: 's', ...more }
}
const aCoupon = (ref: string, more: Partial<OfferedCoupon>): OfferedCoupon => {
  return { ref, offerIds: null, fromMinor: 0, off: { minor: 0 }, ...more }
}

const MOST = Number.MAX_SAFE_INTEGER / 1000
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
const minor = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: Math.floor(MOST) }))
const parts = fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), minor), { selector: ([name]) => name })
const lines = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 50_000 })),
    {
      selector: ([name]) => name,
      minLength: 1,
    },
  )
  .map((all) => all.map((each) => aLine(...each)))
const offered = fc.record({
  prices: fc.array(
    fc
      .tuple(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 50_000 }), fc.constantFrom('s', 't'))
      .map(([offerId, unitPriceMinor, ref]) => aPrice(offerId, unitPriceMinor, { ref, kind: 'tier_price' })),
  ),
  coupons: fc.array(
    fc
      .tuple(
        fc.constantFrom('x', 'y', 'z'),
        fc.option(fc.subarray(NAMES)),
        fc.integer({ min: 0, max: 60_000 }),
        fc.oneof(
          fc.record({ minor: fc.integer({ min: 0, max: 200_000 }) }),
          fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
        ),
      )
      .map(([ref, offerIds, fromMinor, off]) => aCoupon(ref, { offerIds, fromMinor, off })),
  ),
})

const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0)

test('shares come to exactly the sum, none below zero, none more than its part', () => {
  fc.assert(
    fc.property(minor, parts, (amount, given) => {
      const shares = spread(amount, new Map(given))
      const whole = sum(given.map(([, part]) => part))
      expect(sum(shares.values())).toBe(Math.min(amount, whole))
      for (const [name, part] of given) {
        const share = shares.get(name) ?? 0
        expect(Number.isSafeInteger(share) && share >= 0 && share <= part).toBe(true)
      }
    }),
  )
})

test('the order of the parts decides nothing, and no share is a unit from its due', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), parts, (amount, given) => {
      const shares = spread(amount, new Map(given))
      expect(spread(amount, new Map(given.toReversed()))).toEqual(new Map([...shares].reverse()))
      const whole = sum(given.map(([, part]) => part))
      for (const [name, part] of given) {
        const due = whole === 0 ? 0 : (Math.min(amount, whole) / whole) * part
        expect(Math.abs((shares.get(name) ?? 0) - due)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('what remains goes to the largest remainders, among equals by name', () => {
  expect(
    spread(
      10,
      new Map([
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ]),
    ),
  ).toEqual(
    new Map([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]),
  )
  expect(
    spread(
      2,
      new Map([
        ['c', 100],
        ['b', 100],
        ['a', 100],
      ]),
    ),
  ).toEqual(
    new Map([
      ['c', 0],
      ['b', 1],
      ['a', 1],
    ]),
  )
  expect(
    spread(
      100,
      new Map([
        ['a', 501],
        ['b', 499],
      ]),
    ),
  ).toEqual(
    new Map([
      ['a', 50],
      ['b', 50],
    ]),
  )
})

test('any lines and offers: nothing below zero, list less adjustments is what is paid, whatever the order', () => {
  fc.assert(
    fc.property(lines, offered, (given, offers) => {
      const adjusted = adjustLines(given, offers)
      const off = sum(adjusted.flatMap(({ adjustments }) => adjustments.map(({ amountMinor }) => amountMinor)))
      expect(totalOf(given) - off).toBe(totalOf(adjusted))
      for (const line of adjusted) {
        expect(payMinor(line)).toBeGreaterThanOrEqual(0)
        expect(line.adjustments.filter(({ kind }) => kind !== 'coupon').length).toBeLessThanOrEqual(1)
      }
      const refs = adjusted.flatMap(({ adjustments }) => adjustments.filter(({ kind }) => kind === 'coupon'))
      expect(new Set(refs.map(({ ref }) => ref)).size).toBeLessThanOrEqual(1)
      const turned = { prices: offers.prices.toReversed(), coupons: offers.coupons.toReversed() }
      expect(adjustLines(given.toReversed(), turned)).toEqual(adjusted.toReversed())
      expect(adjusted.map(atList)).toEqual(given)
      expect(adjusted.map(listMinor)).toEqual(given.map(({ unitPriceMinor }) => unitPriceMinor))
    }),
  )
})

test('the lowest of the prices wins; one that is not lower changes nothing', () => {
  const prices = [aPrice('a', 80), aPrice('a', 70, { kind: 'group_price', ref: 'g' }), aPrice('b', 100)]

  const adjusted = adjustLines([aLine('a', 3, 100), aLine('b', 1, 100)], { prices, coupons: [] })

  const taken = { kind: 'group_price', ref: 'g', amountMinor: 90 }
  expect(adjusted).toMatchObject([
    { unitPriceMinor: 70, adjustments: [taken] },
    { unitPriceMinor: 100, adjustments: [] },
  ])
  expect(grantedPrices(adjusted)).toEqual([aPrice('a', 70, { kind: 'group_price', ref: 'g' })])
})

test('of coupons that fit the best one is used, on the prices as they are by then, up to all of its lines', () => {
  const both = [aLine('a', 2, 100), aLine('b', 1, 100)]
  const prices = [aPrice('a', 50)]
  const use = (...coupons: OfferedCoupon[]) =>
    adjustLines(both, { prices, coupons }).map(({ adjustments }) =>
      adjustments.flatMap(({ kind, ref, amountMinor }) => (kind === 'coupon' ? [`${ref} ${amountMinor}`] : [])),
    )

  expect(use(aCoupon('tenth', { off: { percent: 10 } }), aCoupon('five', { off: { minor: 5 } }))).toEqual([
    ['tenth 10'],
    ['tenth 10'],
  ])
  expect(use(aCoupon('much', { offerIds: ['a'], off: { minor: 900 } }))).toEqual([['much 100'], []])
  expect(use(aCoupon('from', { fromMinor: 201, off: { minor: 50 } }))).toEqual([[], []])
  expect(use(aCoupon('from', { fromMinor: 200, off: { minor: 50 } }))).toEqual([['from 25'], ['from 25']])
})
