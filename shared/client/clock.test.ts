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
  clock.observe({ sentAt: 1_100, receivedAt: 1_400, serverNow: 50_390 })

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

test.each([20_000, 12_000, 1_000, -20_000])(
  'elapsed time that lost %i ms in a sleep is known from the first sample after it',
  (lost) => {
    const { time, clock } = fakeClock()
    const server = { now: 50_000 }
    const pass = (ms: number) => {
      time.now += ms
      server.now += ms
    }
    const sample = (trip: number) => {
      const sentAt = time.now
      pass(trip / 2)
      const serverNow = server.now
      pass(trip / 2)
      clock.observe({ sentAt, receivedAt: time.now, serverNow })
    }
    for (let i = 0; i < 5; i += 1) {
      sample(30)
      pass(150)
    }

    server.now += lost
    pass(30_000)
    sample(60)

    expect(Math.abs(clock.now() - server.now)).toBeLessThan(100)
    expect(clock.errorMs()).toBeLessThan(100)
  },
)

test('a slow sample that contradicts nothing moves nothing', () => {
  const { time, clock } = fakeClock()
  clock.observe({ sentAt: 1_000, receivedAt: 1_030, serverNow: 50_015 })
  time.now = 1_800

  // All of its trip was the way there.
  clock.observe({ sentAt: 1_100, receivedAt: 1_800, serverNow: 50_800 })

  expect(clock.now()).toBe(50_800)
})

test('a time that the server has said already proves an estimate behind, never one that is unknown', () => {
  const { clock } = fakeClock()
  const unknown = clock.isBehind(10 ** 15)
  clock.observe({ sentAt: 1_000, receivedAt: 1_000, serverNow: 50_000 })

  expect([unknown, clock.isBehind(50_100), clock.isBehind(62_000), clock.isBehind(1)]).toEqual([
    false,
    false,
    true,
    false,
  ])
})
