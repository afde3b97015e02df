// What every database must hold to in flash sales: both pools, prices, limits and every way a sale ends.
import { describe, expect, test } from 'vitest'
import { HoldId, SaleId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { withShop } from './ledger.contract.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import { aHold, aSale, CUP, paid, SHIRT, SHOW, STAFF } from './testShop.ts'
import type { TestShop } from './testShop.ts'

const refusedWith = (code: string) => expect.objectContaining({ ok: false, code })
const saleOf = async (shop: TestShop) => (await shop.store.readRoom(SHOW))?.room.sale
const idOfHold = (id: string) => ({ holdId: HoldId.parse(id), viewerId: ViewerId.parse(`v${id}`) })
const idOf = (id: string) => ({ saleId: SaleId.parse(id), showId: SHOW, by: STAFF })

export function saleContract(name: string, makePlace: PlaceMaker): void {
  describe(`flash sales on ${name}`, () => {
    const current = withShop(makePlace)
    selling(() => current().shop)
    ending(() => current().shop)
  })
}

function selling(current: () => TestShop): void {
  test('a hold in the sale draws from offer and sale at the sale’s price', async () => {
    const shop = current()
    await shop.ledger.startSale(aSale('s'))

    const hold = await shop.ledger.place(aHold('a', 'va', [[shop.offers.small, 2]]))

    const ofSale = { kind: 'sale_price', ref: 's', amountMinor: 1000 }
    const line = { saleId: 's', unitPriceMinor: 1500, adjustments: [ofSale] }
    expect(hold).toMatchObject({ value: { totalMinor: 3000, lines: [line] } })
    expect(await saleOf(shop)).toMatchObject({ allotted: 4, free: 2, taken: 2 })
    expect(await shop.pool(shop.offers.small)).toMatchObject({ free: 3, taken: 2 })
  })

  test('the sale’s limit counts units over all sizes', async () => {
    const { ledger, offers } = current()
    await ledger.startSale(aSale('s'))
    const both = aHold('a', 'va', [
      [offers.small, 2],
      [offers.large, 1],
    ])

    expect(await ledger.place(both)).toEqual(refusedWith('LIMIT_REACHED'))
    await ledger.place(aHold('b', 'va', [[offers.small, 2]]))
    expect(await ledger.place(aHold('c', 'va', [[offers.large, 1]]))).toEqual(refusedWith('LIMIT_REACHED'))
  })

  test('once its units are taken the offer goes on at its own price; the last paid one ends the sale', async () => {
    const shop = current()
    const { ledger, offers } = shop
    await ledger.startSale(aSale('s', { units: 2 }))
    await ledger.place(aHold('a', 'va', [[offers.small, 2]]))
    expect(await ledger.place(aHold('b', 'vb', [[offers.large, 1]]))).toMatchObject({
      value: { totalMinor: 2000, lines: [{ saleId: null, unitPriceMinor: 2000 }] },
    })

    await ledger.report(paid('a', 'order-a', { amountMinor: 3000 }))

    expect(await saleOf(shop)).toMatchObject({ endReason: 'sold_out', paid: 2 })
    expect(await shop.pool(offers.large)).toMatchObject({ free: 4, taken: 1 })
  })

  test('nobody gets a unit at a price above the one that was seen', async () => {
    const shop = current()
    const { ledger, offers } = shop
    await ledger.startSale(aSale('s', { units: 1, perViewer: 4 }))
    const both = (id: string, seen: number) =>
      aHold(id, `v${id}`, [
        [offers.small, 1, seen],
        [offers.large, 1, seen],
      ])
    const large = (seen: number) => aHold('c', 'vc', [[offers.large, 1, seen]])

    expect(await ledger.place(both('a', 1500))).toMatchObject({
      code: 'PRICE_ROSE',
      detail: { offerId: expect.any(String), priceMinor: 2000 },
    })
    expect(await saleOf(shop)).toMatchObject({ free: 1 })
    expect(await ledger.place(both('b', 2000))).toMatchObject({ value: { totalMinor: 3500 } })
    expect(await ledger.place(large(1500))).toEqual(refusedWith('PRICE_ROSE'))
    expect(await ledger.place(large(2000))).toMatchObject({ value: { totalMinor: 2000 } })
    expect(await ledger.change({ ...idOfHold('c'), lines: [{ offerId: offers.large, quantity: 2 }] })).toMatchObject({
      value: { totalMinor: 4000 },
    })
  })

  test('the product has its normal price during the countdown and after the sale', async () => {
    const { ledger, offers, clock } = current()
    await ledger.startSale(aSale('s', { countdownMs: 10_000 }))
    const before = await ledger.place(aHold('a', 'va', [[offers.small, 1]]))
    clock.advance(10_000)
    const during = await ledger.place(aHold('b', 'vb', [[offers.small, 1]]))
    clock.advance(60_999)
    const inGrace = await ledger.place(aHold('c', 'vc', [[offers.small, 1]]))
    clock.advance(1)
    const after = await ledger.place(aHold('d', 'vd', [[offers.small, 1]]))

    const totals = [before, during, inGrace, after].map((outcome) => outcome.ok && outcome.value.totalMinor)
    expect(totals).toEqual([2000, 1500, 1500, 2000])
  })

  test('a late payment keeps the frozen price when the sale’s units are gone', async () => {
    const shop = current()
    const { ledger, offers, clock } = shop
    await ledger.startSale(aSale('s', { units: 2, lengthMs: 1_200_000 }))
    await ledger.place(aHold('a', 'va', [[offers.small, 2]]))
    clock.advance(600_000)
    await ledger.sweep(10)
    await ledger.place(aHold('b', 'vb', [[offers.large, 2]]))

    const late = await ledger.report(paid('a', 'order-a', { amountMinor: 3000 }))

    expect(late).toMatchObject({ value: { state: 'paid', totalMinor: 3000 } })
    expect(await saleOf(shop)).toMatchObject({ free: 0, taken: 2, paid: 0 })
    expect(await shop.pool(offers.small)).toMatchObject({ taken: 2, paid: 2 })
  })
}

function ending(current: () => TestShop): void {
  test('the room is told of the one that ended last, not of one that would have opened later', async () => {
    const shop = current()
    await shop.ledger.startSale(aSale('early', { countdownMs: 60_000 }))
    await shop.ledger.stopSale(idOf('early'))
    shop.clock.advance(1000)
    await shop.ledger.startSale(aSale('late'))
    await shop.ledger.stopSale(idOf('late'))

    expect(await saleOf(shop)).toMatchObject({ id: 'late', endReason: 'stopped' })
  })

  test('starts only one at a time, cheaper than every offer and no bigger than their stock', async () => {
    const { ledger } = current()

    expect(await ledger.startSale(aSale('s', { priceMinor: 2000 }))).toEqual(refusedWith('PRICE_NOT_LOWER'))
    expect(await ledger.startSale(aSale('s', { units: 11 }))).toMatchObject({
      code: 'NOT_ENOUGH_UNITS',
      detail: { free: 10 },
    })
    const first = await ledger.startSale(aSale('s', { units: 10 }))
    expect(await ledger.startSale(aSale('s', { units: 10 }))).toEqual(first)
    expect(await ledger.startSale(aSale('t', { productId: CUP }))).toEqual(refusedWith('SALE_RUNNING'))
  })

  test('its product comes to the front, the others stay behind it, at most three', async () => {
    const shop = current()
    const pins = async () => (await shop.store.readRoom(SHOW))?.room.pins.productIds
    await shop.store.setPins(SHOW, [CUP], STAFF)
    const cursor = (await shop.store.readRoom(SHOW))?.cursor ?? 0

    await shop.ledger.startSale(aSale('s'))
    expect(await pins()).toEqual([SHIRT, CUP])
    expect((await shop.store.readRoomSince(SHOW, cursor)).room.pins?.productIds).toEqual([SHIRT, CUP])

    await shop.store.setPins(SHOW, [CUP], STAFF)
    await shop.ledger.startSale(aSale('s'))
    await shop.ledger.stopSale(idOf('s'))
    expect(await pins()).toEqual([CUP])
  })

  test('it leaves the pins alone where staff say so, and where its product is in front', async () => {
    const shop = current()
    const pins = async () => (await shop.store.readRoom(SHOW))?.room.pins
    await shop.store.setPins(SHOW, [CUP, SHIRT], STAFF)
    const before = await pins()

    await shop.ledger.startSale(aSale('s', { toFront: false }))
    expect(await pins()).toEqual(before)
    await shop.ledger.stopSale(idOf('s'))
    await shop.ledger.startSale(aSale('t', { productId: CUP }))
    expect(await pins()).toEqual(before)
  })

  test('time ends it by itself, and the next may start before any sweep', async () => {
    const { ledger, clock } = current()
    await ledger.startSale(aSale('s'))
    clock.advance(61_000)

    expect(await ledger.startSale(aSale('t', { productId: CUP }))).toMatchObject({ ok: true, value: { id: 't' } })
    expect(await ledger.stopSale(idOf('s'))).toEqual(refusedWith('SALE_OVER'))
  })

  test('the sweeper ends it with its reason', async () => {
    const shop = current()
    await shop.ledger.startSale(aSale('s'))
    shop.clock.advance(61_000)

    expect(await shop.ledger.sweep(10)).toBe(1)
    expect(await saleOf(shop)).toMatchObject({ endReason: 'time', endedAt: shop.clock.now() })
  })

  test('stopping it and ending the show leave holds alive, and their units return to both pools', async () => {
    const shop = current()
    const { ledger, offers } = shop
    await ledger.startSale(aSale('s'))
    await ledger.place(aHold('a', 'va', [[offers.small, 2]]))

    expect(await ledger.endShow({ showId: SHOW, by: STAFF })).toMatchObject({ value: { phase: 'ended' } })
    expect(await saleOf(shop)).toMatchObject({ endReason: 'show_ended', taken: 2 })
    await ledger.release({ holdId: HoldId.parse('a'), viewerId: ViewerId.parse('va') })

    expect(await saleOf(shop)).toMatchObject({ free: 4, taken: 0 })
    expect(await shop.pool(offers.small)).toMatchObject({ free: 5 })
    expect(await ledger.endShow({ showId: SHOW, by: STAFF })).toEqual(refusedWith('SHOW_ENDED'))
  })
}
