// What every database must hold to for refunds: asked once by staff, told by one process at a time, ended once.
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { afterEach, describe, expect, test } from 'vitest'
import type { Checkout } from '../checkout/checkout.ts'
import type { Loop } from '../checkout/loop.ts'
import { createRefunder } from '../checkout/refunds/refunder.ts'
import { type PlaceMaker, withShop } from '../ledger/ledger.contract.ts'
import { aHold, paid, refunded, SHOW, STAFF } from '../ledger/testShop.ts'
import { createLog } from '../log.ts'
import { createShopRecords } from './createShopRecords.ts'

const HOLD = HoldId.parse('a')
const ORDER = OrderId.parse('order-a')
const CLAIM = { limit: 10, leaseMs: 60_000 }
type Answer = Awaited<ReturnType<Checkout['refundOrder']>>

export function refundsContract(name: string, makePlace: PlaceMaker): void {
  describe(`refunds on ${name}`, () => refunding(withShop(makePlace)))
}

function refunding(current: ReturnType<typeof withShop>): void {
  let loop: Loop | null = null
  const changed: string[] = []
  afterEach(async () => {
    await loop?.close()
    changed.length = 0
  })

  const refunds = () => {
    const { database } = current().shop
    return createShopRecords({ database, onChange: (shows) => changed.push(...shows) }).refunds
  }
  const settle = () => {
    const order = { showId: SHOW, holdId: HOLD, orderId: ORDER, choice: 'refund_back', by: STAFF } as const
    return current().shop.ledger.settleOrder(order)
  }
  const refundOf = async () => {
    const orders = (await current().shop.store.readRoom(SHOW))?.orders ?? []
    return orders.find(({ orderId }) => orderId === ORDER)?.refund
  }
  async function sell(): Promise<void> {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))
    await ledger.report(paid('a', ORDER))
  }
  /** The shop answers one of these after the other. */
  function work(...answers: readonly Answer[]): string[] {
    const told: string[] = []
    const refundOrder = (orderId: OrderId) => Promise.resolve(answers[told.push(orderId) - 1] ?? grant(null))
    loop = createRefunder({ refunds: refunds(), checkout: { refundOrder }, log: createLog('silent'), everyMs: 10 })
    return told
  }

  test('what staff give back is told to the shop once, and staff see that it was', async () => {
    await sell()
    expect(await settle()).toMatchObject({ value: { state: 'refunded', refund: 'asked' } })

    const told = work()
    await expect.poll(refundOf).toBe('told')

    expect(await settle()).toMatchObject({ value: { refund: 'told' } })
    expect(told).toEqual([ORDER])
    expect(changed).toEqual([SHOW])
    expect(await refunds().claim(CLAIM)).toEqual([])
  })

  test('a shop that does not answer is told again, later and later, until a person has to', async () => {
    await sell()
    await settle()
    const told = work(...Array.from({ length: 9 }, () => refuse('SHOP_UNREACHABLE')))

    for (let tries = 1; tries <= 6; tries++) {
      await expect.poll(() => told.length).toBe(tries)
      expect(await refundOf()).toBe('asked')
      await new Promise((resolve) => setTimeout(resolve, 40))
      current().shop.clock.advance(6 * 3_600_000 + 1)
    }

    await expect.poll(refundOf).toBe('by_hand')
    expect(told).toHaveLength(7)
  })

  test('a shop that cannot be told, or will not, leaves it to staff at once', async () => {
    await sell()
    await settle()

    const told = work(refuse('SHOP_CANNOT'))

    await expect.poll(refundOf).toBe('by_hand')
    expect(told).toHaveLength(1)
  })

  test('is one process’s at a time, and the next one’s when that is gone', async () => {
    await sell()
    await settle()

    const both = await Promise.all([refunds().claim(CLAIM), refunds().claim(CLAIM)])

    expect(both.flat()).toEqual([{ holdId: HOLD, orderId: ORDER, tries: 0 }])
    current().shop.clock.advance(60_001)
    expect(await refunds().claim(CLAIM)).toHaveLength(1)
  })

  test('what the shop gave back by itself is nothing to tell it', async () => {
    await sell()
    await current().shop.ledger.report(refunded('a', ORDER))

    expect(await settle()).toMatchObject({ value: { state: 'refunded', refund: null } })

    expect(await refunds().claim(CLAIM)).toEqual([])
  })
}
