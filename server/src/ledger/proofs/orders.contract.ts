// What every database must hold to for orders that a shop cancels, and for messages of a shop that come in any order.
import { describe, expect, test } from 'vitest'
import { HoldId, OrderId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import { withShop } from './ledger.contract.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import type { SettleOrder, ShopFact } from '../ledger.ts'
import { aHold, authorised, cancelled, opened, openShop, paid, refunded, SHOW, STAFF } from './testShop.ts'
import type { TestShop } from './testShop.ts'

export function ordersContract(name: string, makePlace: PlaceMaker): void {
  describe(`orders that ${name} is told are cancelled`, () => cancelling(makePlace))
  describe(`what ${name} is told before the payment`, () => tellingEarly(makePlace))
  describe(`orders whose money ${name} waits for`, () => authorising(makePlace))
}

const inState = (state: string) => expect.objectContaining({ value: expect.objectContaining({ state }) })
const PAID = { amountMinor: 4000 }

async function ordersOf({ store }: TestShop): Promise<readonly StaffOrder[]> {
  return (await store.readRoom(SHOW))?.desk.orders ?? []
}

async function holdTwo({ ledger, offers }: TestShop): Promise<void> {
  await ledger.place(aHold('a', 'va', [[offers.cup, 2]]))
}

function cancelling(makePlace: PlaceMaker): void {
  const current = withShop(makePlace)
  const shop = () => current().shop
  const settle = (choice: SettleOrder['choice']) => {
    const ids = { holdId: HoldId.parse('a'), orderId: OrderId.parse('order-1') }
    return shop().ledger.settleOrder({ showId: SHOW, ...ids, choice, by: STAFF })
  }
  const cancelPaid = async () => {
    await holdTwo(shop())
    await shop().ledger.report(paid('a', 'order-1', PAID))
    return shop().ledger.report(cancelled('a', 'order-1'))
  }

  test('a paid order that is cancelled gives its units back, sells nothing, and staff see to its money', async () => {
    expect(await cancelPaid()).toEqual(inState('refunded'))

    expect(await shop().pool(shop().offers.cup)).toEqual({ allotted: 10, free: 10, taken: 0, paid: 0 })
    expect(await ordersOf(shop())).toMatchObject([{ orderId: 'order-1', state: 'cancelled', matter: 'cancelled' }])
    expect((await shop().store.readRoom(SHOW))?.desk.totals).toMatchObject({ soldMinor: 0, needsYou: 1 })
    expect(await shop().ledger.check()).toEqual([])
  })

  test('its money comes back by the shop, or by staff, or staff say that it has', async () => {
    await cancelPaid()
    await shop().ledger.report(cancelled('a', 'order-1'))

    expect(await settle('supply')).toMatchObject({ code: 'ORDER_SETTLED' })
    expect(await settle('accept')).toMatchObject({ value: { state: 'cancelled', matter: null } })
    expect(await settle('refund_back')).toMatchObject({ value: { state: 'refunded', matter: null, refund: 'asked' } })
    await shop().ledger.report(refunded('a', 'order-1'))
    expect(await ordersOf(shop())).toMatchObject([{ state: 'refunded', refund: 'done' }])
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ free: 10, taken: 0 })
  })

  test('refunded after it was cancelled it is refunded, and nothing is left to do', async () => {
    await cancelPaid()

    await shop().ledger.report(refunded('a', 'order-1', 1500))
    expect(await ordersOf(shop())).toMatchObject([{ state: 'cancelled', matter: 'cancelled', backMinor: 1500 }])
    await shop().ledger.report(refunded('a', 'order-1', 4000))
    expect(await ordersOf(shop())).toMatchObject([{ state: 'refunded', matter: null }])
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ free: 10 })
  })

  test('a second order that is cancelled leaves the first alone', async () => {
    await holdTwo(shop())
    for (const id of ['order-1', 'order-2']) await shop().ledger.report(paid('a', id, PAID))

    expect(await shop().ledger.report(cancelled('a', 'order-2'))).toEqual(inState('paid'))
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ taken: 2, paid: 2 })
    expect((await ordersOf(shop())).map(({ state }) => state).sort()).toEqual(['cancelled', 'paid'])
  })

  test('without its number it may be an older word: the order stays paid, and staff are asked', async () => {
    await holdTwo(shop())
    await shop().ledger.report(paid('a', 'order-1', PAID))

    expect(await shop().ledger.report(cancelled('a'))).toEqual(inState('paid'))
    expect(await ordersOf(shop())).toMatchObject([{ state: 'paid', matter: 'cancelled' }])
    expect(await settle('accept')).toMatchObject({ value: { state: 'paid', matter: null } })
  })

  test('a late payment that is cancelled asks for nothing but its money', async () => {
    const { ledger, offers, clock } = shop()
    await ledger.place(aHold('a', 'va', [[offers.small, 5]]))
    clock.advance(600_000)
    await ledger.sweep(10)
    await ledger.place(aHold('b', 'vb', [[offers.small, 5]]))
    await ledger.report(paid('a', 'order-1', { amountMinor: 10_000 }))

    expect(await ledger.report(cancelled('a', 'order-1'))).toEqual(inState('refunded'))
    expect(await ordersOf(shop())).toMatchObject([{ state: 'cancelled', matter: 'cancelled' }])
    expect(await shop().pool(offers.small)).toMatchObject({ free: 0, taken: 5, paid: 0 })
  })

  test('our own word that nobody got to the checkout cancels no order', async () => {
    await holdTwo(shop())
    await shop().ledger.report(paid('a', 'order-1', PAID))
    const left = { eventId: 'left', endpointId: 'shop', holdId: HoldId.parse('a'), type: 'checkout.left' } as const

    expect(await shop().ledger.report(left)).toEqual(inState('paid'))
    expect(await ordersOf(shop())).toMatchObject([{ state: 'paid', matter: null }])
  })
}

