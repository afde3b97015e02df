// What every database must hold to at the counter: what is redeemed there is redeemed once, and is worth nothing anywhere else.
import { CODE_MS, type CounterThing } from '@lantern/shared/contract/counter.ts'
import { HoldId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { describe, expect, test } from 'vitest'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, authorised, paid, refunded, SHOW, STAFF, type TestShop } from '../../ledger/proofs/testShop.ts'
import {
  aCouponOf,
  aGroupWithLeader,
  aGroupWithPoint,
  ANN,
  atCounter,
  BOB,
  codeOf,
  DAY,
  opensCounter,
  readOwn,
} from '../../testing/counterShop.ts'

export function counterContract(name: string, makePlace: PlaceMaker): void {
  describe(`the counter on ${name}`, () => {
    const current = withShop(makePlace)
    const shop = () => current().shop
    coupons(shop)
    orders(shop)
    codes(shop)
    lists(shop)
  })
}

const used = { ok: false, code: 'COUNTER_USED' }
const refusedWith = (code: string) => ({ ok: false, code })

function coupons(current: () => TestShop): void {
  test('a coupon is redeemed once; the same phone asking again has the same answer, anybody else reads when and where', async () => {
    const shop = current()
    const counter = await opensCounter(shop)
    const thing = await aCouponOf(shop, 'five')
    const found = await counter.find({ code: await codeOf(counter, ANN, thing), showId: null })

    const first = await atCounter(shop, thing, { id: 'phone-one-1' })
    const again = await atCounter(shop, thing, { id: 'phone-one-1', place: 'somewhere else' })
    const other = await atCounter(shop, thing, { id: 'phone-two-1' })

    expect(first).toMatchObject({ ok: true, value: { place: 'Main Street', by_staff: STAFF } })
    expect(again).toEqual(first)
    expect(other).toMatchObject({ ...used, detail: { place: 'Main Street', at: shop.clock.now() } })
    expect(await readOwn(shop)).toEqual(['five.1 used -'])
    expect(found).toMatchObject({ ok: true, value: { ...thing, showId: SHOW } })
    if (found.ok)
      expect(await counter.look(found.value)).toMatchObject({ value: { why: 'COUNTER_USED', title: 'five' } })
    expect(await counter.show(ANN, thing)).toMatchObject({ value: { is: 'redeemed', place: 'Main Street' } })
  })

  test('of many phones at once one redeems it', async () => {
    const shop = current()
    await opensCounter(shop)
    const thing = await aCouponOf(shop, 'five')

    const all = await Promise.all(
      Array.from({ length: 12 }, (_, n) => atCounter(shop, thing, { id: `phone-number-${n}` })),
    )

    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(all.filter((one) => !one.ok && one.code === 'COUNTER_USED')).toHaveLength(11)
  })

  test('one that was redeemed comes off no hold, and one that a hold keeps is not redeemed until it is given up', async () => {
    const shop = current()
    await opensCounter(shop)
    const thing = await aCouponOf(shop, 'five')
    const hold = aHold('h', ANN, [[shop.offers.cup, 1]])
    expect(await shop.ledger.place(hold)).toMatchObject({ value: { totalMinor: 1500 } })

    expect(await atCounter(shop, thing)).toMatchObject(refusedWith('COUNTER_COUPON_KEPT'))
    await shop.ledger.release(hold)
    expect(await atCounter(shop, thing)).toMatchObject({ ok: true })

    const next = await shop.ledger.place(aHold('i', ANN, [[shop.offers.cup, 1]]))
    expect(next).toMatchObject({ value: { totalMinor: 2000 } })
  })

  test('a hold and the counter that want it in one moment: one of both has it', async () => {
    const shop = current()
    await opensCounter(shop)
    const thing = await aCouponOf(shop, 'five')

    const [held, redeemed] = await Promise.all([
      shop.ledger.place(aHold('h', ANN, [[shop.offers.cup, 1]])),
      atCounter(shop, thing),
    ])

    const isOff = held.ok && held.value.totalMinor === 1500
    expect(isOff).toBe(!redeemed.ok)
  })

  test('what was paid with it, taken back, run out, or not taken here is refused, each by its own word', async () => {
    const shop = current()
    const counter = await opensCounter(shop)
    const spent = await aCouponOf(shop, 'spent')
    await shop.ledger.place(aHold('h', ANN, [[shop.offers.cup, 1]]))
    await shop.ledger.report(paid('h', 'o', { amountMinor: 1500 }))
    expect(await atCounter(shop, spent)).toMatchObject(refusedWith('COUNTER_COUPON_PAID'))

    const erased = await aCouponOf(shop, 'erased', 'bob')
    await shop.store.eraseViewer({ showId: SHOW, viewerId: BOB, by: STAFF })
    expect(await atCounter(shop, erased)).toMatchObject(refusedWith('COUNTER_TAKEN_BACK'))

    const old = await aCouponOf(shop, 'old')
    shop.clock.advance(DAY)
    expect(await atCounter(shop, old)).toMatchObject(refusedWith('COUNTER_COUPON_OVER'))
    expect(await counter.show(ANN, old)).toMatchObject({ value: { is: 'no', why: 'COUNTER_COUPON_OVER' } })

    await counter.setRules({ coupons: false, orders: true }, STAFF)
    expect(await counter.show(ANN, await aCouponOf(shop, 'more'))).toMatchObject(refusedWith('COUNTER_CLOSED'))
  })

  test('an order that is paid late finds its coupon redeemed: both stand, and it stays redeemed when that order goes back', async () => {
    const shop = current()
    await opensCounter(shop)
    const thing = await aCouponOf(shop, 'five')
    const hold = aHold('h', ANN, [[shop.offers.cup, 1]])
    await shop.ledger.place(hold)
    await shop.ledger.release(hold)
    expect(await atCounter(shop, thing)).toMatchObject({ ok: true })

    await shop.ledger.report(paid('h', 'o', { amountMinor: 1500 }))
    expect(await readOwn(shop)).toEqual(['five.1 used -'])
    expect(await shop.ledger.check()).toEqual([])
    await shop.ledger.report(refunded('h', 'o'))

    expect(await readOwn(shop)).toEqual(['five.1 used -'])
  })
}

