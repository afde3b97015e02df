// A statement as spreadsheets read it: words that would be formulas stay words, and sums have the places of their currency.
import { parse } from 'csv-parse/sync'
import { OrderId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import type { ToldLine } from './lines.ts'
import { decimal, textCell, toCsv } from './statement.ts'

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

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('%j is no formula', (text) => {
  const [cell = ''] = parse(textCell(text), { relax_quotes: false })[0] ?? []

  expect(cell).toBe(`'${text}`)
})

test('what has commas, quotes and lines is one cell, as it was', () => {
  const text = 'Elm "Street", the\nnew one'

  expect(parse(textCell(text))).toEqual([[text]])
  expect(textCell('Elm Street')).toBe('Elm Street')
})

test('rows and payouts are in the order of their time, each with as many cells as there are headings', () => {
  const line: ToldLine = {
    ...{ at: 2000, title: { en: 'Mug' }, quantity: 2, baseMinor: 5800, rules: 3, link: null, by: '@river' },
    ...{ level: 2, why: 'reversed', rate: { kind: 'percent', hundredths: 825 }, amountMinor: -464 },
    ...{ currency: 'CNY', confirmedAt: 3000, orderId: OrderId.parse('=order'), sharer: 'willow' },
  }
  const payouts = [{ at: 1000, sharer: 'willow', currency: 'JPY', amountMinor: 1200 }]

  const rows: string[][] = parse(toCsv({ lines: [line], payouts }), { bom: true })

  expect(rows).toHaveLength(3)
  expect(rows[1]?.slice(1, 3)).toEqual(['willow', 'paid_out'])
  expect(rows[1]?.slice(11, 13)).toEqual(['-1200', 'JPY'])
  expect(rows[2]).toEqual([
    ...['1970-01-01T00:00:02.000Z', 'willow', 'reversed', "'=order", 'Mug', '2', '', '2', "'@river", '8.25%', '58.00'],
    ...['-4.64', 'CNY', '3', '1970-01-01T00:00:03.000Z'],
  ])
})
