// What every database must hold to for coupons and the shop's codes: one that takes off a coupon which its hold has left is over.
import { expect, test } from 'vitest'
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { opened } from '../../ledger/proofs/testShop.ts'
import type { TestShop } from '../../ledger/proofs/testShop.ts'
import { createShopRecords } from '../../shops/records/createShopRecords.ts'
import { ANN, give, place } from './couponShow.ts'

/** A coupon that is good from two units on, at the shop's checkout with one hold, with another one of the viewer and one of Bob. */
async function openCodes(shop: TestShop) {
  const { database, ledger, offers } = shop
  const records = createShopRecords({ database, onChange: () => undefined })
  await give(shop, 'c', { fromMinor: 4000 })
  const ids: HoldId[] = []
  for (const [who, units] of [
    ['h', 2],
    ['next', 1],
    ['his bob', 1],
  ] as const) {
    const { id } = await place(shop, who, [[who === 'h' ? offers.cup : offers.small, units]])
    ids.push(id)
    await records.openCode(id)
  }
  const [holdId, next, his] = ids
  if (holdId === undefined || next === undefined || his === undefined) throw new Error('there are three holds')
  await ledger.report(opened('h'))
  return { records, holdId, next, his }
}

export function codesWithCoupons(current: () => TestShop): void {
  test.each([
    ['left', 2],
    ['lost with a unit', 1],
  ])('a code whose coupon was %s is to be ended while its hold waits with us, and no other is', async (_, quantity) => {
    const { ledger, offers } = current()
    const { records, holdId, next, his } = await openCodes(current())
    const lines = [{ offerId: offers.cup, quantity }]
    const leave = () => ledger.change({ holdId, viewerId: ANN, lines, withoutCoupon: quantity === 2 })
    expect(await leave()).toMatchObject({ code: 'HOLD_PAYING' })
    await ledger.report({ type: 'checkout.left', endpointId: 'shop', eventId: 'back', holdId })
    expect(await records.codesToEnd(10)).toEqual([])

    expect(await leave()).toMatchObject({ ok: true, value: { lines: [{ adjustments: [] }] } })

    expect(await records.codesToEnd(10)).toEqual([holdId])
    expect(await records.codesLeft(next)).toEqual([holdId])
    expect(await records.codesLeft(his)).toEqual([])
    await records.endCode(holdId)
    expect(await records.codesToEnd(10)).toEqual([])
    await records.openCode(holdId)
    expect(await records.codesToEnd(10)).toEqual([])
  })
}
