// A script that comes without a cookie, again and again, is so many people a minute and no more.
import { expect, test } from 'vitest'
import { createAddressPace, MOST_A_MINUTE, MOST_CLICKS_A_MINUTE } from './addressPace.ts'

test('of one address so many people count in a minute; others count as ever, and the next minute begins anew', () => {
  let now = 0
  const counts = createAddressPace(() => now)
  const times = (source: string, n: number) => Array.from({ length: n }, () => counts(source)).filter(Boolean).length

  expect(times('script', MOST_A_MINUTE + 50)).toBe(MOST_A_MINUTE)
  expect(times('home', 1)).toBe(1)
  now += 60_000
  expect(times('script', MOST_A_MINUTE + 50)).toBe(MOST_A_MINUTE)
})

test('clicks on links of sharers are kept of far more', () => {
  const keeps = createAddressPace(() => 0, MOST_CLICKS_A_MINUTE)

  expect(Array.from({ length: MOST_CLICKS_A_MINUTE + 5 }, () => keeps('home')).filter(Boolean)).toHaveLength(6000)
})
