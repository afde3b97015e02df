// A sleep of the device is told by two clocks that come apart.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onSlept } from './wake.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watchFake() {
  const time = { wall: 1_000_000, elapsed: 500 }
  const slept = vi.fn()
  const undo = onSlept(slept, { wall: () => time.wall, elapsed: () => time.elapsed })
  const second = (sleptMs = 0) => {
    time.wall += 1_000 + sleptMs
    time.elapsed += 1_000
    vi.advanceTimersByTime(1_000)
  }
  return { slept, second, undo }
}

test('elapsed time that stood still for 12 seconds is one sleep', () => {
  const { slept, second } = watchFake()

  for (const ms of [0, 0, 12_000, 0, 0]) second(ms)

  expect(slept).toHaveBeenCalledOnce()
})

test('a clock that is set a little, or back, is no sleep; nothing is heard after the undo', () => {
  const { slept, second, undo } = watchFake()

  for (const ms of [0, 40, -3_600_000, 300]) second(ms)
  undo()
  second(20_000)

  expect(slept).not.toHaveBeenCalled()
})
