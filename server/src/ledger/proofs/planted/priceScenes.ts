// Scenes of coupons and step prices: once used, never fallen back, once given back; the reference ledger knows neither.
import assert from 'node:assert/strict'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { ANN, aStepPrice, buy, end, find, giveCoupon, holdOf, room, settle } from '../openedPrices/stepShow.ts'
import { aHold, paid, refunded, type TestShop } from '../testShop.ts'
import { scene, type Scene } from './scenes.ts'

const OFF = { minor: 500 }

/** What Ann pays for a unit of 2000. */
async function place({ ledger, offers }: TestShop, id: string, what: 'cup' | 'small' = 'cup'): Promise<number> {
  const placed = await ledger.place(aHold(id, ANN, [[offers[what], 1]]))
  assert.ok(placed.ok)
  return placed.value.totalMinor
}

const couponIsUsedOnce = scene(async (shop) => {
  await giveCoupon(shop, OFF)
  assert.deepEqual([await place(shop, 'a'), await place(shop, 'b', 'small')], [1500, 2000])
  await shop.ledger.report(paid('a', 'o-a', { amountMinor: 1500 }))
  assert.deepEqual(await shop.ledger.check(), [])
  await shop.ledger.release({ holdId: HoldId.parse('b'), viewerId: ANN })
  assert.equal(await place(shop, 'c'), 2000)
})

const couponComesBack = scene(async (shop) => {
  await giveCoupon(shop, OFF)
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
