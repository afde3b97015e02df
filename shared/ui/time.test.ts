// Days and times as a reader sees them.
import { expect, test } from 'vitest'
import { formatMoment } from './time.ts'

const MIDNIGHT = new Date(2026, 11, 1).getTime()
const EVENING = new Date(2026, 10, 30, 18).getTime()

test.each(['zh-Hans', 'zh-Hant'])('in %s midnight cannot be read as noon', (locale) => {
  expect(formatMoment(MIDNIGHT, locale)).toMatch(/ 00:00$/)
  expect(formatMoment(EVENING, locale)).toMatch(/ 18:00$/)
})

test('in English the day has two halves', () => {
  expect(formatMoment(MIDNIGHT, 'en')).toMatch(/12:00\sAM$/)
})
