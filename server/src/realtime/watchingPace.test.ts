// When the number of viewers is told, on a clock of the test's own.
import { expect, test } from 'vitest'
import { createWatchingPace } from './watchingPace.ts'

/** How often it is told within ten seconds of ticks. */
function countTold(sockets: number): number {
  const pace = createWatchingPace()
  const ticks = Array.from({ length: 100 }, (_, tick) => tick * 100)
  return ticks.filter((now) => pace.isDue(sockets, now)).length
}

test.each([
  [1, 10],
  [1000, 10],
  [2000, 5],
  [2500, 4],
  [5000, 2],
  [20_000, 2],
])('%i sockets are told the number %i times in ten seconds', (sockets, times) => {
  expect(countTold(sockets)).toBe(times)
})

test('the first number is told at once', () => {
  expect(createWatchingPace().isDue(100_000, 0)).toBe(true)
})
