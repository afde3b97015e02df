// A packing list is a file that every spreadsheet reads, and that runs nothing there.
import { expect, test } from 'vitest'
import { toPackingCsv } from './packing.ts'

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+49', `"'+49"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  ['榆树街', '榆树街'],
  ['', ''],
])('the cell %j is written as %j', (text, written) => {
  const [, line] = toPackingCsv([[text, 'x']]).split('\r\n')

  expect(line).toBe(`${written},x`)
})

test('it begins with the mark of UTF-8 and its headings, also when there is nothing to pack', () => {
  expect(toPackingCsv([])).toBe(
    '\uFEFFpickup_point,address,group,buyer,order,product,variant,sku,units,handed_over,note\r\n',
  )
})