function tellingEarly(makePlace: PlaceMaker): void {
  const current = withShop(makePlace)
  const shop = () => current().shop

  /** Every order of telling comes to the same end, also when another process hears the rest. */
  async function tell(facts: readonly ShopFact[]): Promise<void> {
    await holdTwo(shop())
    for (const fact of facts) {
      const other = await openShop(current().place, { clock: shop().clock })
      await other.ledger.report(fact)
      await other.close()
    }
  }

  test.each([
    ['with its number', refunded('a', 'order-1')],
    ['without it', refunded('a')],
    ['with its amount', refunded('a', 'order-1', 4000)],
  ])('a refund %s that comes before its payment is not lost', async (_how, early) => {
    await tell([early, early, paid('a', 'order-1', PAID)])

    expect(await ordersOf(shop())).toMatchObject([{ orderId: 'order-1', state: 'refunded', matter: null }])
    expect(await shop().pool(shop().offers.cup)).toEqual({ allotted: 10, free: 10, taken: 0, paid: 0 })
    expect(await shop().ledger.check()).toEqual([])
  })

  test('a refund in part that comes first is seen on the order, the highest of several', async () => {
    await tell([refunded('a', 'order-1', 2000), refunded('a', 'order-1', 1000), paid('a', 'order-1', PAID)])

    expect(await ordersOf(shop())).toMatchObject([{ state: 'paid', matter: 'part_refunded', backMinor: 2000 }])
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ paid: 2 })
  })

  test('it is about its own order alone, and acts once', async () => {
    await tell([refunded('a', 'order-2'), paid('a', 'order-1', PAID)])
    expect(await ordersOf(shop())).toMatchObject([{ orderId: 'order-1', state: 'paid' }])

    for (const eventId of ['e2', 'e3']) await shop().ledger.report(paid('a', 'order-2', { ...PAID, eventId }))
    const states = (await ordersOf(shop())).map(({ orderId, state }) => `${orderId} ${state}`).sort()
    expect(states).toEqual(['order-1 paid', 'order-2 refunded'])
  })

  test('cancelled before it was paid, staff are asked: the shop may have taken it up again', async () => {
    await tell([cancelled('a', 'order-1'), paid('a', 'order-1', PAID)])

    expect(await ordersOf(shop())).toMatchObject([{ state: 'paid', matter: 'cancelled' }])
    expect(await shop().pool(shop().offers.cup)).toMatchObject({ paid: 2 })
  })

  test('of a second order it says nothing about the first', async () => {
    await tell([cancelled('a', 'order-2'), paid('a', 'order-1', PAID), paid('a', 'order-2', PAID)])
    const matters = (await ordersOf(shop())).map(({ orderId, matter }) => `${orderId} ${matter}`)
    expect(matters.sort()).toEqual(['order-1 null', 'order-2 second_payment'])
  })

  test('a checkout that was given up says nothing of the order that follows', async () => {
    await tell([cancelled('a'), paid('a', 'order-1', PAID)])

    expect(await ordersOf(shop())).toMatchObject([{ state: 'paid', matter: null }])
  })

  test('all in one batch come to the same', async () => {
    await holdTwo(shop())
    const { ledger } = shop()
    await Promise.all([refunded('a', 'order-1'), paid('a', 'order-1', PAID)].map((fact) => ledger.report(fact)))

    expect(await ordersOf(shop())).toMatchObject([{ state: 'refunded' }])
  })
}

