// Months as clocks show them: in zones beside UTC, where summer time begins or ends, and where midnight is skipped.
import { expect, test } from 'vitest'
import { isZone, monthOf, spanOfMonth } from './months.ts'

test.each([
  ['2026-11', 'UTC', '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
  ['2026-11', 'Asia/Shanghai', '2026-10-31T16:00:00.000Z', '2026-11-30T16:00:00.000Z'],
  ['2026-12', 'America/New_York', '2026-12-01T05:00:00.000Z', '2027-01-01T05:00:00.000Z'],
  // Summer time ends on the 25th there.
  ['2026-10', 'Europe/Berlin', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
  // On the 1st of November 2026 clocks go back at two, on the 1st itself.
  ['2026-11', 'America/Chicago', '2026-11-01T05:00:00.000Z', '2026-12-01T06:00:00.000Z'],
  // In 2017 clocks went from 23:59 to 1:00 on the 1st of October.
  ['2017-10', 'America/Asuncion', '2017-10-01T04:00:00.000Z', '2017-11-01T03:00:00.000Z'],
])('%s in %s begins and ends at midnight there', (month, zone, ...ends) => {
  const span = spanOfMonth(month, zone)

  expect([span.from, span.to].map((at) => new Date(at).toISOString())).toEqual(ends)
  expect(monthOf(span.from, zone)).toBe(month)
  expect(monthOf(span.to - 1, zone)).toBe(month)
})

test('knows which zones there are', () => {
  expect(['Asia/Shanghai', 'UTC', 'Nowhere/Town', ''].map(isZone)).toEqual([true, true, false, false])
})
