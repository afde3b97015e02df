// Amounts and numbers of units that people and spreadsheets write, and those that may mean two things.
import { expect, test } from 'vitest'
import { amountFormOf, readFileAmount, readUnits } from './fileAmount.ts'

/** Alone in its file: nothing else tells what a point or a comma is. */
const alone = (text: string, currency: string) => readFileAmount(text, amountFormOf(currency, [text]))

test.each([
  ['18', 'USD', 1800],
  ['18.5', 'USD', 1850],
  ['18,50', 'USD', 1850],
  ['0,5', 'USD', 50],
  ['0.500', 'USD', 50],
  ['18.0000', 'USD', 1800],
  ['1,234.50', 'USD', 123450],
  ['1.234,50', 'USD', 123450],
  ["1'234.50", 'CHF', 123450],
  ['1 234,50', 'USD', 123450],
  ['1\u202f234,50', 'EUR', 123450],
  ['1,234,567', 'USD', 123456700],
  ['1,23,456.00', 'INR', 12345600],
  ['12,345', 'JPY', 12345],
  ['1.290', 'ISK', 1290],
  ['1.290', 'CLP', 1290],
  ['1.290.000', 'VND', 1290000],
  ['5000.00', 'UGX', 5000],
  ['12.50', 'JPY', null],
  ['12,50', 'JPY', null],
  ['1.234,50', 'JPY', null],
  ['12.5055', 'KWD', null],
  ['12.5050', 'KWD', 12505],
  ['1290', 'HUF', 129000],
  ['1.290,00', 'RSD', 129000],
  ['849,50 дин.', 'RSD', 84950],
  ['1.290,00 din', 'RSD', 129000],
  ['0.750 \u200fد.ك.\u200f', 'KWD', 750],
  ['7.900 DT', 'TND', 7900],
  ['1.250', 'KWD', 1250],
  ['12.345,678', 'BHD', 12345678],
  ['1.2345', 'CLF', 12345],
  ['１２．５０', 'USD', 1250],
  ['$18.00', 'USD', 1800],
  ['US$18', 'USD', 1800],
  ['18.00 USD', 'USD', 1800],
  ['1.234,50 €', 'EUR', 123450],
  ['¥１２９', 'CNY', 12900],
  ['129元', 'CNY', 12900],
  ['NT$1,290', 'TWD', null],
  ['1 290 Ft', 'HUF', 129000],
  ['18,- €', 'EUR', 1800],
  ['€18', 'USD', null],
  ['1,800', 'USD', null],
  ['1.800', 'USD', null],
  ['1,250', 'KWD', null],
  ['1,23,4', 'USD', null],
  ['1.00e2', 'USD', null],
  ['18-20', 'USD', null],
  ['1,000,000,000.00', 'USD', 100_000_000_000],
  ['999999999999.99', 'USD', null],
  ['free', 'USD', null],
  ['', 'USD', null],
  ['12.', 'USD', null],
  ['$', 'USD', null],
])('%j in %s is %j', (text, currency, minor) => {
  expect(alone(text, currency)).toBe(minor)
})

test.each([
  [
    ['1.800', '18,00'],
    [180_000, 1800],
  ],
  [
    ['1,800', '18.00'],
    [180_000, 1800],
  ],
  [
    ['1.800', '18.00'],
    [180, 1800],
  ],
  [
    ['1.800 $', '2.345.000'],
    [180_000, 234_500_000],
  ],
  [
    ['1,800', '18.50', '18,50'],
    [null, 1850, 1850],
  ],
])('in one file the amounts %j tell each other’s point', (texts, minor) => {
  const form = amountFormOf('USD', texts)

  expect(texts.map((text) => readFileAmount(text, form))).toEqual(minor)
})

test.each([
  ['5', null, 5],
  ['-2', null, -2],
  ['+5', null, 5],
  ['5.0', null, 5],
  ['5,00', null, 5],
  ['５', null, 5],
  ['1 000', null, 1000],
  ['1,000,000', null, 1_000_000],
  ['1,000.00', null, 1000],
  ['1.000', null, null],
  ['1,000', null, null],
  ['1.000', ',', 1000],
  ['1.000', '.', 1],
  ['1,000', '.', 1000],
  ['1.500', '.', null],
  ['2.5', null, null],
  ['10+', null, null],
  ['1e3', null, null],
  ['∞', null, null],
] as const)('%j units where the point is %j are %j', (text, point, units) => {
  expect(readUnits(text, point)).toBe(units)
})
