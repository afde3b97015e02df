import { ProductId } from '@lantern/shared/contract/ids.ts'
import { describe, expect, it } from 'vitest'
import { parseMoney } from '@lantern/shared/ui/money.ts'
import { checkSale, draftFor, parseSeconds } from './saleForm.ts'

const limits = { priceMinor: 12_900, free: 12, digits: 2 }
const draft = draftFor(ProductId.parse('shirt'), limits)

describe('flash-sale form', () => {
  it('opens with terms that can be started as they are', () => {
    expect(checkSale(draft, limits).terms).toEqual({
      productId: 'shirt',
      priceMinor: 10_300,
      units: 12,
      perViewer: 1,
      countdownMs: 10_000,
      lengthMs: 180_000,
    })
  })

  it.each([
    ['price', '129', 'sale.priceNotLower'],
    ['price', 'abc', 'sale.wrongPrice'],
    ['units', '13', 'sale.tooManyUnits'],
    ['units', '0', 'sale.wrongUnits'],
    ['perViewer', '13', 'sale.perViewerAboveUnits'],
    ['countdown', '301', 'sale.wrongCountdown'],
    ['length', '29', 'sale.wrongLength'],
    ['length', '20:01', 'sale.wrongLength'],
  ] as const)('says what is wrong with %s %s', (field, value, problem) => {
    const checked = checkSale({ ...draft, [field]: value }, limits)

    expect(checked.problems[field]).toBe(problem)
    expect(checked.terms).toBeNull()
  })

  it('reads amounts and lengths as people type them', () => {
    expect(['129', '129.5', '0,99', '1.234', ''].map((text) => parseMoney(text, 2))).toEqual([
      12_900,
      12_950,
      99,
      null,
      null,
    ])
    expect(parseMoney('1200', 0)).toBe(1200)
    expect(['90', '1:30', '1:75', 'x'].map(parseSeconds)).toEqual([90, 90, null, null])
  })
})
