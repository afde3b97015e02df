// Whom the page thanks with which coupon, and what it says when that is taken back.
import { Coupon } from '@lantern/shared/features/coupon/contract.ts'
import { Reward } from '@lantern/shared/rewards/reward.ts'
import { expect, test } from 'vitest'
import { aRoom, T0 } from '../../view/builders.ts'
import { takenBack, thanksIn } from './thanks.ts'

const MINUTE_MS = 60_000

const aReward = (part: object = {}) =>
  Reward.parse({
    id: 'r-1',
    activityId: 'paid',
    what: { is: 'coupon', off: { minor: 1_200 }, currency: 'CNY', fromMinor: 0, productIds: null },
    state: 'granted',
    grantedAt: T0,
    until: null,
    holdId: null,
    version: 1,
    ...part,
  })

const aCoupon = (given: 'claim' | 'paid') =>
  Coupon.parse({
    id: given,
    kind: 'coupon',
    state: 'open',
    opensAt: null,
    lengthMs: null,
    openedAt: T0,
    closesAt: null,
    closedAt: null,
    conditions: [],
    entries: 0,
    revision: 1,
    version: 1,
    title: 'Thank you',
    off: { minor: 1_200 },
    currency: 'CNY',
    fromMinor: 0,
    productIds: null,
    places: 100,
    good: { forMs: 86_400_000 },
    given,
    left: 99,
    used: null,
    reserved: null,
  })

const room = aRoom({ coupons: [aCoupon('claim'), aCoupon('paid')] })
const thanks = (rewards: readonly Reward[], { now = T0, closed = [] as readonly string[] } = {}) =>
  thanksIn({ room, rewards, now, closed })?.reward.id ?? null

test('the latest that was earned by paying is what one is thanked with', () => {
  expect(thanks([aReward(), aReward({ id: 'r-2', grantedAt: T0 + 1 })])).toBe('r-2')
})

test.each<[string, readonly Reward[], object]>([
  ['claimed', [aReward({ activityId: 'claim' })], {}],
  ['closed', [aReward()], { closed: ['r-1'] }],
  ['long ago', [aReward()], { now: T0 + 15 * MINUTE_MS }],
  ['used already', [aReward({ state: 'used' })], {}],
])('of one that was %s nothing is said', (_why, rewards, part) => {
  expect(thanks(rewards, part)).toBeNull()
})

test('one that was good and was taken back is told, one that is used or was taken back before is not', () => {
  const before = [aReward(), aReward({ id: 'used' }), aReward({ id: 'gone', state: 'withdrawn' })]
  const after = [
    aReward({ state: 'withdrawn' }),
    aReward({ id: 'used', state: 'used' }),
    aReward({ id: 'gone', state: 'withdrawn' }),
  ]

  expect(takenBack(before, after).map(({ reward }) => reward.id)).toEqual(['r-1'])
})
