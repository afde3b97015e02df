// Scenes of coupons and step prices: once used, never fallen back, once given back; the reference ledger knows neither.
import assert from 'node:assert/strict'
import { ActivityId, HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { CouponConfig } from '@lantern/shared/features/coupon/contract.ts'
import { aStepPrice, buy, end, find, holdOf, room, settle } from '../openedPrices/stepShow.ts'
import { aHold, paid, refunded, SHOW, STAFF, type TestShop } from '../testShop.ts'
import { scene, type Scene } from './scenes.ts'

const COUPON = ActivityId.parse('coupon')
const ANN = ViewerId.parse('ann')

async function giveCoupon({ ledger }: TestShop): Promise<void> {
  const config: CouponConfig = {
    title: 'Five off',
    off: { minor: 500 },
    currency: 'USD',
    fromMinor: 0,
    productIds: null,
    places: 10,
    good: { forMs: 3_600_000 },
    given: 'claim',
  }
  const life = { opensAt: null, lengthMs: null, start: 'open', conditions: [] } as const
  await ledger.makeActivity({ activityId: COUPON, showId: SHOW, kind: 'coupon', ...life, config, by: STAFF })
  const asked = { activityId: COUPON, showId: SHOW, kind: 'coupon', viewerId: ANN, requestId: 'r' }
  assert.ok((await ledger.enter({ ...asked, via: null, watching: null, entry: {} })).ok)
}

/** What Ann pays for a unit of 2000. */
async function place({ ledger, offers }: TestShop, id: string, what: 'cup' | 'small' = 'cup'): Promise<number> {
  const placed = await ledger.place(aHold(id, ANN, [[offers[what], 1]]))
  assert.ok(placed.ok)
  return placed.value.totalMinor
}

const couponIsUsedOnce = scene(async (shop) => {
  await giveCoupon(shop)
  assert.deepEqual([await place(shop, 'a'), await place(shop, 'b', 'small')], [1500, 2000])
  await shop.ledger.report(paid('a', 'o-a', { amountMinor: 1500 }))
  assert.deepEqual(await shop.ledger.check(), [])
  await shop.ledger.release({ holdId: HoldId.parse('b'), viewerId: ANN })
  assert.equal(await place(shop, 'c'), 2000)
})

const couponComesBack = scene(async (shop) => {
  await giveCoupon(shop)
  assert.equal(await place(shop, 'a'), 1500)
  await shop.ledger.release({ holdId: HoldId.parse('a'), viewerId: ANN })
  assert.deepEqual(await shop.ledger.check(), [])
  assert.equal(await place(shop, 'b'), 1500)
})

const stepNeverFalls = scene(async (shop) => {
  const { ledger, offers } = shop
  await ledger.makeActivity(aStepPrice())
  for (const name of ['ann', 'bob']) await buy(shop, name)
  await ledger.report(refunded('h-ann', 'o-ann'))

  assert.equal((await find(shop)).entries, 2)
  const next = await ledger.place(aHold('next', 'cid', [[offers.cup, 1]]))
  assert.equal(next.ok && next.value.totalMinor, 1800)
})

const liveHoldsFollow = scene(async (shop) => {
  const { ledger, offers } = shop
  await ledger.makeActivity(aStepPrice())
  await ledger.place(aHold('h-cid', 'cid', [[offers.cup, 2]]))
  for (const name of ['ann', 'bob']) await buy(shop, name)
  await settle(shop)
  assert.equal((await holdOf(shop, 'cid'))?.totalMinor, 3600)
})

const differenceGoesBackOnce = scene(async (shop) => {
  await shop.ledger.makeActivity(aStepPrice())
  for (const name of ['ann', 'bob']) await buy(shop, name)
  await end(shop)
  await settle(shop)
  const [refunds] = (await room(shop)).desk.stepRefunds
  assert.deepEqual([refunds?.due, refunds?.waiting, refunds?.sumMinor], [2, 0, 400])
})

export const PRICE_SCENES: readonly Scene[] = [
  couponIsUsedOnce,
  couponComesBack,
  stepNeverFalls,
  liveHoldsFollow,
  differenceGoesBackOnce,
]
