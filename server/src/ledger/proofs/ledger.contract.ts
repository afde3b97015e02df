// What every database must hold to: the ledger's promises as tests, run against whatever `makePlace` gives.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { LEDGER_POLICY } from '../createLedger.ts'
import { commitBatch } from '../jobs/commitBatch.ts'
import { aHold, openShop, opened, cancelled, paid, refunded, sqlitePlace, SHOW, STAFF } from './testShop.ts'
import type { DatabasePlace, TestShop } from './testShop.ts'

export type PlaceMaker = () => Promise<DatabasePlace>
export const sqlitePlaces: PlaceMaker = sqlitePlace

/** Opens a shop before each test and afterwards checks that no unit has drifted. */
export function withShop(makePlace: PlaceMaker): () => { shop: TestShop; place: DatabasePlace } {
  let current: { shop: TestShop; place: DatabasePlace } | null = null
  beforeEach(async () => {
    const place = await makePlace()
    current = { place, shop: await openShop(place) }
  })
  afterEach(async () => {
    if (!current) return
    const drift = await current.shop.ledger.check()
    await current.shop.close()
    await current.place.drop()
    expect(drift).toEqual([])
  })
  return () => {
    if (!current) throw new Error('the shop is not open yet')
    return current
  }
}

export function ledgerContract(name: string, makePlace: PlaceMaker): void {
  describe(`placing holds on ${name}`, () => placing(withShop(makePlace)))
  describe(`a hold's life on ${name}`, () => living(withShop(makePlace)))
  describe(`payments on ${name}`, () => paying(withShop(makePlace)))
}

type Shop = ReturnType<typeof withShop>

const refusedWith = (code: string) => expect.objectContaining({ ok: false, code })
const inState = (state: string) => expect.objectContaining({ ok: true, value: expect.objectContaining({ state }) })

function placing(current: Shop): void {
  test('never sells more units than allotted, however many ask at once', async () => {
    const { ledger, offers, pool } = current().shop

    const asked = Array.from({ length: 300 }, (_, n) => ledger.place(aHold(`h${n}`, `v${n}`, [[offers.cup, 1]])))
    const outcomes = await Promise.all(asked)

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(10)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'SOLD_OUT')).toHaveLength(290)
    expect(await pool(offers.cup)).toEqual({ allotted: 10, free: 0, taken: 10, paid: 0 })
  })

  test('two viewers and the last unit: one hold, one true "sold out"', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.small, 4]]))

    const two = [aHold('b', 'vb', [[offers.small, 1]]), aHold('c', 'vc', [[offers.small, 1]])]
    const outcomes = await Promise.all(two.map((request) => ledger.place(request)))

    expect(outcomes[0]).toEqual(inState('held'))
    expect(outcomes[1]).toEqual(refusedWith('SOLD_OUT'))
  })

  test('all lines are granted or none', async () => {
    const { ledger, offers, pool } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.small, 5]]))

    const both = aHold('b', 'vb', [
      [offers.cup, 1],
      [offers.small, 1],
    ])
    expect(await ledger.place(both)).toEqual(refusedWith('SOLD_OUT'))
    expect(await pool(offers.cup)).toMatchObject({ free: 10, taken: 0 })
  })

  test('a granted id gives the same answer again, also in one batch and after a restart', async () => {
    const { shop, place } = current()
    const request = aHold('a', 'va', [[shop.offers.cup, 2]])

    const [first, second] = await Promise.all([shop.ledger.place(request), shop.ledger.place(request)])
    const other = await openShop(place, { clock: shop.clock })
    const third = await other.ledger.place(request)
    await other.close()

    expect(second).toEqual(first)
    expect(third).toEqual(first)
    expect(await shop.pool(shop.offers.cup)).toMatchObject({ free: 8 })
  })

  test('a granted id with another body or from another viewer is taken', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 2]]))

    expect(await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))).toEqual(refusedWith('HOLD_ID_TAKEN'))
    expect(await ledger.place(aHold('a', 'vb', [[offers.cup, 2]]))).toEqual(refusedWith('HOLD_ID_TAKEN'))
  })

  test('a refused id may be asked again', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.small, 5]]))
    const request = aHold('b', 'vb', [[offers.small, 1]])
    expect(await ledger.place(request)).toEqual(refusedWith('SOLD_OUT'))
    await ledger.release({ holdId: HoldId.parse('a'), viewerId: ViewerId.parse('va') })

    expect(await ledger.place(request)).toEqual(inState('held'))
  })

  test('a second hold on the same offer is refused with the first one', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))

    const second = await ledger.place(
      aHold('b', 'va', [
        [offers.cup, 1],
        [offers.small, 1],
      ]),
    )

    expect(second).toMatchObject({ ok: false, code: 'ALREADY_HELD', detail: { hold: { id: 'a' } } })
  })

  test('the limit per viewer counts held, paying and paid units', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 4]]))
    await ledger.report(paid('a', 'order-a', { amountMinor: 8000 }))

    expect(await ledger.place(aHold('b', 'va', [[offers.cup, 2]]))).toEqual(refusedWith('LIMIT_REACHED'))
    expect(await ledger.place(aHold('c', 'va', [[offers.cup, 1]]))).toEqual(inState('held'))
  })

  test('says how many are free when fewer than asked for', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.small, 3]]))

    expect(await ledger.place(aHold('b', 'vb', [[offers.small, 3]]))).toMatchObject({
      code: 'NOT_ENOUGH',
      detail: { free: 2 },
    })
  })

  test('an ended show and an unknown offer grant nothing', async () => {
    const { ledger, offers } = current().shop
    const unknown = HoldId.parse('x')
    const lines = [{ offerId: offers.cup, quantity: 1 }]
    const elsewhere = { ...aHold('b', 'vb', []), lines, showId: SHOW, holdId: unknown }
    await ledger.endShow({ showId: SHOW, by: STAFF })

    expect(await ledger.place(elsewhere)).toEqual(refusedWith('NOT_OPEN'))
  })
}

