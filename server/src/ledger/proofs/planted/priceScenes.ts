// Scenes of step prices: never fallen back, followed by holds, given back once.
import assert from 'node:assert/strict'
import { aStepPrice, buy, end, find, holdOf, room, settle } from '../openedPrices/stepShow.ts'
import { aHold, refunded } from '../testShop.ts'
import { scene, type Scene } from './scenes.ts'

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

export const PRICE_SCENES: readonly Scene[] = [stepNeverFalls, liveHoldsFollow, differenceGoesBackOnce]
