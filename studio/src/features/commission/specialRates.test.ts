// Rates of single shows and products as a form: what is typed is set, what is wrong is none, and amounts stay.
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { isSpecialWrong, readSpecial, type SpecialDraft, toSpecialDraft } from './specialRates.ts'

const percent = (hundredths: number) => ({ kind: 'percent', hundredths }) as const
const NONE = { shows: [], products: [] }
const before = {
  shows: [{ showId: ShowId.parse('autumn'), rates: { own: percent(500), upper: percent(125) } }],
  products: [
    { productId: ProductId.parse('cup'), rates: { own: { kind: 'amount', minor: 300 } as const, upper: percent(0) } },
  ],
}
const cup = (own: string, upper: string): SpecialDraft => ({ kind: 'product', id: 'cup', own, upper })

test('rates that are shown and saved again are the same, an amount a piece too', () => {
  expect(readSpecial(toSpecialDraft(before), before)).toEqual(before)
})

test('what is typed is set, and what is taken away is gone', () => {
  expect(readSpecial([cup('12,5', '1')], before)).toEqual({
    shows: [],
    products: [{ productId: 'cup', rates: { own: percent(1250), upper: percent(100) } }],
  })
})

test.each([
  ['', '1'],
  ['8', ''],
  ['101', '0'],
  ['90', '10.01'],
  ['much', '0'],
  ['1.234', '0'],
])('%j and %j are no rates', (own, upper) => {
  expect(readSpecial([cup(own, upper)], NONE)).toBeNull()
  expect(isSpecialWrong(cup(own, upper), NONE)).toBe(true)
})
