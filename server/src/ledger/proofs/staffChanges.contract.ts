// What every database must hold to when quantities, policies, allotments and orders change while a show is live.
import { describe, expect, test } from 'vitest'
import { HoldId, OrderId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { ChangeOffer, SettleOrder } from '../ledger.ts'
import { withShop } from './ledger.contract.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import { aHold, aSale, cancelled, opened, paid, refunded, SHOW, STAFF } from './testShop.ts'
import type { TestShop } from './testShop.ts'

export function deskContract(name: string, makePlace: PlaceMaker): void {
  describe(`changing quantities on ${name}`, () => changing(shopOf(makePlace)))
  describe(`changing offers on ${name}`, () => offering(shopOf(makePlace)))
  describe(`hoarding on ${name}`, () => hoarding(shopOf(makePlace)))
  describe(`settling orders on ${name}`, () => settling(shopOf(makePlace)))
}

function shopOf(makePlace: PlaceMaker): () => TestShop {
  const current = withShop(makePlace)
  return () => current().shop
}

const code = (name: string) => expect.objectContaining({ ok: false, code: name })

const changeOf = (id: string, lines: Parameters<typeof aHold>[2]) => {
  const { holdId, viewerId, lines: wanted } = aHold(id, `v${id}`, lines)
  return { holdId, viewerId, lines: wanted }
}

function changing(current: () => TestShop): void {
  test('a hold grows and shrinks at its price; what was granted still answers to its id', async () => {
    const { ledger, offers, pool, clock } = current()
    const asked = aHold('a', 'va', [[offers.cup, 2]])
    await ledger.place(asked)
    clock.advance(1000)

    const more = await ledger.change(changeOf('a', [[offers.cup, 4]]))
    expect(more).toMatchObject({ value: { totalMinor: 8000, expiresAt: clock.now() - 1000 + 600_000 } })
    expect(await pool(offers.cup)).toMatchObject({ free: 6, taken: 4 })
    await ledger.change(changeOf('a', [[offers.cup, 1]]))
    expect(await pool(offers.cup)).toMatchObject({ free: 9, taken: 1 })
    expect(await ledger.place(asked)).toMatchObject({ ok: true, value: { lines: [{ quantity: 1 }] } })
    expect(await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))).toEqual(code('HOLD_ID_TAKEN'))
  })

  test('all lines change or none, within limit and stock', async () => {
    const { ledger, offers, pool } = current()
    await ledger.place(
      aHold('a', 'va', [
        [offers.cup, 1],
        [offers.small, 1],
      ]),
    )
    await ledger.place(aHold('b', 'vb', [[offers.small, 3]]))

    const both = changeOf('a', [
      [offers.cup, 3],
      [offers.small, 3],
    ])
    expect(await ledger.change(both)).toMatchObject({ code: 'NOT_ENOUGH', detail: { free: 1 } })
    expect(await pool(offers.cup)).toMatchObject({ taken: 1 })
    expect(await ledger.change(changeOf('a', [[offers.cup, 6]]))).toEqual(code('LIMIT_REACHED'))
    expect(await ledger.change(changeOf('a', [[offers.large, 1]]))).toEqual(code('OFFER_NOT_FOUND'))
    expect(await ledger.change(changeOf('a', [[offers.cup, 5]]))).toMatchObject({ ok: true })
  })

  test('only a live hold that is not at the checkout changes, and only by its own viewer', async () => {
    const { ledger, offers, clock } = current()
    await ledger.place(aHold('a', 'va', [[offers.cup, 2]]))
    const change = changeOf('a', [[offers.cup, 1]])

    expect(await ledger.change({ ...change, viewerId: ViewerId.parse('other') })).toEqual(code('HOLD_NOT_FOUND'))
    await ledger.report(opened('a'))
    expect(await ledger.change(change)).toEqual(code('HOLD_PAYING'))
    await ledger.report(cancelled('a'))
    expect(await ledger.change(change)).toMatchObject({ ok: true })
    clock.advance(600_000)
    expect(await ledger.change(change)).toEqual(code('HOLD_OVER'))
  })

  test('more at a sale’s price only while it runs, and both pools move', async () => {
    const { ledger, offers, pool, store, clock } = current()
    await ledger.startSale(aSale('s', { units: 3, perViewer: 3 }))
    await ledger.place(aHold('a', 'va', [[offers.small, 1]]))

    expect(await ledger.change(changeOf('a', [[offers.small, 3]]))).toMatchObject({ value: { totalMinor: 4500 } })
    expect((await store.readRoom(SHOW))?.room.sale).toMatchObject({ free: 0, taken: 3 })
    await ledger.change(changeOf('a', [[offers.small, 1]]))
    expect((await store.readRoom(SHOW))?.room.sale).toMatchObject({ free: 2, taken: 1 })
    clock.advance(61_000)
    expect(await ledger.change(changeOf('a', [[offers.small, 2]]))).toEqual(code('SALE_OVER'))
    expect(await pool(offers.small)).toMatchObject({ taken: 1 })
  })
}

