// What spreadsheets read: words that would be formulas stay words, and sums have the places of their currency.
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { decimal, textCell } from './csv.ts'

test.each([
  [464, 'CNY', '4.64'],
  [-464, 'CNY', '-4.64'],
  [-4, 'EUR', '-0.04'],
  [0, 'CNY', '0.00'],
  [1200, 'JPY', '1200'],
  [-7, 'JPY', '-7'],
  [12_500, 'KWD', '12.500'],
  [-5, 'KWD', '-0.005'],
])('%i in minor units of %s is %s', (minor, currency, text) => {
  expect(decimal(minor, currency)).toBe(text)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '＋1', '－1', '＠SUM(A1)', '\u3000＝1'])(
  '%j is no formula',
  (text) => {
    const [cell = ''] = parse(textCell(text), { relax_quotes: false })[0] ?? []

    expect(cell).toBe(`'${text}`)
  },
)

test('what has commas, quotes and lines is one cell, as it was', () => {
  const text = 'Elm "Street", the\nnew one'

  expect(parse(textCell(text))).toEqual([[text]])
  expect(textCell('Elm Street')).toBe('Elm Street')
})
