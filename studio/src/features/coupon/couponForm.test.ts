// What a form of a coupon comes to.
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { checkCoupon, type CouponDraft, draftFor, goodOf } from './couponForm.ts'

const NOW = new Date(2026, 10, 30, 20, 15).getTime()
const check = (part: Partial<CouponDraft>, currency = 'CNY') =>
  checkCoupon({ ...draftFor('Thank you'), off: '12', from: '99', ...part }, { currency, now: NOW })

test('an amount and a least purchase are enough', () => {
  const { asked, costsMinor, isWhole } = check({})

  expect(asked).toMatchObject({
    off: { minor: 1_200 },
    fromMinor: 9_900,
    places: 100,
    productIds: null,
    given: 'claim',
  })
  expect([costsMinor, isWhole]).toEqual([120_000, false])
})

test('money without minor digits is whole, and with three has three', () => {
  expect(check({}, 'JPY').asked).toMatchObject({ off: { minor: 12 }, fromMinor: 99, currency: 'JPY' })
  expect(check({ off: '1.5' }, 'JPY').asked).toBeNull()
  expect(check({ off: '1.5' }, 'KWD').asked).toMatchObject({ off: { minor: 1_500 } })
})

test('figures of a Chinese or Japanese keyboard are figures', () => {
  expect(check({ off: '３００', from: '１５００', count: '２０' }, 'JPY').asked).toMatchObject({
    off: { minor: 300 },
    fromMinor: 1_500,
    places: 20,
  })
  expect(check({ off: '１．５' }).asked).toMatchObject({ off: { minor: 150 } })
  expect(check({ kind: 'percent', off: '８' }).asked).toMatchObject({ off: { percent: 8 } })
  expect(check({ off: '10²' }).asked).toBeNull()
})

test('percent is whole, and what it costs in all is not known', () => {
  expect(check({ kind: 'percent', off: '8' })).toMatchObject({ asked: { off: { percent: 8 } }, costsMinor: null })
})

test.each<[string, Partial<CouponDraft>, object]>([
  ['no amount', { off: 'much' }, { off: 'coupon.badAmount' }],
  ['nothing off', { off: '0' }, { off: 'coupon.badAmount' }],
  ['more percent than may be', { kind: 'percent', off: '91' }, { off: 'coupon.badPercent' }],
  ['half a percent', { kind: 'percent', off: '7.5' }, { off: 'coupon.badPercent' }],
  ['no least purchase', { from: '-1' }, { from: 'coupon.badAmount' }],
  ['none to give', { count: '0' }, { count: 'coupon.badCount' }],
  ['too many', { count: '100001' }, { count: 'coupon.badCount' }],
  ['no words', { title: ' ' }, { title: 'coupon.noTitle' }],
])('%s is said at its field', (_what, part, said) => {
  const { problems, asked } = check(part)

  expect(problems).toMatchObject(said)
  expect(asked).toBeNull()
})

test('an amount that nobody has typed yet is missing, and not called wrong', () => {
  expect(check({ off: '' })).toMatchObject({ asked: null, problems: { off: null } })
})

test('an order that would cost nothing is noticed before it is', () => {
  expect(check({ from: '12' }).isWhole).toBe(true)
  expect(check({ from: '' }).isWhole).toBe(true)
  expect(check({ from: '12.01' }).isWhole).toBe(false)
})

test('whoever pays is asked nothing else; products are named', () => {
  const who = { ...draftFor('x').who, came: true }
  const mug = ProductId.parse('mug')

  expect(check({ who }).asked?.conditions).toEqual([{ is: 'came', via: null }])
  expect(check({ who, given: 'paid', productIds: [mug] }).asked).toMatchObject({ conditions: [], productIds: [mug] })
})

test('tonight ends at midnight, days count from when it is given', () => {
  expect(goodOf('tonight', NOW)).toEqual({ until: new Date(2026, 11, 1).getTime() })
  expect(goodOf('week', NOW)).toEqual({ forMs: 7 * 86_400_000 })
})
