// A show with a step price, as the tests of them need it: bought in, read and ended.
import { ActivityId, HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { CouponConfig } from '@lantern/shared/features/coupon/contract.ts'
import type { MakeActivity, MoveActivity } from '../../../activities/activities.ts'
import { aHold, CUP, opened, paid, SHOW, STAFF, type TestShop } from '../testShop.ts'
import { readOrders } from './testPriceJobs.ts'

export const STEPS = ActivityId.parse('steps-1')
const COUPON = ActivityId.parse('coupon')
export const ANN = ViewerId.parse('ann')

/** Two buyers: 1800; three: 1500; the cup costs 2000. */
export function aStepPrice(more: Partial<MakeActivity> = {}): MakeActivity {
  const prices = [
    { buyers: 2, priceMinor: 1800 },
    { buyers: 3, priceMinor: 1500 },
  ]
  const life = { opensAt: null, lengthMs: null, start: 'open', conditions: [] } as const
  const config = { productId: CUP, steps: prices }
  return { activityId: STEPS, showId: SHOW, kind: 'stepPrice', ...life, by: STAFF, config, ...more }
}

export async function buy({ ledger, offers }: TestShop, name: string, amountMinor = 2000): Promise<void> {
  await ledger.place(aHold(`h-${name}`, name, [[offers.cup, 1]]))
  await ledger.report(opened(`h-${name}`))
  await ledger.report(paid(`h-${name}`, `o-${name}`, { amountMinor }))
}

export async function room({ store }: TestShop) {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  return record
}

export async function find(shop: TestShop) {
  const one = (await room(shop)).desk.stepPrices.find(({ id }) => id === STEPS)
  if (!one) throw new Error('there is no step price')
  return one
}

export async function end(shop: TestShop, act: MoveActivity['act'] = 'close') {
  const { revision } = await find(shop)
  const ended = await shop.ledger.moveActivity({ showId: SHOW, activityId: STEPS, act, revision, by: STAFF })
  await settle(shop)
  return ended
}

/** Until nothing is left to do. */
export async function settle({ ledger }: TestShop): Promise<void> {
  for (let round = 0; round < 6; round++) await ledger.sweep(500)
}

export async function holdOf(shop: TestShop, name: string) {
  return (await room(shop)).desk.holds.find(({ id }) => id === HoldId.parse(`h-${name}`))
}

export async function keptOf({ database }: TestShop) {
  const orders = await database.run(readOrders, null)
  return Object.fromEntries(
    orders.map(({ order_id, refund, keep_minor }) => [order_id, refund === null ? null : keep_minor]),
  )
}

/** To Ann. */
export async function giveCoupon({ ledger }: TestShop, off: CouponConfig['off']): Promise<void> {
  const config: CouponConfig = {
    title: 'So much off',
    off,
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
  const entered = await ledger.enter({ ...asked, via: null, watching: null, entry: {} })
  if (!entered.ok) throw new Error(entered.code)
}
