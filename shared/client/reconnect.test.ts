import { expect, test } from 'vitest'
import { backoffMs, reconnectDelayMs } from './reconnect.ts'

test('a server that went away is met by clients spread over what it asked for', () => {
  const lost = { attempt: 0, alone: false, spreadMs: 5_000 }

  expect(reconnectDelayMs(lost, () => 0)).toBe(0)
  expect(reconnectDelayMs(lost, () => 0.999)).toBeCloseTo(4_995)
})

test('the spread is at least one second and at most fifteen', () => {
  expect(reconnectDelayMs({ attempt: 0, alone: false, spreadMs: 0 }, () => 1)).toBe(1_000)
  expect(reconnectDelayMs({ attempt: 9, alone: false, spreadMs: 99_000 }, () => 1)).toBe(15_000)
})

test('one whose own network blinked comes back at once', () => {
  expect(reconnectDelayMs({ attempt: 0, alone: true, spreadMs: 15_000 }, () => 1)).toBeLessThanOrEqual(300)
})

test('later tries of a small room are never further apart than 2.5 s, so all are back soon after the server', () => {
  const delays = Array.from({ length: 50 }, (_, attempt) =>
    reconnectDelayMs({ attempt, alone: false, spreadMs: 500 }, () => 1),
  )

  expect(Math.max(...delays)).toBeLessThanOrEqual(2_500)
})

test('a backoff doubles up to its most', () => {
  expect(backoffMs(0, 400, 8_000)).toBeLessThanOrEqual(400)
  expect(backoffMs(1_000, 400, 8_000)).toBeGreaterThanOrEqual(4_000)
  expect(backoffMs(1_000, 400, 8_000)).toBeLessThanOrEqual(8_000)
})
