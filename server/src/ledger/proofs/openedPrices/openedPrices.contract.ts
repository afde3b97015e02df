// What every database must hold to for step prices: people who paid count once, live holds get the price, and the rest comes back once.
import { describe, expect, test } from 'vitest'
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { createLedger } from '../../createLedger.ts'
import { withShop } from '../ledger.contract.ts'
import type { PlaceMaker } from '../ledger.contract.ts'
import { aHold, aSale, CUP, openShop, opened, paid, refunded, SHOW, STAFF } from '../testShop.ts'
import { opening } from './opening.contract.ts'
import { aStepPrice, buy, end, find, holdOf, keptOf, room, settle, STEPS } from './stepShow.ts'
import { readOrders, readReached } from './testPriceJobs.ts'
import { withCoupons } from './withCoupons.contract.ts'

export function stepPriceContract(name: string, makePlace: PlaceMaker): void {
  describe(`steps that buyers reach on ${name}`, () => steps(withShop(makePlace), makePlace))
  describe(`differences that go back on ${name}`, () => differences(withShop(makePlace)))
  describe(`steps and coupons on ${name}`, () => withCoupons(withShop(makePlace)))
  describe(`step prices that are opened on ${name}`, () => opening(withShop(makePlace)))
}

function steps(current: ReturnType<typeof withShop>, makePlace: PlaceMaker): void {
  const shop = () => current().shop

  test('people count when they pay, each once, and a refund leaves the step reached', async () => {
    const { ledger, offers } = shop()
    await ledger.makeActivity(aStepPrice())
    await buy(shop(), 'ann')
    await ledger.place(aHold('again', 'ann', [[offers.cup, 1]]))
    await ledger.report(paid('again', 'o-again'))
    expect(await find(shop())).toMatchObject({ entries: 1 })

    await buy(shop(), 'bob')
    await ledger.report(refunded('h-ann', 'o-ann'))

    expect(await find(shop())).toMatchObject({ entries: 2 })
    expect(await ledger.place(aHold('next', 'cid', [[offers.cup, 2]]))).toMatchObject({
      value: {
        totalMinor: 3600,
        lines: [{ unitPriceMinor: 1800, adjustments: [{ kind: 'step_price', ref: STEPS, amountMinor: 400 }] }],
      },
    })
  })

  test('a hold that is paid in the instant it is placed counts its buyer once, also one who is in already', async () => {
    const { database, offers } = shop()
    const refused: Error[] = []
    const ledger = createLedger({ database, onChange: () => {}, onRefused: (error) => void refused.push(error) })
    await ledger.makeActivity(aStepPrice())
    await buy(shop(), 'ann')

    const names = ['ann', 'bob']
    const placed = names.map((name) => ledger.place(aHold(`now-${name}`, name, [[offers.cup, 1]])))
    const told = names.map((name) => ledger.report(paid(`now-${name}`, `o-now-${name}`)))

    expect(await Promise.all(placed)).toMatchObject([{ ok: true }, { ok: true }])
    expect(await Promise.all(told)).toMatchObject([{ value: { state: 'paid' } }, { value: { state: 'paid' } }])
    expect(await find(shop())).toMatchObject({ entries: 2 })
    // In one batch, which the database took.
    expect(refused).toEqual([])
  })

  test('who buys something else does not count, and pays what it costs', async () => {
    const { ledger, offers } = shop()
    await ledger.makeActivity(aStepPrice())
    for (const name of ['ann', 'bob']) await buy(shop(), name)
    await ledger.place(aHold('shirt', 'cid', [[offers.small, 1]]))
    await ledger.report(paid('shirt', 'o-shirt'))

    expect(await find(shop())).toMatchObject({ entries: 2 })
    expect((await room(shop())).desk.holds).toContainEqual(expect.objectContaining({ id: 'shirt', totalMinor: 2000 }))
  })

  test('several payments in the same instant reach each step once', async () => {
    const { ledger, offers, database } = shop()
    await ledger.makeActivity(aStepPrice())
    const names = ['ann', 'bob', 'cid', 'dan']
    for (const name of names) await ledger.place(aHold(`h-${name}`, name, [[offers.cup, 1]]))

    await Promise.all(names.map((name) => ledger.report(paid(`h-${name}`, `o-${name}`))))

    const reached = await database.run(readReached, null)
    expect(reached.map(({ data }) => data['entries'])).toEqual([2, 3])
    expect(await find(shop())).toMatchObject({ entries: 4 })
  })

  test('whoever holds gets the price at once, whoever is on the way to the shop has theirs', async () => {
    const { ledger, offers } = shop()
    await ledger.makeActivity(aStepPrice())
    await ledger.place(aHold('h-cid', 'cid', [[offers.cup, 2]]))
    await ledger.place(aHold('h-dan', 'dan', [[offers.cup, 1]]))
    await ledger.report(opened('h-dan'))
    for (const name of ['ann', 'bob']) await buy(shop(), name)
    await settle(shop())

    expect(await holdOf(shop(), 'cid')).toMatchObject({ state: 'held', totalMinor: 3600 })
    expect(await holdOf(shop(), 'dan')).toMatchObject({ state: 'paying', totalMinor: 2000 })
  })

  test('many live holds get the price page by page, and at once', async () => {
    const place = await makePlace()
    const large = await openShop(place, { stock: { cup: 300, small: 1, large: 1 } })
    const { ledger, offers } = large
    await ledger.makeActivity(aStepPrice())
    const names = Array.from({ length: 150 }, (_, n) => `v${n}`)
    await Promise.all(names.map((name) => ledger.place(aHold(`h-${name}`, name, [[offers.cup, 1]]))))
    for (const name of ['ann', 'bob']) await buy(large, name)

    const hasAll = async () => {
      const { holds } = (await room(large)).desk
      return holds.filter(({ state, totalMinor }) => state === 'held' && totalMinor === 1800).length === 150
    }
    // No sweep: the ledger goes on by itself.
    await expect.poll(hasAll).toBe(true)
    await large.close()
    await place.drop()
  })

  test('a flash sale that is cheaper stays, one that is dearer gives way', async () => {
    const { ledger, offers } = shop()
    await ledger.makeActivity(aStepPrice())
    await ledger.startSale(aSale('cheap', { productId: CUP, priceMinor: 1700, units: 5 }))
    for (const name of ['ann', 'bob']) await buy(shop(), name, 1700)
    expect(await ledger.place(aHold('h-cid', 'cid', [[offers.cup, 1]]))).toMatchObject({ value: { totalMinor: 1700 } })

    await ledger.report(paid('h-cid', 'o-cid', { amountMinor: 1700 }))

    expect(await ledger.place(aHold('h-dan', 'dan', [[offers.cup, 1]]))).toMatchObject({
      value: { lines: [{ unitPriceMinor: 1500, adjustments: [{ kind: 'step_price' }] }] },
    })
  })

  test('once it is over a hold keeps its price, and the next one pays the usual', async () => {
    const { ledger, offers } = shop()
    await ledger.makeActivity(aStepPrice())
    for (const name of ['ann', 'bob']) await buy(shop(), name)
    await ledger.place(aHold('h-cid', 'cid', [[offers.cup, 1, 1800]]))
    await end(shop(), 'cancel')

    expect(await holdOf(shop(), 'cid')).toMatchObject({ totalMinor: 1800 })
    expect(await ledger.place(aHold('h-dan', 'dan', [[offers.cup, 1, 1800]]))).toMatchObject({ code: 'PRICE_ROSE' })
  })
}

