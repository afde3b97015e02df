// Ten guesses are free within an hour; then each waits longer, to a minute.
import { expect, test } from 'vitest'
import { type Guesses, NO_GUESSES, takeGuess } from './guessing.ts'

const HOUR_MS = 3_600_000

/** As many wrong ones as are let through at once, then the waits of those that follow, each made when it may be. */
function guess(times: number, startAt: number) {
  let guesses: Guesses = NO_GUESSES
  let now = startAt
  const waits: number[] = []
  for (let n = 0; n < times; n += 1) {
    const next = takeGuess(guesses, now)
    waits.push(next.waitMs)
    now += next.waitMs
    const taken = takeGuess(guesses, now)
    if ('guesses' in taken) guesses = taken.guesses
  }
  return { guesses, now, waits }
}

test('after ten wrong ones within an hour the wait grows to a minute', () => {
  const { waits } = guess(20, 1_000_000)

  expect(waits.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0))
  expect(waits.slice(10)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000])
})

test('an hour without a guess forgets those before', () => {
  const { guesses, now } = guess(15, 1_000_000)

  expect(takeGuess(guesses, now + HOUR_MS)).toMatchObject({ waitMs: 0, guesses: { wrong: 1 } })
})

test('a clock that is set back lets nobody wait longer than a minute', () => {
  const { guesses, now } = guess(15, 10 * HOUR_MS)

  expect(takeGuess(guesses, now - 5 * HOUR_MS)).toEqual({ waitMs: 60_000 })
})
