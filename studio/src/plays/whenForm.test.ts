// When a kept play opens by itself: whole numbers in their bounds, and the next time that a clock shows it.
import { expect, test } from 'vitest'
import { checkWhen, whenOf } from './whenForm.ts'

const NOW = new Date(2026, 0, 31, 20, 0).getTime()
const BEFORE = { now: NOW, liveAt: null, viewers: null }

test('by hand it waits for nothing, and each other way is complete from the start but the time', () => {
  expect(checkWhen(whenOf('hand'), BEFORE)).toEqual({ problem: null, waitsFor: null })
  expect(checkWhen(whenOf('minutes'), BEFORE).waitsFor).toEqual({ is: 'minutes', minutes: 10 })
  expect(checkWhen(whenOf('viewers'), BEFORE).waitsFor).toEqual({ is: 'viewers', viewers: 100 })
  expect(checkWhen(whenOf('time'), BEFORE)).toEqual({ problem: 'play.badWaitTime', waitsFor: null })
})

test('a time that has just passed is none from now on, and not tomorrow without a word', () => {
  expect(checkWhen({ is: 'time', typed: '20:00' }, BEFORE)).toEqual({ problem: 'play.badWaitTime', waitsFor: null })
  expect(checkWhen({ is: 'time', typed: '19:01' }, BEFORE).waitsFor).toBeNull()
})

test('what was meant for just before midnight is none just after it', () => {
  const now = new Date(2026, 1, 1, 0, 5).getTime()
  const at = (typed: string) => checkWhen({ is: 'time', typed }, { ...BEFORE, now }).waitsFor
  expect(at('23:58')).toBeNull()
  expect(at('23:05')).toEqual({ is: 'time', at: new Date(2026, 1, 1, 23, 5).getTime() })
})

test('a time is the next one: today, or tomorrow, also over the end of a month', () => {
  const at = (typed: string) => checkWhen({ is: 'time', typed }, BEFORE).waitsFor
  expect(at('20:30')).toEqual({ is: 'time', at: NOW + 30 * 60_000 })
  expect(at('19:00')).toEqual({ is: 'time', at: new Date(2026, 1, 1, 19, 0).getTime() })
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
  const { problem, waitsFor } = checkWhen({ is, typed }, BEFORE)
  expect(problem).not.toBeNull()
  expect(waitsFor).toBeNull()
})

test.each([
  ['minutes', '20', 'play.waitReached'],
  ['minutes', '31', null],
  ['viewers', '150', 'play.waitReached'],
  ['viewers', '151', null],
] as const)('in a show that is live for half an hour with 150 people, %s %s: %s', (is, typed, problem) => {
  const live = { now: NOW, liveAt: NOW - 30 * 60_000, viewers: 150 }

  expect(checkWhen({ is, typed }, live).problem).toBe(problem)
})
