// What staff read of units that are left: a number, sold out, or that the shop does not count them.
import { expect, test } from 'vitest'
import { leftWords } from './leftWords.ts'

const words = { locale: 'en', say: (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}` } as const

test('a number is told where it means something', () => {
  expect(leftWords(words, 0)).toContain('rundown.soldOut')
  expect(leftWords(words, 1200)).toBe('rundown.left {"n":"1,200"}')
  expect(leftWords(words, 12, 40)).toBe('rundown.leftOf {"n":"12","of":"40"}')
  expect(leftWords(words, 0, 0)).toBe('rundown.noUnits {}')
  expect(leftWords(words, 999_990)).toBe('rundown.inStock {}')
})
