// Money that staff give back reaches the shop: a real ledger, the refunder, and a shop that is away, refuses, or dies between.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { aHold, openShop, paid, SHOW, sqlitePlace, STAFF } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace, TestShop } from '../../ledger/proofs/testShop.ts'
import { createLog } from '../../ops/log.ts'
import { createWebhookRecords } from '../../webhooks/records/createWebhookRecords.ts'
import type { Checkout, OrderToRefund } from '../checkout.ts'
import type { Loop } from '../../kit/loop.ts'
import { createRefunder } from './refunder.ts'

type Answer = Awaited<ReturnType<Checkout['refundTo']>>

let place: DatabasePlace
let shop: TestShop
let refunder: Loop | null = null

beforeEach(async () => {
  place = await sqlitePlace()
  shop = await openShop(place)
  await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))
  await shop.ledger.report(paid('a', 'order-a'))
  const ids = { showId: SHOW, holdId: HoldId.parse('a'), orderId: OrderId.parse('order-a') }
  await shop.ledger.settleOrder({ ...ids, choice: 'refund_back', by: STAFF })
})
afterEach(async () => {
  await refunder?.close()
  refunder = null
  await shop.close()
  await place.drop()
})

/** The shop's answers in order, the last one again and again; answers what it was asked. */
function start(...answers: readonly Answer[]): OrderToRefund[] {
  const asked: OrderToRefund[] = []
  const refundTo = (order: OrderToRefund) => {
    asked.push(order)
    return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1] ?? grant(null))
  }
  const { refunds } = createWebhookRecords(shop.database)
  refunder = createRefunder({ checkout: { refundTo }, refunds, log: createLog('silent'), everyMs: 10 })
  return asked
}

const stateNow = async () => (await shop.store.readRoom(SHOW))?.desk.orders[0]?.refund
const AWAY = refuse('SHOP_UNREACHABLE')

test('the shop is told of the order, its hold and the units, and staff see it', async () => {
  const asked = start(grant(null))

  await expect.poll(stateNow).toBe('told')

  expect(asked).toEqual([{ orderId: 'order-a', holdId: 'a', restock: true, keepMinor: 0 }])
})

test('a shop that is away is asked later and later, also by the next process', async () => {
  const first = start(AWAY)
  await expect.poll(() => first.length).toBe(1)
  await refunder?.close()
  const second = start(AWAY, grant(null))
  expect(await stateNow()).toBe('asked')

  shop.clock.advance(5000)
  await expect.poll(() => second.length).toBe(1)
  shop.clock.advance(9999)
  await refunder?.close()
  expect(second).toHaveLength(1)
  const third = start(grant(null))
  shop.clock.advance(1)

  await expect.poll(stateNow).toBe('told')
  expect(third).toHaveLength(1)
})

test('a shop that stays away is left to staff', async () => {
  const asked = start(AWAY)
  for (let hour = 0; hour < 10; hour += 1) {
    const before = hour
    await expect
      .poll(() => {
        shop.clock.advance(3_600_000)
        return asked.length
      })
      .toBeGreaterThan(before)
  }

  await expect.poll(stateNow).toBe('failed')

  expect(asked).toHaveLength(10)
})

test.each([
  ['SHOP_REFUSED', 'failed'],
  ['SHOP_CANNOT', 'by_hand'],
] as const)('what the shop answers with %s is left to staff at once: %s', async (code, state) => {
  const asked = start(refuse(code, { detail: { why: 'status 403' } }))

  await expect.poll(stateNow).toBe(state)

  shop.clock.advance(100_000)
  await refunder?.close()
  expect(asked).toHaveLength(1)
})
