// What a unit costs the people of a group, to the last minor unit.
import { ProductId } from './ids.ts'
import { MOST_MINOR } from './ids.ts'
import { expect, test } from 'vitest'
import { groupPriceOf } from './groupPrice.ts'

const LAMP = ProductId.parse('lamp')
const offered = (priceMinor: number, currency = 'USD') => ({ productId: LAMP, priceMinor, currency })

test.each([
  // A yen has no parts, a dinar has a thousand: whole minor units alike.
  [1999, 10, 1800],
  [999, 33, 670],
  [1, 90, 1],
  [9, 10, 9],
  [100, 90, 10],
  [MOST_MINOR, 90, MOST_MINOR / 10],
  [MOST_MINOR - 1, 90, MOST_MINOR / 10],
])('%d less %d percent is %d: what is taken off is rounded down', (priceMinor, percent, expected) => {
  expect(groupPriceOf({ percent }, offered(priceMinor))).toBe(expected)
})

test('a price of a product is that of its currency alone, and of no other product', () => {
  const off = { currency: 'JPY', prices: [{ productId: LAMP, priceMinor: 980 }] }

  expect(groupPriceOf(off, offered(1200, 'JPY'))).toBe(980)
  expect(groupPriceOf(off, offered(1200, 'KWD'))).toBe(null)
  expect(groupPriceOf(off, { ...offered(1200, 'JPY'), productId: 'vase' })).toBe(null)
})
