// What every database must hold to for coupons: claimed once while there are any, the best one that fits is taken off a hold.
import { describe, expect, test } from 'vitest'
import { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, CUP, paid, SHOW, START_AT } from '../../ledger/proofs/testShop.ts'
import type { TestShop } from '../../ledger/proofs/testShop.ts'
import { createRoomMemory } from '../../realtime/roomState.ts'
import { codesWithCoupons } from './codes.contract.ts'
import { aCoupon, ANN, claim, endsWell, give, HOUR_MS, make, place, readOwn } from './couponShow.ts'
import { ordersWithCoupons } from './orders.contract.ts'

async function readShow({ store }: TestShop) {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  return record
}

export function couponContract(name: string, makePlace: PlaceMaker): void {
  describe(`coupons on ${name}`, () => {
    const current = withShop(makePlace)
    const shop = () => current().shop
    claims(shop)
    holds(shop)
    ordersWithCoupons(shop)
    codesWithCoupons(shop)
  })
}

function claims(current: () => TestShop): void {
  test('whoever claims one has it, once, while there are any; it is told in the room', async () => {
    const shop = current()
    await make(shop, 'c', { places: 2 })

    const first = await claim(shop, 'c')
    expect(await claim(shop, 'c')).toEqual(first)
    await claim(shop, 'c', 'bob')
    expect(await claim(shop, 'c', 'eve')).toMatchObject({ ok: false, code: 'ACTIVITY_FULL' })

    expect(await readOwn(shop)).toEqual(['c.1 granted -'])
    const room = await shop.store.readRoom(SHOW)
    expect(room?.room.coupons).toMatchObject([{ id: 'c', left: 0, used: null }])
    expect(
      room?.own.flatMap(({ viewerId, changes }) => changes.rewards?.map(({ id }) => [viewerId, id]) ?? []),
    ).toEqual([
      ['ann', 'c.1'],
      ['bob', 'c.2'],
    ])
  })

  test('nobody comes in once what it gives is over: it closes by then, also where staff would close it', async () => {
    const shop = current()
    const until = START_AT + HOUR_MS
    await make(shop, 'by-hand', { good: { until } })
    await make(shop, 'long', { good: { until } }, { lengthMs: 2 * HOUR_MS })
    await make(shop, 'later', { good: { until } }, { opensAt: until - 1, lengthMs: HOUR_MS, start: 'announced' })
    await make(shop, 'short', { good: { until } }, { lengthMs: HOUR_MS / 2 })
    expect((await readShow(shop)).room.coupons.map(({ id, closesAt }) => [id, closesAt])).toEqual([
      ['by-hand', until],
      ['long', until],
      ['later', until],
      ['short', START_AT + HOUR_MS / 2],
    ])
    shop.clock.advance(HOUR_MS - 1)
    expect(await claim(shop, 'by-hand')).toMatchObject({ ok: true })

    shop.clock.advance(1)

    expect(await claim(shop, 'by-hand', 'bob')).toMatchObject({ ok: false, code: 'ACTIVITY_OVER' })
    expect((await readShow(shop)).room.coupons.find(({ id }) => id === 'by-hand')).toMatchObject({ entries: 1 })
  })

  test('those who run the show, and their devices, are kept out', async () => {
    const shop = current()
    await make(shop, 'c')
    await shop.store.noteStaffViewer(ANN)

    expect(await claim(shop, 'c')).toMatchObject({ ok: false, code: 'STAFF_CANNOT_WIN' })
    expect(await readOwn(shop)).toEqual([])
  })

  test('what is over is no one’s any more', async () => {
    const shop = current()
    await give(shop, 'c')
    const { cursor = 0 } = (await shop.store.readRoom(SHOW)) ?? {}

    shop.clock.advance(HOUR_MS)
    await shop.ledger.sweep(100)

    expect(await readOwn(shop)).toEqual(['c.1 expired -'])
    const told = (await shop.store.readRoomSince(SHOW, cursor)).own
    expect(told).toMatchObject([{ viewerId: ANN, changes: { rewards: [{ id: 'c.1', state: 'expired' }] } }])
    expect(await place(shop, 'h', [[shop.offers.cup, 1]])).toMatchObject({ totalMinor: 2000 })
  })
}

