// A whole number as staff type it.
import { expect, test } from 'vitest'
import { readWhole } from './readWhole.ts'

test.each([
  ['20', 20],
  [' 20 ', 20],
  ['２０', 20],
  ['2.0', null],
  ['2０²', null],
  ['0', null],
  ['101', null],
  ['', null],
])('%j is %j', (typed, value) => {
  expect(readWhole(typed, { least: 1, most: 100 })).toBe(value)
})
