// What a coupon says of itself in words.
import { expect, test } from 'vitest'
import { whenOf } from './couponWords.ts'

const EVENING = new Date(2026, 10, 30, 20).getTime()
const MIDNIGHT = new Date(2026, 11, 1).getTime()
const HOUR_MS = 3_600_000

test.each(['en', 'zh-Hans', 'zh-Hant'])(
  'in %s the midnight to come ends this day, and the one that is past began it',
  (locale) => {
    expect(whenOf(MIDNIGHT, EVENING, locale)).toBe('24:00')
    expect(whenOf(MIDNIGHT, MIDNIGHT + HOUR_MS, locale)).toBe('00:00')
    expect(whenOf(MIDNIGHT + HOUR_MS / 2, EVENING, locale)).toBe('00:30')
  },
)

test('a midnight of another day is named by the day that it ends', () => {
  expect(whenOf(MIDNIGHT, EVENING - 48 * HOUR_MS, 'en')).toBe('Nov 30')
  expect(whenOf(MIDNIGHT + HOUR_MS, EVENING - 48 * HOUR_MS, 'en')).toBe('Dec 1')
})
