// Amounts that people and spreadsheets write, and those that may mean two things.
import { expect, test } from 'vitest'
import { readFileAmount } from './fileAmount.ts'

test.each([
  ['18', 2, 1800],
  ['18.5', 2, 1850],
  ['18,50', 2, 1850],
  ['0,5', 2, 50],
  ['1,234.50', 2, 123450],
  ['1.234,50', 2, 123450],
  ["1'234.50", 2, 123450],
  ['1 234,50', 2, 123450],
  ['1,234,567', 2, 123456700],
  ['12,345', 0, 12345],
  ['12.345,678', 3, 12345678],
  ['1,800', 2, null],
  ['1,23,4', 2, null],
  ['free', 2, null],
  ['', 2, null],
  ['12.', 2, null],
  ['$12', 2, null],
])('%j with %i places is %j', (text, places, minor) => {
  expect(readFileAmount(text, places)).toBe(minor)
})
