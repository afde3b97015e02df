// A script that comes without a cookie, again and again, makes so many sharers an hour and no more.
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { createJoinPace, MOST_AN_HOUR } from './joinPace.ts'

const MINUTE = 60_000
const MANY = MOST_AN_HOUR + 5
const viewer = (nth: number) => ViewerId.parse(`viewer-${nth}`)

function paceAt(clock: () => number, paces = true) {
  const pace = createJoinPace({ clock, paces })
  const take = (source: string | null, nth: number) => pace.take({ source, viewerId: viewer(nth) })
  const taken = (source: string | null, n: number) =>
    Array.from({ length: n }, (_, nth) => take(source, nth)).filter((wait) => wait === null).length
  return { take, taken }
}

test('of one address so many join in an hour; others join as ever, and the next hour begins anew', () => {
  let now = 10 * MINUTE
  const { take, taken } = paceAt(() => now)

  expect(taken('script', MANY)).toBe(MOST_AN_HOUR)
  expect(take('script', MANY)).toBe(50 * MINUTE)
  expect(take('script', 0)).toBeNull()
  expect(taken('home', 1)).toBe(1)
  expect(taken(null, MANY)).toBe(MANY)
  now += 50 * MINUTE
  expect(taken('script', MANY)).toBe(MOST_AN_HOUR)
})

test('where the shop paces nobody, nobody waits', () => {
  expect(paceAt(() => 0, false).taken('lab', MANY)).toBe(MANY)
})
