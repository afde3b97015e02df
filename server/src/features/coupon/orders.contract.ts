// What every database must hold to for coupons and orders: used with the payment, back when the hold ends, earned by paying.
import { expect, test } from 'vitest'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { aHold, authorised, cancelled, paid, refunded, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import type { TestShop } from '../../ledger/proofs/testShop.ts'
import { ANN, claim, endsWell, give, HOUR_MS, make, place, readOwn } from './couponShow.ts'

export function ordersWithCoupons(shop: () => TestShop): void {
  payments(shop)
  ends(shop)
  thanks(shop)
}

function payments(current: () => TestShop): void {
  test('used with the payment, back when the whole order goes back, not when a part does', async () => {
    const shop = current()
    await give(shop, 'c')
    await place(shop, 'h', [[shop.offers.cup, 1]])

    await shop.ledger.report(paid('h', 'o', { amountMinor: 1500 }))
    expect(await readOwn(shop)).toEqual(['c.1 used h'])
    expect((await shop.store.readRoom(SHOW))?.desk.coupons).toMatchObject([{ used: 1 }])
    await shop.ledger.report(refunded('h', 'o', 700))
    expect(await readOwn(shop)).toEqual(['c.1 used h'])
    await endsWell(shop)

    await shop.ledger.report(refunded('h', 'o'))
    expect(await readOwn(shop)).toEqual(['c.1 granted -'])
    expect((await shop.store.readRoom(SHOW))?.desk.coupons).toMatchObject([{ used: 0 }])
    await endsWell(shop)
  })

  test('an order that goes back after its time leaves it over', async () => {
    const shop = current()
    await give(shop, 'c')
    await place(shop, 'h', [[shop.offers.cup, 1]])
    await shop.ledger.report(paid('h', 'o', { amountMinor: 1500 }))

    shop.clock.advance(HOUR_MS)
    await shop.ledger.report(refunded('h', 'o'))

    expect(await readOwn(shop)).toEqual(['c.1 expired -'])
  })

  test('paid late at the price that was promised: used where it is free, else it stays with the other hold', async () => {
    const shop = current()
    await give(shop, 'c')
    await place(shop, 'h', [[shop.offers.cup, 1]])
    shop.clock.advance(HOUR_MS / 2)
    await shop.ledger.sweep(100)
    expect(await readOwn(shop)).toEqual(['c.1 granted -'])
    await place(shop, 'i', [[shop.offers.small, 1]])

    await shop.ledger.report(paid('h', 'o', { amountMinor: 1500 }))
    expect(await readOwn(shop)).toEqual(['c.1 granted i'])
    await shop.ledger.report(paid('i', 'p', { amountMinor: 1500 }))
    expect(await readOwn(shop)).toEqual(['c.1 used i'])
    await endsWell(shop)

    await shop.ledger.report(refunded('h', 'o'))
    expect(await readOwn(shop)).toEqual(['c.1 used i'])
    await endsWell(shop)
  })

  test('kept for an order whose money is awaited, also past its time', async () => {
    const shop = current()
    await give(shop, 'c')
    await place(shop, 'h', [[shop.offers.cup, 1]])
    await shop.ledger.report(authorised('h', 'o', 1500))

    shop.clock.advance(2 * HOUR_MS)
    await shop.ledger.sweep(100)
    expect(await readOwn(shop)).toEqual(['c.1 granted h'])
    await shop.ledger.report(paid('h', 'o', { amountMinor: 1500 }))

    expect(await readOwn(shop)).toEqual(['c.1 used h'])
    await endsWell(shop)
  })
}

function ends(current: () => TestShop): void {
  test.each(['released', 'expired', 'cancelled'])('a hold that is %s gives it back', async (how) => {
    const shop = current()
    await give(shop, 'c')
    const { id: holdId } = await place(shop, 'h', [[shop.offers.cup, 1]])

    if (how === 'released') await shop.ledger.release({ holdId, viewerId: ANN })
    if (how === 'cancelled') {
      await shop.ledger.report(paid('h', 'o', { amountMinor: 1500 }))
      await shop.ledger.report(cancelled('h', 'o'))
    }
    shop.clock.advance(HOUR_MS / 2)
    await shop.ledger.sweep(100)

    expect(await readOwn(shop)).toEqual(['c.1 granted -'])
    expect(await place(shop, 'again', [[shop.offers.cup, 1]])).toMatchObject({ totalMinor: 1500 })
    await endsWell(shop)
  })

  test('a hold may go on without it: its price is the one before, and the next hold has the coupon', async () => {
    const shop = current()
    await give(shop, 'c')
    const { id: holdId } = await place(shop, 'h', [[shop.offers.cup, 1]])
    const leave = () => {
      const lines = [{ offerId: shop.offers.cup, quantity: 1 }]
      return shop.ledger.change({ holdId, viewerId: ANN, lines, withoutCoupon: true })
    }

    const left = { value: { state: 'held', totalMinor: 2000, lines: [{ quantity: 1, adjustments: [] }] } }
    expect(await leave()).toMatchObject(left)
    expect(await leave()).toMatchObject(left)

    expect(await readOwn(shop)).toEqual(['c.1 granted -'])
    expect(await place(shop, 'i', [[shop.offers.small, 1]])).toMatchObject({
      lines: [{ adjustments: [{ ref: 'c.1' }] }],
    })
    await shop.ledger.report(paid('h', 'o', { amountMinor: 2000 }))
    expect(await readOwn(shop)).toEqual(['c.1 granted i'])
    await endsWell(shop)
  })

  test('an order that comes after its hold stands at its price; back on sale it is without the coupon that another hold has', async () => {
    const shop = current()
    await give(shop, 'c')
    const { id: holdId } = await place(shop, 'h', [[shop.offers.cup, 1]])
    await shop.ledger.release({ holdId, viewerId: ANN })
    await place(shop, 'i', [[shop.offers.small, 1]])

    expect(await shop.ledger.report(authorised('h', 'o', 1500))).toMatchObject({ value: { totalMinor: 1500 } })
    expect(await readOwn(shop)).toEqual(['c.1 granted i'])
    await endsWell(shop)

    const back = await shop.ledger.report(cancelled('h', 'o'))
    expect(back).toMatchObject({ value: { state: 'held', totalMinor: 2000, lines: [{ adjustments: [] }] } })
    expect(await readOwn(shop)).toEqual(['c.1 granted i'])
    await endsWell(shop)
  })

  test('whoever is erased has none any more; a hold keeps the price it was promised', async () => {
    const shop = current()
    await give(shop, 'c')
    await give(shop, 'kept', { off: { minor: 700 } })
    const { id: holdId } = await place(shop, 'h', [[shop.offers.cup, 1]])

    await shop.store.eraseViewer({ showId: SHOW, viewerId: ANN, by: STAFF })

    expect(await readOwn(shop)).toEqual([])
    await endsWell(shop)
    expect((await shop.ledger.findForHandoff(HoldId.parse(holdId)))?.totalMinor).toBe(1300)
    shop.clock.advance(HOUR_MS / 2)
    await shop.ledger.sweep(100)
    await endsWell(shop)
  })

  test('two at once never have one coupon', async () => {
    const shop = current()
    await give(shop, 'c')

    const both = await Promise.all([
      shop.ledger.place(aHold('h', 'ann', [[shop.offers.cup, 1]])),
      shop.ledger.place(aHold('i', 'ann', [[shop.offers.small, 1]])),
    ])

    expect(both.map((one) => one.ok && one.value.totalMinor).toSorted()).toEqual([1500, 2000])
    await endsWell(shop)
  })
}

function thanks(current: () => TestShop): void {
  test('earned by paying, once an order, as far as there are places, late payments too', async () => {
    const shop = current()
    await make(shop, 'c', { given: 'paid', places: 2 })
    expect(await claim(shop, 'c')).toMatchObject({ ok: false, code: 'BAD_INPUT' })
    for (const [who, id] of [
      ['ann', 'h'],
      ['bob', 'i'],
      ['eve', 'j'],
    ] as const) {
      await place(shop, `${id} ${who}`, [[shop.offers.cup, 1]])
    }
    shop.clock.advance(HOUR_MS / 2)
    await shop.ledger.sweep(100)

    await shop.ledger.report(paid('h', 'o', { eventId: 'e1' }))
    await shop.ledger.report(paid('h', 'o', { eventId: 'e2' }))
    await shop.ledger.report(paid('i', 'p'))
    await shop.ledger.report(paid('j', 'q'))

    expect(await readOwn(shop)).toEqual(['c.paid.h granted -'])
    expect(await readOwn(shop, ViewerId.parse('eve'))).toEqual([])
    expect((await shop.store.readRoom(SHOW))?.room.coupons).toMatchObject([{ left: 0 }])
    await endsWell(shop)
  })

  test('earned from the time that was announced, whether or not anybody has looked since', async () => {
    const shop = current()
    const opensAt = shop.clock.now() + 1000
    await make(shop, 'c', { given: 'paid' }, { start: 'announced', opensAt })
    await place(shop, 'h', [[shop.offers.cup, 1]])
    await place(shop, 'i', [[shop.offers.small, 1]])

    await shop.ledger.report(paid('h', 'o'))
    expect(await readOwn(shop)).toEqual([])
    shop.clock.advance(1000)
    await shop.ledger.report(paid('i', 'p'))

    expect(await readOwn(shop)).toEqual(['c.paid.i granted -'])
  })

  test('what is taken back leaves its place to the next order, also in the same instant', async () => {
    const shop = current()
    await make(shop, 'c', { given: 'paid', places: 1 })
    for (const who of ['h ann', 'i bob', 'j cid']) await place(shop, who, [[shop.offers.cup, 1]])
    await shop.ledger.report(paid('h', 'o'))

    await Promise.all([paid('i', 'p'), refunded('h', 'o'), paid('j', 'q')].map((fact) => shop.ledger.report(fact)))

    expect(await readOwn(shop)).toEqual(['c.paid.h withdrawn -'])
    expect(await readOwn(shop, ViewerId.parse('bob'))).toEqual([])
    expect(await readOwn(shop, ViewerId.parse('cid'))).toEqual(['c.paid.j granted -'])
    await endsWell(shop)
  })

  test('taken back when its order goes back, unless it was used', async () => {
    const shop = current()
    await make(shop, 'c', { given: 'paid' })
    await place(shop, 'h', [[shop.offers.cup, 1]])
    await shop.ledger.report(paid('h', 'o'))

    await shop.ledger.report(refunded('h', 'o'))
    expect(await readOwn(shop)).toEqual(['c.paid.h withdrawn -'])

    await place(shop, 'i', [[shop.offers.cup, 1]])
    await shop.ledger.report(paid('i', 'p'))
    const { id: holdId } = await place(shop, 'j', [[shop.offers.small, 1]])
    await shop.ledger.report(refunded('i', 'p'))
    expect(await readOwn(shop)).toContain('c.paid.i granted j')
    await shop.ledger.release({ holdId, viewerId: ANN })
    expect(await readOwn(shop)).toContain('c.paid.i expired -')
    await endsWell(shop)
  })
}