function living(current: Shop): void {
  test('expires by the ledger’s clock, not before and never twice', async () => {
    const { ledger, offers, clock, pool } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 3]]))
    clock.advance(599_999)
    expect(await ledger.sweep(100)).toBe(0)
    clock.advance(1)

    const swept = await Promise.all([ledger.sweep(100), ledger.sweep(100)])

    expect(swept[0] + swept[1]).toBe(1)
    expect(await pool(offers.cup)).toMatchObject({ free: 10, taken: 0 })
  })

  test('a sweep leaves alone what other requests of its batch only looked at', async () => {
    const { ledger, database, offers, clock } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))
    clock.advance(600_000)
    await ledger.place(aHold('b', 'vb', [[offers.large, 1]]))
    clock.advance(600_000)

    const requests = [
      { kind: 'place', input: aHold('c', 'vb', [[offers.small, 1]]) },
      { kind: 'sweep', input: { limit: 1 } },
    ] as const
    const { value } = await database.run(commitBatch, { requests, policy: LEDGER_POLICY })

    expect(value.answers).toMatchObject({ place: [{ ok: true }], sweep: [1] })
  })

  test('a released hold gives its units back at once, and releasing again answers the same', async () => {
    const { ledger, offers, pool } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 3]]))
    const request = { holdId: HoldId.parse('a'), viewerId: ViewerId.parse('va') }

    const first = await ledger.release(request)

    expect(first).toEqual(inState('released'))
    expect(await ledger.release(request)).toEqual(first)
    expect(await pool(offers.cup)).toMatchObject({ free: 10, taken: 0 })
  })

  test('only its own viewer may release a hold', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 3]]))

    const stranger = { holdId: HoldId.parse('a'), viewerId: ViewerId.parse('vb') }
    expect(await ledger.release(stranger)).toEqual(refusedWith('HOLD_NOT_FOUND'))
  })

  test('opening the checkout puts the deadline off once', async () => {
    const { ledger, offers, clock } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))
    clock.advance(590_000)
    const first = await ledger.report(opened('a'))
    await ledger.report(cancelled('a'))
    clock.advance(200_000)
    const second = await ledger.report(opened('a'))

    expect(first).toMatchObject({ value: { state: 'paying', expiresAt: clock.now() + 100_000 } })
    expect(second).toMatchObject({ value: { state: 'paying', expiresAt: clock.now() + 100_000 } })
  })

  test('a shop event that comes again does not act again', async () => {
    const { ledger, offers } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))
    await ledger.report(opened('a', 'e1'))
    await ledger.report(cancelled('a'))

    expect(await ledger.report(opened('a', 'e1'))).toEqual(inState('held'))
  })

  test('a checkout opened too late opens nothing', async () => {
    const { ledger, offers, clock } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))
    clock.advance(600_000)

    expect(await ledger.report(opened('a'))).toEqual(inState('expired'))
  })
}

