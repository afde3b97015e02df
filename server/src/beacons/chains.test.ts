// Recorded rounds of drand's quicknet are proven, and whatever is not as it was signed is not.
import { expect, test } from 'vitest'
import { QUICKNET, roundFrom, roundTime } from '@lantern/shared/activities/rounds.ts'
import { RECORDED } from '../testing/recordedBeacon.ts'
import { DRAND, isProven } from './chains.ts'

const [first, second] = RECORDED

test.each(RECORDED)('round $round is proven', (number) => {
  expect(isProven(DRAND, number)).toBe(true)
})

test('another round, another number, another signature and no point of the curve are not', () => {
  if (!first || !second) throw new Error('there are no recorded rounds')

  expect(isProven(DRAND, { ...first, round: first.round + 1 })).toBe(false)
  expect(isProven(DRAND, { ...first, randomness: second.randomness })).toBe(false)
  expect(isProven(DRAND, { ...second, round: first.round })).toBe(false)
  expect(isProven(DRAND, { ...first, signature: 'ff'.repeat(48) })).toBe(false)
})

test('a round is named by its time, and its time by the round', () => {
  expect(roundTime(1)).toBe(QUICKNET.genesisMs)
  expect(roundFrom(roundTime(1000))).toBe(1000)
  expect(roundFrom(roundTime(1000) + 1)).toBe(1001)
  expect(roundFrom(0)).toBe(1)
})