function differences(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop

  test('who paid more gets the difference to the last step, once, also over a restart', async () => {
    const { ledger, offers, clock } = shop()
    await ledger.makeActivity(aStepPrice())
    await buy(shop(), 'ann')
    await ledger.place(aHold('h-bob', 'bob', [[offers.cup, 2]]))
    await ledger.report(paid('h-bob', 'o-bob', { amountMinor: 4000 }))
    await buy(shop(), 'cid', 1800)
    await end(shop())
    const other = await openShop(current().place, { clock })
    await settle(other)
    await other.close()

    expect(await keptOf(shop())).toEqual({ 'o-ann': 1500, 'o-bob': 3000, 'o-cid': 1500 })
    expect((await find(shop())).result).toEqual({ reached: 2, priceMinor: 1500 })
    const [refunds] = (await room(shop())).desk.stepRefunds
    expect(refunds).toMatchObject({ waiting: 0, due: 3, done: 0, byHand: 0, sumMinor: 500 + 1000 + 300 })
  })

  test('our own part refunds raise no alarm when the shop tells of them', async () => {
    await shop().ledger.makeActivity(aStepPrice())
    for (const name of ['ann', 'bob']) await buy(shop(), name)
    await end(shop())
    for (const name of ['ann', 'bob']) await shop().ledger.report(refunded(`h-${name}`, `o-${name}`, 200))

    const orders = await shop().database.run(readOrders, null)
    expect(orders.map(({ matter, refund }) => [matter, refund])).toEqual([
      [null, 'done'],
      [null, 'done'],
    ])
    expect((await room(shop())).desk.stepRefunds).toMatchObject([{ due: 0, done: 2, sumMinor: 400 }])
  })

  test('a payment that comes after the close is brought to the same price once; a later hold is not', async () => {
    const { ledger, offers, clock } = shop()
    await ledger.makeActivity(aStepPrice())
    await ledger.place(aHold('h-late', 'late', [[offers.cup, 1]]))
    await ledger.report(opened('h-late'))
    for (const name of ['ann', 'bob']) await buy(shop(), name)
    await end(shop())
    clock.advance(1)
    await buy(shop(), 'next')
    await ledger.report(paid('h-late', 'o-late'))
    await settle(shop())

    expect(await keptOf(shop())).toEqual({ 'o-ann': 1800, 'o-bob': 1800, 'o-late': 1800, 'o-next': null })
    expect(await find(shop())).toMatchObject({ entries: 2 })
  })

  test('what staff gave back before is not given again', async () => {
    const { ledger, offers } = shop()
    await ledger.makeActivity(aStepPrice())
    await ledger.place(aHold('h-ann', 'ann', [[offers.cup, 2]]))
    await ledger.report(paid('h-ann', 'o-ann', { amountMinor: 4000 }))
    for (const name of ['bob', 'cid']) await buy(shop(), name, name === 'bob' ? 2000 : 1800)
    const settling = { showId: SHOW, by: STAFF }
    const part = { holdId: HoldId.parse('h-ann'), orderId: OrderId.parse('o-ann'), choice: 'refund_part' } as const
    await ledger.settleOrder({ ...settling, ...part, backMinor: 2000 })
    const whole = { holdId: HoldId.parse('h-bob'), orderId: OrderId.parse('o-bob'), choice: 'refund_back' } as const
    await ledger.settleOrder({ ...settling, ...whole })
    await end(shop())

    expect(await keptOf(shop())).toEqual({ 'o-ann': 1500, 'o-bob': 0, 'o-cid': 1500 })
  })

  test('an order that comes to something else is for staff, and is counted so', async () => {
    await shop().ledger.makeActivity(aStepPrice())
    await buy(shop(), 'ann', 1900)
    await buy(shop(), 'bob')
    await end(shop())

    expect(await keptOf(shop())).toEqual({ 'o-ann': null, 'o-bob': 1800 })
    expect((await room(shop())).desk.stepRefunds).toMatchObject([{ due: 1, byHand: 1, byHandMinor: 200 }])
  })

  test('with no step reached nothing goes back', async () => {
    await shop().ledger.makeActivity(aStepPrice())
    await buy(shop(), 'ann')
    await end(shop(), 'cancel')

    expect(await keptOf(shop())).toEqual({ 'o-ann': null })
  })
}