function paying(current: Shop): void {
  test('a paid hold keeps its units, and the same order twice is one order', async () => {
    const { ledger, offers, pool, store } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))

    await ledger.report(paid('a', 'order-1', { eventId: 'e1' }))
    await ledger.report(paid('a', 'order-1', { eventId: 'e1' }))
    const last = await ledger.report(paid('a', 'order-1', { eventId: 'e2' }))

    expect(last).toEqual(inState('paid'))
    expect(await pool(offers.cup)).toMatchObject({ free: 9, taken: 1, paid: 1 })
    expect((await store.readRoom(SHOW))?.desk.orders).toHaveLength(1)
  })

  test('paid after expiry: paid while units are free, else late_paid', async () => {
    const { ledger, offers, clock, store } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.small, 3]]))
    await ledger.place(aHold('b', 'vb', [[offers.small, 2]]))
    clock.advance(600_000)
    await ledger.sweep(100)
    await ledger.place(aHold('c', 'vc', [[offers.small, 3]]))

    expect(await ledger.report(paid('a', 'order-a', { amountMinor: 6000 }))).toEqual(inState('late_paid'))
    expect(await ledger.report(paid('b', 'order-b', { amountMinor: 4000 }))).toEqual(inState('paid'))
    const totals = (await store.readRoom(SHOW))?.desk.totals
    expect(totals).toEqual({ held: 3, paid: 2, soldMinor: 4000, needsYou: 1 })
  })

  test('a second payment goes to staff and leaves the hold alone, also when it is refunded', async () => {
    const { ledger, offers, store, pool } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))
    await ledger.report(paid('a', 'order-1'))

    expect(await ledger.report(paid('a', 'order-2'))).toMatchObject({ value: { state: 'paid', orderId: 'order-1' } })
    expect((await store.readRoom(SHOW))?.desk.orders[0]).toMatchObject({
      state: 'second_payment',
      matter: 'second_payment',
    })
    expect(await ledger.report(refunded('a', 'order-2'))).toEqual(inState('paid'))
    expect(await pool(offers.cup)).toMatchObject({ paid: 1 })
  })

  test('a refund gives the units back', async () => {
    const { ledger, offers, pool } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 2]]))
    await ledger.report(paid('a', 'order-1', { amountMinor: 4000 }))

    expect(await ledger.report(refunded('a'))).toEqual(inState('refunded'))
    expect(await pool(offers.cup)).toEqual({ allotted: 10, free: 10, taken: 0, paid: 0 })
  })

  test('a wrong amount is paid, and staff are told', async () => {
    const { ledger, offers, store } = current().shop
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))

    expect(await ledger.report(paid('a', 'order-1', { amountMinor: 1 }))).toEqual(inState('paid'))
    expect((await store.readRoom(SHOW))?.desk.orders[0]).toMatchObject({ state: 'paid', matter: 'amount_differs' })
  })

  test('a payment for a hold that was never granted is HOLD_NOT_FOUND', async () => {
    expect(await current().shop.ledger.report(paid('nobody', 'order-1'))).toEqual(refusedWith('HOLD_NOT_FOUND'))
  })
}
