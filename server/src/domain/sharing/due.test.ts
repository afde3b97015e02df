// What commission an order is worth: a table of cases, and random orders against the same written plainly.
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { type CommissionRate, DEFAULT_RULES, SharerId } from '@lantern/shared/contract/sharing.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainShares } from '../../testing/sharing/plainSharing.ts'
import { dueOf, type PaidOrder, ratesFor, type Sold } from './due.ts'

const SHOW = ShowId.parse('show')
const WILLOW = SharerId.parse('sharer-willow')
const RIVER = SharerId.parse('sharer-river')
const percent = (whole: number): CommissionRate => ({ kind: 'percent', hundredths: Math.round(whole * 100) })
const amount = (minor: number): CommissionRate => ({ kind: 'amount', minor })

function sold(pays: readonly number[], more: Partial<Sold> & { readonly quantity?: number } = {}): Sold {
  const lines = pays.map((payMinor, nth) => ({
    offerId: `o${nth}`,
    productId: ProductId.parse(`p${nth}`),
    quantity: more.quantity ?? 1,
    payMinor,
  }))
  const totalMinor = pays.reduce((sum, pay) => sum + pay, 0)
  return { showId: SHOW, currency: 'CNY', totalMinor, lines, credit: { sharerId: RIVER, upperId: WILLOW }, ...more }
}

const paid = (amountMinor: number, backMinor = 0, currency = 'CNY'): PaidOrder => ({ amountMinor, backMinor, currency })

interface Rated {
  readonly own: CommissionRate
  readonly upper: CommissionRate
}
type Case = readonly [what: string, of: Sold, order: PaidOrder | null, rated: Rated, own: number[], upper: number[]]

const EIGHT_TWO: Rated = { own: percent(8), upper: percent(2) }

const CASES: readonly Case[] = [
  ['8 % of ¥234.00', sold([23_400]), paid(23_400), EIGHT_TWO, [1872], [468]],
  ['8 % of ¥459.00', sold([45_900]), paid(45_900), EIGHT_TWO, [3672], [918]],
  ['2 % of ¥329.00', sold([32_900]), paid(32_900), EIGHT_TWO, [2632], [658]],
  ['8 % of ¥58.00', sold([5800]), paid(5800), EIGHT_TWO, [464], [116]],
  ['rounded down', sold([1249]), paid(1249), EIGHT_TWO, [99], [24]],
  ['yen have no parts', sold([99], { currency: 'JPY' }), paid(99, 0, 'JPY'), EIGHT_TWO, [7], [1]],
  ['dinars have three digits', sold([12_345], { currency: 'KWD' }), paid(12_345, 0, 'KWD'), EIGHT_TWO, [987], [246]],
  [
    'an amount a unit',
    sold([30_000], { quantity: 3 }),
    paid(30_000),
    { own: amount(500), upper: amount(100) },
    [1500],
    [300],
  ],
  [
    'an amount is never more than the line',
    sold([400]),
    paid(400),
    { own: amount(500), upper: amount(100) },
    [400],
    [0],
  ],
  [
    'the second level has what the first leaves',
    sold([400]),
    paid(400),
    { own: percent(90), upper: percent(90) },
    [360],
    [40],
  ],
  ['nothing was paid', sold([400]), null, EIGHT_TWO, [0], [0]],
  ['all of it went back', sold([400]), paid(400, 400), EIGHT_TWO, [0], [0]],
  ['more went back than came in', sold([400]), paid(400, 900), EIGHT_TWO, [0], [0]],
  ['a quarter went back', sold([23_400, 1000]), paid(24_400, 6100), EIGHT_TWO, [1404, 60], [351, 15]],
  ['the shop asked for less', sold([20_000]), paid(10_000), EIGHT_TWO, [800], [200]],
  ['the shop asked for shipping as well', sold([20_000]), paid(25_000), EIGHT_TWO, [1600], [400]],
  ['of which a fifth went back', sold([20_000]), paid(25_000, 5000), EIGHT_TWO, [1280], [320]],
  ['paid in another currency', sold([20_000]), paid(2800, 0, 'USD'), EIGHT_TWO, [1600], [400]],
  ['of which half went back', sold([20_000]), paid(2800, 1400, 'USD'), EIGHT_TWO, [800], [200]],
  ['an order of nothing', sold([20_000]), paid(0), EIGHT_TWO, [0], [0]],
  [
    'a line that a coupon made free',
    sold([0, 500]),
    paid(500),
    { own: amount(100), upper: percent(0) },
    [0, 100],
    [0, 0],
  ],
  ['nobody above', sold([20_000], { credit: { sharerId: RIVER, upperId: null } }), paid(20_000), EIGHT_TWO, [1600], []],
]