function orders(current: () => TestShop): void {
  test('an order is handed out once it is paid; placed, unpaid, refunded and late ones are not', async () => {
    const shop = current()
    const { ledger, offers } = shop
    const counter = await opensCounter(shop)
    const redeem = (id: string) => atCounter(shop, anOrder(id), { id: `phone-${id}-1` })
    const place = async (id: string, viewer = 'ann') => {
      expect(await ledger.place(aHold(id, viewer, [[offers.cup, 1]]))).toMatchObject({ ok: true })
    }
    await place('held')
    expect(await redeem('held')).toMatchObject(refusedWith('COUNTER_UNPAID'))
    await ledger.report(authorised('held', 'o'))
    expect(await redeem('held')).toMatchObject(refusedWith('COUNTER_UNPAID'))
    await ledger.report(paid('held', 'o', { amountMinor: 2000 }))

    const found = await counter.find({ code: await codeOf(counter, ANN, anOrder('held')), showId: null })
    const look = found.ok ? await counter.look(found.value) : found
    expect(look).toMatchObject({
      value: { kind: 'order', why: null, orderId: 'o', totalMinor: 2000, backMinor: 0, lines: [{ quantity: 1 }] },
    })
    expect(await redeem('held')).toMatchObject({ ok: true })
    expect(await redeem('held')).toMatchObject({ ok: true })
    expect(await atCounter(shop, anOrder('held'), { id: 'another-phone' })).toMatchObject(used)

    await place('back', 'bob')
    await ledger.report(paid('back', 'p', { amountMinor: 2000 }))
    await ledger.report(refunded('back', 'p'))
    expect(await redeem('back')).toMatchObject(refusedWith('COUNTER_REFUNDED'))
  })

  test('an order that no unit was free for waits for staff, and one that a group fetches is not handed out here', async () => {
    const shop = current()
    await opensCounter(shop)
    const via = await aGroupWithPoint(shop)
    await shop.ledger.place({ ...aHold('ours', 'ann', [[shop.offers.cup, 1]]), via })
    await shop.ledger.report(paid('ours', 'o', { amountMinor: 2000 }))
    expect(await atCounter(shop, anOrder('ours'))).toMatchObject(refusedWith('COUNTER_WITH_GROUP'))

    const gone = aHold('late', 'bob', [[shop.offers.small, 5]])
    await shop.ledger.place(gone)
    await shop.ledger.release(gone)
    await shop.ledger.place(aHold('all', 'eve', [[shop.offers.small, 5]]))
    await shop.ledger.report(paid('late', 'p', { amountMinor: 5000 }))

    expect(await atCounter(shop, anOrder('late'))).toMatchObject(refusedWith('COUNTER_UNDECIDED'))
  })

  test('what a leader has handed over is not handed out again, also once the leader’s page is gone', async () => {
    const shop = current()
    const counter = await opensCounter(shop)
    const leader = await aGroupWithLeader(shop)
    const hold = { ...aHold('ours', 'ann', [[shop.offers.cup, 1]]), via: leader.via }
    await shop.ledger.place(hold)
    await shop.ledger.report(paid('ours', 'o', { amountMinor: 2000 }))
    expect(await leader.handOver(hold.holdId)).toMatchObject({ ok: true, value: { conflicts: [] } })
    await leader.endPage()

    expect(await counter.show(ANN, anOrder('ours'))).toMatchObject({ value: { is: 'no', why: 'COUNTER_WITH_GROUP' } })
    expect(await atCounter(shop, anOrder('ours'))).toMatchObject(refusedWith('COUNTER_WITH_GROUP'))
  })

  test('an id that has redeemed one thing redeems no other', async () => {
    const shop = current()
    await opensCounter(shop)
    expect(await atCounter(shop, await aCouponOf(shop, 'one'), { id: 'phone-one-1' })).toMatchObject({ ok: true })

    const other = await atCounter(shop, await aCouponOf(shop, 'two'), { id: 'phone-one-1' })

    expect(other).toMatchObject(refusedWith('COUNTER_ID_TAKEN'))
    expect(await readOwn(shop)).toEqual(['one.1 used -', 'two.1 granted -'])
  })
}

