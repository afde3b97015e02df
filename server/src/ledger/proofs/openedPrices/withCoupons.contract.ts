// A step price and a coupon on one hold, on every database: the price first, then the coupon, never below nothing.
import { expect, test } from 'vitest'
import type { withShop } from '../ledger.contract.ts'
import { aHold, paid, SHOW, STAFF } from '../testShop.ts'
import { ANN, aStepPrice, buy, end, giveCoupon, holdOf, keptOf, room, settle } from './stepShow.ts'

export function withCoupons(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const place = (units: number) => shop().ledger.place(aHold('h-ann', ANN, [[shop().offers.cup, units]]))
  async function reach() {
    await shop().ledger.makeActivity(aStepPrice())
    for (const name of ['bob', 'cid']) await buy(shop(), name)
  }

  test('the coupon comes off what the step left', async () => {
    await reach()
    await giveCoupon(shop(), { percent: 50 })

    expect(await place(2)).toMatchObject({
      value: {
        totalMinor: 1800,
        lines: [
          {
            unitPriceMinor: 1800,
            adjustments: [
              { kind: 'step_price', amountMinor: 400 },
              { kind: 'coupon', amountMinor: 1800 },
            ],
          },
        ],
      },
    })
  })

  test('a coupon of more than the step’s price leaves nothing to pay, and nothing goes back', async () => {
    await reach()
    await giveCoupon(shop(), { minor: 9000 })
    expect(await place(1)).toMatchObject({ value: { totalMinor: 0 } })

    await shop().ledger.report(paid('h-ann', 'o-ann', { amountMinor: 0 }))
    await buy(shop(), 'dan', 1500)
    await end(shop())

    expect(await keptOf(shop())).toEqual({ 'o-ann': null, 'o-bob': 1500, 'o-cid': 1500, 'o-dan': null })
  })

  test('a hold with a coupon follows the step, and pays for it what is left', async () => {
    await giveCoupon(shop(), { minor: 500 })
    await place(1)
    await reach()
    await settle(shop())

    expect(await holdOf(shop(), 'ann')).toMatchObject({ state: 'held', totalMinor: 1300 })
  })

  test('a hold that follows the step takes no coupon that it does not have, whatever else its viewer asks for', async () => {
    const { ledger, offers } = shop()
    await ledger.changeOffer({ showId: SHOW, offerId: offers.small, allotted: 1, by: STAFF })
    await ledger.place(aHold('h-zoe', 'zoe', [[offers.small, 1]]))
    const waits = { showId: SHOW, viewerName: 'Ann', via: null, source: null, offerId: offers.small, quantity: 1 }
    expect(await ledger.joinWaitlist({ ...waits, viewerId: ANN })).toMatchObject({ ok: true })
    await place(1)
    await giveCoupon(shop(), { minor: 500 })
    await reach()
    await settle(shop())

    expect(await holdOf(shop(), 'ann')).toMatchObject({ state: 'held', totalMinor: 1800 })
  })

  test('where all that was paid would go back it is for staff: an order that went back whole would let the goods go', async () => {
    await giveCoupon(shop(), { minor: 1900 })
    await shop().ledger.makeActivity(aStepPrice())
    await place(1)
    await shop().ledger.report(paid('h-ann', 'o-ann', { amountMinor: 100 }))
    for (const name of ['bob', 'cid']) await buy(shop(), name, name === 'bob' ? 2000 : 1800)
    await end(shop())

    expect(await keptOf(shop())).toMatchObject({ 'o-ann': null, 'o-bob': 1500, 'o-cid': 1500 })
    expect((await room(shop())).desk.stepRefunds).toMatchObject([{ due: 2, byHand: 1, byHandMinor: 100 }])
    expect((await room(shop())).desk.holds).toContainEqual(expect.objectContaining({ id: 'h-ann', state: 'paid' }))
  })
}