function holds(current: () => TestShop): void {
  test('the best one that fits comes off, and stands in no other hold', async () => {
    const shop = current()
    await give(shop, 'small')
    await give(shop, 'best', { off: { percent: 50 } })
    await give(shop, 'dear', { off: { minor: 1900 }, fromMinor: 2001 })
    await give(shop, 'euros', { off: { minor: 1900 }, currency: 'EUR' })

    expect(await place(shop, 'h', [[shop.offers.small, 1]])).toMatchObject({ totalMinor: 1000 })
    expect(await place(shop, 'i', [[shop.offers.cup, 1]])).toMatchObject({ totalMinor: 1500 })

    const own = await readOwn(shop)
    expect(own.toSorted()).toEqual(['best.1 granted h', 'dear.1 granted -', 'euros.1 granted -', 'small.1 granted i'])
    await endsWell(shop)
  })

  test('staff see how many are kept for holds right now and what these take off, whatever becomes of a hold', async () => {
    const shop = current()
    const followed = createRoomMemory(await readShow(shop))
    const seen = async () => {
      followed.apply(await shop.store.readRoomSince(SHOW, followed.cursor()))
      expect(followed.desk().coupons).toEqual(createRoomMemory(await readShow(shop)).desk().coupons)
      return followed.desk().coupons.find(({ id }) => id === 'half')?.reserved
    }
    await give(shop, 'half', { off: { percent: 50 } })
    expect(await seen()).toEqual({ count: 0, minor: 0 })
    await claim(shop, 'half', 'bob')
    const { id: holdId } = await place(shop, 'h', [[shop.offers.cup, 1]])
    await place(shop, 'i bob', [[shop.offers.cup, 1]])
    expect(await seen()).toEqual({ count: 2, minor: 2000 })

    await shop.ledger.change({ holdId, viewerId: ANN, lines: [{ offerId: shop.offers.cup, quantity: 2 }] })
    expect(await seen()).toEqual({ count: 2, minor: 3000 })
    await shop.ledger.report(paid('h', 'o', { amountMinor: 2000 }))
    expect(await seen()).toEqual({ count: 1, minor: 1000 })
    await shop.ledger.release(aHold('i', 'bob', []))

    expect(await seen()).toEqual({ count: 0, minor: 0 })
    expect(followed.roomState().coupons).toMatchObject([{ id: 'half', used: null, reserved: null }])
  })

  test('one that is good for some products alone comes off these', async () => {
    const shop = current()
    await give(shop, 'c', { productIds: [CUP], off: { percent: 90 } })

    const { lines, totalMinor } = await place(shop, 'h', [
      [shop.offers.small, 1],
      [shop.offers.cup, 1],
    ])

    expect(totalMinor).toBe(2200)
    const off = lines.find(({ offerId }) => offerId === shop.offers.cup)?.adjustments
    expect(off).toEqual([{ kind: 'coupon', ref: 'c.1', amountMinor: 1800 }])
  })

  test('a hold that changes takes a better one, and the former is free', async () => {
    const shop = current()
    await give(shop, 'flat')
    await give(shop, 'rich', { off: { minor: 1500 }, fromMinor: 4000 })
    const { id: holdId } = await place(shop, 'h', [[shop.offers.cup, 1]])

    const change = (quantity: number) =>
      shop.ledger.change({ holdId, viewerId: ANN, lines: [{ offerId: shop.offers.cup, quantity }] })
    expect(await change(2)).toMatchObject({ value: { totalMinor: 2500 } })
    expect((await readOwn(shop)).toSorted()).toEqual(['flat.1 granted -', 'rich.1 granted h'])

    expect(await change(1)).toMatchObject({ value: { totalMinor: 1500 } })
    expect((await readOwn(shop)).toSorted()).toEqual(['flat.1 granted h', 'rich.1 granted -'])
    await endsWell(shop)
  })

  test('one of another show is taken, and both rooms are told', async () => {
    const shop = current()
    await shop.store.createShow({ id: ShowId.parse('before'), title: { en: 'Before' }, startsAt: START_AT })
    const before = { showId: ShowId.parse('before') }
    await shop.ledger.makeActivity(aCoupon('c', {}, before))
    const asked = { activityId: ActivityId.parse('c'), viewerId: ANN, requestId: 'r', via: null, watching: null }
    await shop.ledger.enter({ ...asked, ...before, kind: 'coupon', entry: {} })
    const known = (await shop.store.readRoom(before.showId))?.cursor ?? 0

    expect(await place(shop, 'h', [[shop.offers.cup, 1]])).toMatchObject({ totalMinor: 1500 })

    const kept = [{ viewerId: ANN, changes: { rewards: [{ id: 'c.1', holdId: 'h' }] } }]
    expect((await shop.store.readRoomSince(before.showId, known)).own).toMatchObject(kept)
    expect((await shop.store.readRoom(SHOW))?.own).toMatchObject(kept)
  })
}