function offering(current: () => TestShop): void {
  const asked = (shop: TestShop, more: Partial<ChangeOffer>): ChangeOffer => {
    return { showId: SHOW, offerId: shop.offers.cup, by: STAFF, ...more }
  }

  test('the allotment rises and falls live, never below what is taken', async () => {
    const shop = current()
    await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 4]]))

    const low = await shop.ledger.changeOffer(asked(shop, { allotted: 3 }))
    expect(low).toMatchObject({ code: 'BELOW_TAKEN', detail: { taken: 4 } })
    expect(await shop.ledger.changeOffer(asked(shop, { allotted: 4 }))).toMatchObject({ value: { free: 0 } })
    expect(await shop.ledger.place(aHold('b', 'vb', [[shop.offers.cup, 1]]))).toEqual(code('SOLD_OUT'))
    expect(await shop.ledger.changeOffer(asked(shop, { allotted: 20 }))).toMatchObject({ value: { free: 16 } })
    expect(await shop.ledger.place(aHold('b', 'vb', [[shop.offers.cup, 1]]))).toMatchObject({ ok: true })
  })

  test('a new policy and new minutes bind new holds; those already given keep theirs', async () => {
    const shop = current()
    const { ledger, offers, pool } = shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 2]]))
    await ledger.changeOffer(asked(shop, { policy: 'first_paid', holdMs: 60_000, perViewer: 1 }))
    const loose = await ledger.place(aHold('b', 'vb', [[offers.cup, 1]]))

    expect(await pool(offers.cup)).toMatchObject({ taken: 2 })
    expect(loose).toMatchObject({ value: { expiresAt: shop.clock.now() + 60_000 } })
    expect(await ledger.place(aHold('c', 'vc', [[offers.cup, 2]]))).toEqual(code('LIMIT_REACHED'))
    await ledger.report(opened('b'))
    expect(await pool(offers.cup)).toMatchObject({ taken: 3 })
    await ledger.report(cancelled('b'))
    expect(await pool(offers.cup)).toMatchObject({ taken: 2 })
    await ledger.changeOffer(asked(shop, { policy: 'lock_on_hold' }))
    expect(await pool(offers.cup)).toMatchObject({ taken: 2 })
  })

  test('first paid: the one who pays when none is free is late', async () => {
    const shop = current()
    await shop.ledger.changeOffer(asked(shop, { policy: 'first_paid', allotted: 1 }))
    await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))
    await shop.ledger.place(aHold('b', 'vb', [[shop.offers.cup, 1]]))

    expect(await shop.ledger.report(paid('b', 'order-b'))).toMatchObject({ value: { state: 'paid' } })
    expect(await shop.ledger.report(opened('a'))).toMatchObject({ value: { state: 'held' } })
    expect(await shop.ledger.report(paid('a', 'order-a'))).toMatchObject({ value: { state: 'late_paid' } })
  })
}

function hoarding(current: () => TestShop): void {
  const letRunOut = async ({ ledger, clock, offers }: TestShop, id: string, viewer: string) => {
    const placed = await ledger.place({ ...aHold(id, viewer, [[offers.cup, 1]]), source: 'home' })
    clock.advance(600_000)
    await ledger.sweep(10)
    return placed
  }

  test('three holds that ran out unpaid: a pause, the next one twice as long; a payment forgives', async () => {
    const shop = current()
    for (const id of ['a', 'b', 'c']) expect(await letRunOut(shop, id, 'v')).toMatchObject({ ok: true })

    expect(await letRunOut(shop, 'd', 'v')).toMatchObject({ code: 'COOL_DOWN', retryAfterMs: 300_000 })
    expect(await letRunOut(shop, 'd', 'v')).toMatchObject({ ok: true })
    const fifth = await shop.ledger.place(aHold('e', 'v', [[shop.offers.cup, 1]]))
    expect(fifth).toMatchObject({ code: 'COOL_DOWN', retryAfterMs: 600_000 })
    await shop.ledger.report(paid('d', 'order-d'))
    expect(await shop.ledger.place(aHold('e', 'v', [[shop.offers.large, 1]]))).toMatchObject({ ok: true })
  })

  test('an address has a generous ceiling of its own, and staff see how many ran out', async () => {
    const shop = current()
    for (const id of ['a', 'b', 'c', 'd']) expect(await letRunOut(shop, id, `v${id}`)).toMatchObject({ ok: true })

    const offer = (await shop.store.readRoom(SHOW))?.room.offers.find(({ id }) => id === shop.offers.cup)
    expect(offer).toMatchObject({ lapsed: 4 })
    const { offers } = shop
    await shop.ledger.changeOffer({ showId: SHOW, offerId: offers.cup, by: STAFF, policy: 'first_paid' })
    expect((await shop.store.readRoom(SHOW))?.room.offers.find(({ id }) => id === offers.cup)).toMatchObject({
      lapsed: 0,
    })
  })

  test('what takes no units is no lapse', async () => {
    const shop = current()
    await shop.ledger.changeOffer({ showId: SHOW, offerId: shop.offers.cup, by: STAFF, policy: 'first_paid' })
    for (const id of ['a', 'b', 'c', 'd']) expect(await letRunOut(shop, id, 'v')).toMatchObject({ ok: true })
  })
}