test.each(CASES)('%s', (...given) => {
  const [, of, order, rates, own, upper] = given
  const due = dueOf(of, order, { ...DEFAULT_RULES, rates })
  const level = (wanted: number) => due.filter((one) => one.level === wanted)

  expect(level(1).map(({ amountMinor }) => amountMinor)).toEqual(own)
  expect(level(2).map(({ amountMinor }) => amountMinor)).toEqual(upper)
  expect(new Set(level(1).map(({ sharerId }) => sharerId))).toEqual(new Set([RIVER]))
  expect(level(2).filter(({ sharerId }) => sharerId !== WILLOW)).toEqual([])
})

// What is exact without a whole: rates of a product come before those of its show.
test('the product’s rates come before the show’s, and these before the shop’s', () => {
  const rates = (hundredths: number) => ({ own: { kind: 'percent', hundredths }, upper: percent(0) }) as const
  const cup = ProductId.parse('cup')
  const rules = {
    rates: rates(1),
    shows: [{ showId: SHOW, rates: rates(2) }],
    products: [{ productId: cup, rates: rates(3) }],
  }

  expect(ratesFor(rules, ShowId.parse('other'), ProductId.parse('p'))).toEqual(rates(1))
  expect(ratesFor(rules, SHOW, ProductId.parse('p'))).toEqual(rates(2))
  expect(ratesFor(rules, SHOW, cup)).toEqual(rates(3))
})

const anyRate = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((hundredths): CommissionRate => ({ kind: 'percent', hundredths })),
  fc.integer({ min: 0, max: 5000 }).map(amount),
)
const anyLines = fc.array(fc.record({ pay: fc.nat(200_000), units: fc.integer({ min: 1, max: 9 }) }), {
  minLength: 1,
  maxLength: 5,
})

test('random orders are worth what they are worth by hand, and never more than what the shop keeps of a line', () => {
  const order = fc.record({
    paid: fc.nat(600_000),
    back: fc.nat(600_000),
    hasUpper: fc.boolean(),
    own: anyRate,
    upper: anyRate,
  })

  fc.assert(
    fc.property(anyLines, order, (lines, { paid: came, back, hasUpper, own, upper }) => {
      const of = sold(lines.map(({ pay }) => pay))
      const credit = { sharerId: RIVER, upperId: hasUpper ? WILLOW : null }
      const units = of.lines.map((line, nth) => ({ ...line, quantity: lines[nth]?.units ?? 1 }))
      const due = dueOf({ ...of, lines: units, credit }, paid(came, back), { ...DEFAULT_RULES, rates: { own, upper } })

      for (const [nth, { pay, units: n }] of lines.entries()) {
        const plain = plainShares({ pay, units: n, own, upper }, { total: of.totalMinor, paid: came, back, hasUpper })
        const ofLine = due.filter(({ offerId }) => offerId === `o${nth}`)
        expect(ofLine.map(({ amountMinor }) => amountMinor)).toEqual(hasUpper ? [plain.own, plain.upper] : [plain.own])
        expect(ofLine.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBeLessThanOrEqual(pay)
      }
    }),
    { numRuns: 2000 },
  )
})
