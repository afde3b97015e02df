// A statement as spreadsheets read it.
import { parse } from 'csv-parse/sync'
import { OrderId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import type { ToldLine } from './lines.ts'
import { toCsv } from './statement.ts'

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
