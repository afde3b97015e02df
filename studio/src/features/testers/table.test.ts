// The list of testers as a table: every cell is what it was, and none of it is a formula.
import { expect, test } from 'vitest'
import { addressesIn, tableOf } from './table.ts'

const place = (no: number, name: string | null, contact: string | null) => ({ no, name, contact, consentedAt: null })
const HEADS = ['Place', 'Name', 'Contact']

test('one line for each place, also where nothing was said', () => {
  const table = tableOf(HEADS, [place(1, 'kiki', 'kiki@example.org'), place(2, null, null)])
  expect(table).toBe('\ufeffPlace,Name,Contact\r\n1,kiki,kiki@example.org\r\n2,,\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  [' =1+1', "' =1+1"],
  ['@sum(A1)', "'@sum(A1)"],
  ['-2+3', "'-2+3"],
  ['+1+cmd|x', "'+1+cmd|x"],
  ['\tx', "'\tx"],
  ['+49 (30) 123-45', '+49 (30) 123-45'],
  ['kiki', 'kiki'],
  ['a "b", c', '"a ""b"", c"'],
  ['=a,"b"', '"\'=a,""b"""'],
])('a cell of %j', (said, cell) => {
  expect(tableOf(HEADS, [place(1, said, null)])).toContain(`\r\n1,${cell},\r\n`)
})

test('whom one can write to: what is an e-mail address, each once', () => {
  const list = ['a@example.org', 'a@example.org', '+49 30 1', 'b@x', 'c@example.org,d@example.org', 'e@example.org']
  expect(addressesIn(list.map((one, nth) => place(nth + 1, null, one)))).toEqual(['a@example.org', 'e@example.org'])
})
