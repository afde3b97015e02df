// When a kept play opens by itself: whole numbers in their bounds, and the next time that a clock shows it.
import { expect, test } from 'vitest'
import { checkWhen, whenOf } from './whenForm.ts'

const NOW = new Date(2026, 0, 31, 20, 0).getTime()

test('by hand it waits for nothing, and each other way is complete from the start but the time', () => {
  expect(checkWhen(whenOf('hand'), NOW)).toEqual({ problem: null, waitsFor: null })
  expect(checkWhen(whenOf('minutes'), NOW).waitsFor).toEqual({ is: 'minutes', minutes: 10 })
  expect(checkWhen(whenOf('viewers'), NOW).waitsFor).toEqual({ is: 'viewers', viewers: 100 })
  expect(checkWhen(whenOf('time'), NOW)).toEqual({ problem: 'play.badWaitTime', waitsFor: null })
})

test('a time is the next one: today, or tomorrow, also over the end of a month', () => {
  const at = (typed: string) => checkWhen({ is: 'time', typed }, NOW).waitsFor
  expect(at('20:30')).toEqual({ is: 'time', at: NOW + 30 * 60_000 })
  expect(at('20:00')).toEqual({ is: 'time', at: new Date(2026, 1, 1, 20, 0).getTime() })
  expect(at('8:30')).toBeNull()
})

test.each([
  ['minutes', '0'],
  ['minutes', '1441'],
  ['minutes', '1.5'],
  ['viewers', ''],
  ['viewers', '-3'],
  ['viewers', '1000001'],
] as const)('%s: %j is wrong', (is, typed) => {
  const { problem, waitsFor } = checkWhen({ is, typed }, NOW)
  expect(problem).not.toBeNull()
  expect(waitsFor).toBeNull()
})
