// What pages count down to.
import { expect, test } from 'vitest'
import { countsDownTo } from './countsDownTo.ts'

const life = { opensAt: 1, lengthMs: 4, closesAt: 5 }

test('to its opening, then to its end', () => {
  expect(countsDownTo({ ...life, state: 'announced' })).toBe(1)
  expect(countsDownTo({ ...life, state: 'open' })).toBe(5)
  for (const state of ['draft', 'closed', 'settled', 'cancelled'] as const)
    expect(countsDownTo({ ...life, state })).toBeNull()
})

test('one that staff close, and that ends with what it gives, counts no days', () => {
  expect(countsDownTo({ ...life, state: 'open', lengthMs: null })).toBeNull()
})