function settling(current: () => TestShop): void {
  const settle = ({ ledger }: TestShop, id: string, choice: SettleOrder['choice']) => {
    const ids = { holdId: HoldId.parse(id), orderId: OrderId.parse(`order-${id}`) }
    return ledger.settleOrder({ showId: SHOW, ...ids, choice, by: STAFF })
  }
  const payLate = async ({ ledger, offers, clock }: TestShop) => {
    await ledger.place(aHold('a', 'va', [[offers.small, 1]]))
    clock.advance(600_000)
    await ledger.sweep(10)
    await ledger.place(aHold('b', 'vb', [[offers.small, 5]]))
    return ledger.report(paid('a', 'order-a'))
  }

  test('a late payment is supplied when units are free again', async () => {
    const shop = current()
    expect(await payLate(shop)).toMatchObject({ value: { state: 'late_paid' } })

    expect(await settle(shop, 'a', 'supply')).toEqual(code('NOT_ENOUGH_UNITS'))
    await shop.ledger.release({ holdId: HoldId.parse('b'), viewerId: ViewerId.parse('vb') })
    expect(await settle(shop, 'a', 'supply')).toMatchObject({ value: { state: 'paid', matter: null } })
    expect(await settle(shop, 'a', 'supply')).toMatchObject({ value: { state: 'paid' } })
    expect(await shop.pool(shop.offers.small)).toMatchObject({ taken: 1, paid: 1 })
  })

  test('a late payment is refunded, once, and touches no units', async () => {
    const shop = current()
    await payLate(shop)

    expect(await settle(shop, 'a', 'refund_back')).toMatchObject({ value: { state: 'refunded', matter: null } })
    expect(await settle(shop, 'a', 'refund_back')).toMatchObject({ value: { state: 'refunded' } })
    expect(await settle(shop, 'a', 'supply')).toEqual(code('ORDER_SETTLED'))
    expect(await shop.pool(shop.offers.small)).toMatchObject({ free: 0, taken: 5, paid: 0 })
  })

  test('refunded units go back on sale, or are gone', async () => {
    const shop = current()
    const { ledger, offers, pool } = shop
    for (const id of ['a', 'b', 'c']) {
      await ledger.place(aHold(id, `v${id}`, [[offers.cup, 2]]))
      await ledger.report(paid(id, `order-${id}`, { amountMinor: 4000 }))
    }

    await settle(shop, 'a', 'refund_back')
    expect(await pool(offers.cup)).toEqual({ allotted: 10, free: 6, taken: 4, paid: 4 })
    await settle(shop, 'b', 'refund_gone')
    expect(await pool(offers.cup)).toEqual({ allotted: 8, free: 6, taken: 2, paid: 2 })
    await ledger.report({ ...refunded('c'), type: 'order.refunded', units: 'gone' })
    expect(await pool(offers.cup)).toEqual({ allotted: 6, free: 6, taken: 0, paid: 0 })
  })

  test('an amount that differs is accepted by staff; orders nobody knows are not found', async () => {
    const shop = current()
    await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))
    await shop.ledger.report(paid('a', 'order-a', { amountMinor: 1 }))

    expect(await settle(shop, 'a', 'accept')).toMatchObject({ value: { state: 'paid', matter: null } })
    expect(await settle(shop, 'b', 'accept')).toEqual(code('ORDER_NOT_FOUND'))
  })
}
