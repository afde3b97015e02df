// What the tests of coupons ask: coupons in a shop, claimed and held, and what their viewers have of them.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { ActivityId, type OfferId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { CouponConfig } from '@lantern/shared/features/coupon/contract.ts'
import type { MakeActivity } from '../../activities/activities.ts'
import { aHold, SHOW, STAFF, type TestShop } from '../../ledger/proofs/testShop.ts'
import { listRewards } from '../../rewards/readRewards.ts'

export const HOUR_MS = 3_600_000
export const ANN = ViewerId.parse('ann')

export function aCoupon(
  id: string,
  config: Partial<CouponConfig> = {},
  more: Partial<MakeActivity> = {},
): MakeActivity {
  const terms: CouponConfig = {
    title: 'Five off',
    off: { minor: 500 },
    currency: 'USD',
    fromMinor: 0,
    productIds: null,
    places: 100,
    good: { forMs: HOUR_MS },
    given: 'claim',
    ...config,
  }
  const life = {
    activityId: ActivityId.parse(id),
    opensAt: null,
    lengthMs: null,
    start: 'open',
    conditions: [],
  } as const
  return { ...life, showId: SHOW, kind: 'coupon', config: terms, by: STAFF, ...more }
}

export async function make({ ledger }: TestShop, ...asked: Parameters<typeof aCoupon>) {
  expect(await ledger.makeActivity(aCoupon(...asked))).toMatchObject({ ok: true })
}

export function claim({ ledger }: TestShop, id: string, viewer = 'ann') {
  const ids = { activityId: ActivityId.parse(id), viewerId: ViewerId.parse(viewer), requestId: randomUUID() }
  return ledger.enter({ ...ids, showId: SHOW, via: null, watching: null, kind: 'coupon', entry: {} })
}

/** A coupon that Ann has. */
export async function give(shop: TestShop, ...asked: Parameters<typeof aCoupon>) {
  await make(shop, ...asked)
  expect(await claim(shop, asked[0])).toMatchObject({ ok: true })
}

/** `who`: the hold and its viewer, such as `h bob`; without one it is Ann's. */
export async function place({ ledger }: TestShop, who: string, wanted: readonly (readonly [OfferId, number])[]) {
  const [id = '', viewer = 'ann'] = who.split(' ')
  const outcome = await ledger.place(aHold(id, viewer, wanted))
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

/** As `id state hold`, each. */
export async function readOwn({ database }: TestShop, viewerId = ANN) {
  const rewards = await database.run(listRewards, { viewerId })
  return rewards.map(({ id, state, holdId }) => [id, state, holdId ?? '-'].join(' '))
}

export const endsWell = async ({ ledger }: TestShop) => expect(await ledger.check()).toEqual([])