function authorising(makePlace: PlaceMaker): void {
  const current = withShop(makePlace)
  const shop = () => current().shop
  const ids = { holdId: HoldId.parse('a'), orderId: OrderId.parse('order-1') }
  const letGo = () => shop().ledger.settleOrder({ showId: SHOW, ...ids, choice: 'let_go', by: STAFF })
  const pool = () => shop().pool(shop().offers.cup)

  /** At the checkout the order is placed; then its deadline passes. */
  async function waitForMoney(): Promise<void> {
    await holdTwo(shop())
    await shop().ledger.report(opened('a'))
    expect(await shop().ledger.report(authorised('a', 'order-1', 4000))).toEqual(inState('authorised'))
    shop().clock.advance(3_600_000)
    await shop().ledger.sweep(100)
  }

  test('its units stay with the buyer beyond the deadline, nothing lapses, and nobody else gets them', async () => {
    await waitForMoney()

    expect(await pool()).toEqual({ allotted: 10, free: 8, taken: 2, paid: 0 })
    const room = await shop().store.readRoom(SHOW)
    expect(room?.desk.holds).toMatchObject([{ id: 'a', state: 'authorised', orderId: 'order-1', reserved: true }])
    expect(room?.desk.orders).toMatchObject([{ orderId: 'order-1', state: 'authorised', matter: null }])
    expect(room?.desk.totals).toMatchObject({ held: 2, soldMinor: 0, needsYou: 0 })
    expect(room?.room.offers[0]).toMatchObject({ lapsed: 0 })
    expect(await shop().ledger.check()).toEqual([])
  })

  test('once its money is taken it is paid, as one order', async () => {
    await waitForMoney()

    expect(await shop().ledger.report(paid('a', 'order-1', PAID))).toEqual(inState('paid'))
    expect(await shop().ledger.report(authorised('a', 'order-1', 4000))).toEqual(inState('paid'))
    expect(await ordersOf(shop())).toMatchObject([{ state: 'paid', matter: null, amountMinor: 4000 }])
    expect(await pool()).toMatchObject({ taken: 2, paid: 2 })
    expect(await shop().ledger.check()).toEqual([])
  })

  test('the buyer cannot let it go or change it, and it counts as what the buyer has', async () => {
    await waitForMoney()
    const { ledger, offers } = shop()
    const own = { holdId: ids.holdId, viewerId: ViewerId.parse('va') }

    expect(await ledger.release(own)).toMatchObject({ code: 'HOLD_OVER' })
    expect(await ledger.change({ ...own, lines: [{ offerId: offers.cup, quantity: 1 }] })).toMatchObject({ ok: false })
    expect(await ledger.place(aHold('b', 'va', [[offers.cup, 4]]))).toMatchObject({ code: 'LIMIT_REACHED' })
    expect(await ledger.place(aHold('b', 'va', [[offers.cup, 3]]))).toMatchObject({ ok: true })
  })

  test('cancelled by the shop it goes back: held while its time runs, else over, and no lapse', async () => {
    await holdTwo(shop())
    await shop().ledger.report(authorised('a', 'order-1', 4000))
    expect(await shop().ledger.report(cancelled('a', 'order-1'))).toEqual(inState('held'))
    await shop().ledger.report(authorised('a', 'order-2', 4000))
    shop().clock.advance(3_600_000)

    expect(await shop().ledger.report(cancelled('a', 'order-2'))).toEqual(inState('expired'))
    expect(await pool()).toEqual({ allotted: 10, free: 10, taken: 0, paid: 0 })
    expect((await shop().store.readRoom(SHOW))?.room.offers[0]).toMatchObject({ lapsed: 0 })
    expect((await ordersOf(shop())).map(({ state, matter }) => [state, matter])).toEqual([
      ['voided', null],
      ['voided', null],
    ])
    expect(await shop().ledger.check()).toEqual([])
  })

  test('staff let it go; taken after all, its money is a late payment like any other', async () => {
    await waitForMoney()

    expect(await letGo()).toMatchObject({ value: { state: 'voided' } })
    expect(await letGo()).toMatchObject({ value: { state: 'voided' } })
    expect(await pool()).toMatchObject({ free: 10, taken: 0 })
    expect(await shop().ledger.report(paid('a', 'order-1', PAID))).toEqual(inState('paid'))
    expect(await letGo()).toMatchObject({ code: 'ORDER_SETTLED' })
    expect(await ordersOf(shop())).toMatchObject([{ orderId: 'order-1', state: 'paid' }])
    expect(await shop().ledger.check()).toEqual([])
  })

  test('paid by another order the first is waited for no longer; taken, too, it is a second payment', async () => {
    await waitForMoney()

    await shop().ledger.report(paid('a', 'order-2', PAID))
    expect((await ordersOf(shop())).map(({ state }) => state).sort()).toEqual(['paid', 'voided'])
    expect(await shop().ledger.check()).toEqual([])
    await shop().ledger.report(paid('a', 'order-1', PAID))
    expect((await ordersOf(shop())).map(({ state }) => state).sort()).toEqual(['paid', 'second_payment'])
  })

  test('an order placed after the hold ran out takes its units again while they are free', async () => {
    await holdTwo(shop())
    shop().clock.advance(3_600_000)
    await shop().ledger.sweep(10)

    expect(await shop().ledger.report(authorised('a', 'order-1', 4000))).toEqual(inState('authorised'))
    expect(await pool()).toMatchObject({ free: 8, taken: 2 })
  })

  test('a refund before the capture waits for it; one order replaces another within a batch', async () => {
    await waitForMoney()
    const { ledger } = shop()
    const told = [refunded('a', 'order-1'), paid('a', 'order-1', PAID)]
    await Promise.all(told.map((fact) => ledger.report(fact)))
    expect(await ordersOf(shop())).toMatchObject([{ state: 'refunded', matter: null }])

    await ledger.place(aHold('b', 'vb', [[shop().offers.small, 1]]))
    await ledger.report(authorised('b', 'order-3'))
    await Promise.all([cancelled('b', 'order-3'), authorised('b', 'order-4')].map((fact) => ledger.report(fact)))
    await Promise.all([cancelled('b', 'order-4'), authorised('b', 'order-3')].map((fact) => ledger.report(fact)))
    expect((await ordersOf(shop())).map(({ orderId, state }) => `${orderId} ${state}`).sort()).toEqual([
      'order-1 refunded',
      'order-3 authorised',
      'order-4 voided',
    ])
    expect(await ledger.check()).toEqual([])
  })
}