const anOrder = (id: string): CounterThing => ({ kind: 'order', ref: HoldId.parse(id) })

function codes(current: () => TestShop): void {
  test('a code is its viewer’s alone, stays while it is young, and is good for five minutes', async () => {
    const shop = current()
    const counter = await opensCounter(shop)
    const thing = await aCouponOf(shop, 'five')
    const code = await codeOf(counter, ANN, thing)
    expect(await codeOf(counter, ANN, thing)).toBe(code)
    expect(await counter.show(BOB, thing)).toMatchObject(refusedWith('COUNTER_NOT_YOURS'))
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toLowerCase()}`
    expect(await counter.find({ code: typed, showId: SHOW })).toMatchObject({ ok: true })

    shop.clock.advance(CODE_MS / 2)
    const next = await codeOf(counter, ANN, thing)
    expect(next).not.toBe(code)
    expect(await counter.find({ code, showId: null })).toMatchObject({ ok: true })
    shop.clock.advance(CODE_MS / 2)

    expect(await counter.find({ code, showId: null })).toMatchObject(refusedWith('COUNTER_CODE_OLD'))
    expect(await counter.find({ code: next, showId: null })).toMatchObject({ ok: true })
  })

  test('what has redeemed it already is answered although its code has run out', async () => {
    const shop = current()
    const counter = await opensCounter(shop)
    const thing = await aCouponOf(shop, 'five')
    const code = await codeOf(counter, ANN, thing)
    await atCounter(shop, thing, { id: 'phone-one-1' })
    shop.clock.advance(CODE_MS)

    expect(await counter.find({ code, showId: null, id: 'phone-one-1' })).toMatchObject({ ok: true })
    expect(await counter.find({ code, showId: null, id: 'phone-two-1' })).toMatchObject(refusedWith('COUNTER_CODE_OLD'))
  })

  test('made-up codes, those of elsewhere and those of another show are told apart', async () => {
    const shop = current()
    const counter = await opensCounter(shop)
    const code = await codeOf(counter, ANN, await aCouponOf(shop, 'five'))
    const forged = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2')
    const find = (typed: string, showId: ShowId | null = null) => counter.find({ code: typed, showId })

    expect(await find(forged)).toMatchObject(refusedWith('COUNTER_CODE_FORGED'))
    expect(await find('https://other.shop/c/1')).toMatchObject(refusedWith('COUNTER_CODE_FOREIGN'))
    expect(await find('')).toMatchObject(refusedWith('COUNTER_CODE_FOREIGN'))
    expect(await find(code, ShowId.parse('another'))).toMatchObject(refusedWith('COUNTER_OTHER_SHOW'))
  })

  test('a viewer who is erased takes their codes along', async () => {
    const shop = current()
    const counter = await opensCounter(shop)
    const code = await codeOf(counter, ANN, await aCouponOf(shop, 'five'))

    await shop.store.eraseViewer({ showId: SHOW, viewerId: ANN, by: STAFF })

    expect(await counter.find({ code, showId: null })).toMatchObject(refusedWith('COUNTER_CODE_OLD'))
  })
}

function lists(current: () => TestShop): void {
  test('a day lists what was redeemed in it, the latest first, with who it was', async () => {
    const shop = current()
    const counter = await opensCounter(shop)
    const from = shop.clock.now()
    await atCounter(shop, await aCouponOf(shop, 'one'), { id: 'phone-one-1' })
    shop.clock.advance(1000)
    const unknown = StaffId.parse('gone')
    await atCounter(shop, await aCouponOf(shop, 'two'), { id: 'phone-one-2', by: unknown, place: 'Till 2' })

    const listed = await counter.list({ from, to: from + 1001 })

    expect(listed.map(({ what, place, by }) => [what, place, by])).toEqual([
      ['two', 'Till 2', null],
      ['one', 'Main Street', null],
    ])
    expect(await counter.list({ from, to: from + 1000 })).toHaveLength(1)
    expect(await counter.redemption('phone-one-1')).toMatchObject({ place: 'Main Street' })
  })
}
