// Scenes of a hold and its order: what the shop says twice, an id that is known, a price that was seen, units that are gone.
import assert from 'node:assert/strict'
import type { ShopFact } from '../../ledger.ts'
import { aHold, opened, paid, refunded, SHOW, STAFF } from '../testShop.ts'
import { scene, type Scene } from './scenes.ts'

const leftAgain = (id: string): ShopFact => ({ ...opened(id), type: 'checkout.left' })

/** An event that comes again, after what followed it, is no second going to the checkout. */
const shopSaysItTwice = scene(async ({ ledger, offers, store }) => {
  await ledger.place(aHold('a', 'va', [[offers.small, 1]]))
  const going = opened('a')
  for (const fact of [going, leftAgain('a'), going]) await ledger.report(fact)

  const [hold] = (await store.readRoomSince(SHOW, 0)).desk.holds ?? []
  assert.equal(hold?.state, 'held')
})

const knownIdIsOneViewers = scene(async ({ ledger, offers }) => {
  await ledger.place(aHold('a', 'va', [[offers.small, 1]]))

  const other = await ledger.place(aHold('a', 'vb', [[offers.small, 1]]))

  assert.ok(!other.ok && other.code === 'HOLD_ID_TAKEN')
})

const dearerIsAskedAgain = scene(async ({ ledger, offers }) => {
  const seen = await ledger.place(aHold('a', 'va', [[offers.small, 1, 1999]]))

  assert.ok(!seen.ok && seen.code === 'PRICE_ROSE')
})

/** A hold keeps the policy that it was granted under. */
const policyStaysWithTheHold = scene(async ({ ledger, offers, pool }) => {
  await ledger.place(aHold('a', 'va', [[offers.small, 1]]))
  await ledger.changeOffer({ showId: SHOW, offerId: offers.small, by: STAFF, policy: 'first_paid' })
  for (const fact of [opened('a'), leftAgain('a')]) await ledger.report(fact)

  assert.equal((await pool(offers.small)).free, 4)
})

const goneIsNotForSale = scene(async ({ ledger, offers, pool }) => {
  await ledger.place(aHold('a', 'va', [[offers.small, 1]]))
  await ledger.report(paid('a', 'order-a'))
  await ledger.report({ ...refunded('a', 'order-a'), type: 'order.refunded', units: 'gone' })

  assert.deepEqual(await pool(offers.small), { allotted: 4, free: 4, taken: 0, paid: 0 })
})

export const ORDER_SCENES: readonly Scene[] = [
  shopSaysItTwice,
  knownIdIsOneViewers,
  dearerIsAskedAgain,
  policyStaysWithTheHold,
  goneIsNotForSale,
]
