import { expect, test } from 'vitest'
import { createServerClock } from './clock.ts'

function fakeClock() {
  const time = { now: 1_000 }
  return { time, clock: createServerClock(() => time.now) }
}

test('the sample with the shortest round trip wins', () => {
  const { time, clock } = fakeClock()
  time.now = 1_400

  clock.observe({ sentAt: 1_000, receivedAt: 1_020, serverNow: 50_010 })
  clock.observe({ sentAt: 1_100, receivedAt: 1_400, serverNow: 99_000 })

  expect(clock.now()).toBe(50_400)
  expect(clock.errorMs()).toBeCloseTo(10, 0)
})

test('it runs on elapsed time: a changed device clock does not matter', () => {
  const { time, clock } = fakeClock()
  clock.observe({ sentAt: 1_000, receivedAt: 1_000, serverNow: 5_000_000 })

  time.now += 60_000

  expect(clock.now()).toBe(5_060_000)
})

test('a better sample does not make it go back by a little', () => {
  const { time, clock } = fakeClock()
  time.now = 1_200
  clock.observe({ sentAt: 1_000, receivedAt: 1_200, serverNow: 10_000 })
  const before = clock.now()

  clock.observe({ sentAt: 1_190, receivedAt: 1_200, serverNow: 9_990 })

  expect(clock.now()).toBe(before)
})

test('after a sleep the next sample wins whatever its round trip', () => {
  const { time, clock } = fakeClock()
  clock.observe({ sentAt: 1_000, receivedAt: 1_002, serverNow: 10_000 })
  time.now = 3_000

  clock.distrust()
  clock.observe({ sentAt: 2_000, receivedAt: 3_000, serverNow: 70_000 })

  expect(clock.now()).toBe(70_500)
})

test('before the first sample nothing is known about its error', () => {
  expect(fakeClock().clock.errorMs()).toBe(Infinity)
})
