// A wall clock that is set back stops nothing.
import { expect, test } from 'vitest'
import { createSteadyClock } from './clock.ts'

const HOUR_MS = 3_600_000

function machine() {
  const time = { wall: 10 * HOUR_MS, passed: 0 }
  const clock = createSteadyClock({ wall: () => time.wall, passed: () => time.passed })
  const pass = (ms: number) => {
    time.wall += ms
    time.passed += ms
  }
  return { time, clock, pass }
}

test('follows the wall clock, also when it is set forward or the machine has slept', () => {
  const { time, clock, pass } = machine()
  expect(clock()).toBe(time.wall)
  pass(1000)
  expect(clock()).toBe(time.wall)
  time.wall += HOUR_MS

  expect(clock()).toBe(time.wall)
})

test('set back by an hour, it never goes back, and time goes on', () => {
  const { time, clock, pass } = machine()
  const before = clock()
  time.wall -= HOUR_MS

  expect(clock()).toBe(before)
  pass(10_000)
  expect(clock()).toBe(before + 9000)
})

test('set back by a minute, it is the wall clock again after ten', () => {
  const { time, clock, pass } = machine()
  clock()
  time.wall -= 60_000
  for (let minute = 0; minute < 11; minute += 1) {
    pass(60_000)
    clock()
  }

  expect(clock()).toBe(time.wall)
})
