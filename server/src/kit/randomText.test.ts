// What ids and nonces may rely on.
import { expect, test } from 'vitest'
import { randomText } from './randomText.ts'

test('random text has the length that was asked for, its letters, and does not come twice', () => {
  const texts = Array.from({ length: 10_000 }, () => randomText(16))

  expect(texts.filter((text) => !/^[A-Za-z0-9_-]{16}$/.test(text))).toEqual([])
  expect(new Set(texts).size).toBe(texts.length)
  expect(new Set(texts.join('')).size).toBe(64)
})
