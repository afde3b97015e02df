// A price list as it is typed becomes one that may be sent, in the currency's own places, or none.
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { atShow, draftOf, offOf, rowsOf, typedOf, withPrice } from './priceForm.ts'

const LAMP = ProductId.parse('lamp')
const VASE = ProductId.parse('vase')
const empty = (currency: string) => ({ ...draftOf(null, currency), is: 'prices' as const })

test.each([
  ['10', { percent: 10 }],
  [' 90 ', { percent: 90 }],
  ['１５', { percent: 15 }],
  ['0', null],
  ['91', null],
  ['1.5', null],
  ['', null],
])('percent typed as %j is %j', (percent, off) => {
  expect(offOf({ ...draftOf(null, 'USD'), percent })).toEqual(off)
})

test.each([
  ['USD', '12.5', 1250],
  ['JPY', '980', 980],
  ['KWD', '1.250', 1250],
  ['JPY', '9.8', null],
  ['USD', '0', null],
  ['USD', 'ten', null],
])('a price in %s typed as %j is %j', (currency, text, priceMinor) => {
  const off = offOf(withPrice(empty(currency), { productId: LAMP, text }))

  expect(off).toEqual(priceMinor === null ? null : { currency, prices: [{ productId: LAMP, priceMinor }] })
})

test('what is left empty is at the usual price, and a list without any price is none', () => {
  const draft = withPrice(withPrice(empty('KWD'), { productId: LAMP, text: '1.250' }), { productId: VASE, text: ' ' })

  expect(offOf(draft)).toEqual({ currency: 'KWD', prices: [{ productId: LAMP, priceMinor: 1250 }] })
  expect(offOf(withPrice(draft, { productId: LAMP, text: '' }))).toBe(null)
})

test('a list that there is reads as it was typed', () => {
  const off = { currency: 'KWD', prices: [{ productId: LAMP, priceMinor: 1250 }] }

  expect(typedOf(draftOf({ showId: null, off }, 'USD'), LAMP)).toBe('1.250')
  expect(offOf(draftOf({ showId: null, off }, 'USD'))).toEqual(off)
})

test('a price of a product that the show does not sell has its row, so that it can be cleared', () => {
  const draft = withPrice(empty('USD'), { productId: VASE, text: '3' })

  expect(rowsOf(draft, [{ productId: LAMP, title: { en: 'Lamp' } }])).toEqual([
    { productId: LAMP, title: { en: 'Lamp' } },
    { productId: VASE, title: null },
  ])
})

test('another show begins without the prices that were typed for the one before', () => {
  const draft = withPrice(empty('USD'), { productId: VASE, text: '3' })
  const showId = ShowId.parse('show')

  expect(atShow(draft, showId)).toMatchObject({ showId, prices: [], currency: '' })
  expect(atShow(draft, draft.showId)).toBe(draft)
})
