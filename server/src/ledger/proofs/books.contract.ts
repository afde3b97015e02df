// What whoever brings a book can count on: its hook runs at every move of a hold, in the batch and only once, on any database.
import { describe, expect, test } from 'vitest'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { LEDGER_POLICY } from '../createLedger.ts'
import { createCommitBatch } from '../jobs/commitBatch.ts'
import { withShop } from './ledger.contract.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import { BOOKS_AND_SEATS, LOUD, MEMBER, readSeats } from './testSeats.ts'
import type { Seat } from './testSeats.ts'
import { aHold, aSale, opened, paid, refunded, SHOW, STAFF } from './testShop.ts'
import type { TestShop } from './testShop.ts'

const commitBatch = createCommitBatch(BOOKS_AND_SEATS)

/** `makePlace` gives places with seats. */
export function booksContract(name: string, makePlace: PlaceMaker): void {
  describe(`a further book on ${name}`, () => {
    const current = withShop(makePlace)
    movesContract(() => current().shop)
    failuresContract(() => current().shop)
    pricesContract(() => current().shop)
  })
}

async function seat({ database }: TestShop, id: string): Promise<Omit<Seat, 'id' | 'allotted'> | null> {
  const found = (await database.run(readSeats, null)).find((row) => row.id === id)
  return found ? { free: found.free, taken: found.taken, paid: found.paid, moves: found.moves } : null
}

const isOk = expect.objectContaining({ ok: true })
const holdWith = (shop: TestShop, id: string, via: string) => ({ ...aHold(id, `v${id}`, [[shop.offers.cup, 1]]), via })

function movesContract(current: () => TestShop): void {
  test('hears of each move once, with the state before it', async () => {
    const shop = current()
    const { ledger, offers } = shop
    const viewerId = ViewerId.parse('vb')

    await ledger.place(holdWith(shop, 'a', 'few'))
    await ledger.place(holdWith(shop, 'b', 'few'))
    expect(await seat(shop, 'few')).toEqual({ free: 0, taken: 2, paid: 0, moves: 2 })
    await ledger.change({
      holdId: HoldId.parse('a'),
      viewerId: ViewerId.parse('va'),
      lines: [{ offerId: offers.cup, quantity: 2 }],
    })
    await ledger.report(opened('a'))
    await ledger.report(paid('a', 'order'))
    expect(await seat(shop, 'few')).toEqual({ free: 0, taken: 2, paid: 1, moves: 4 })
    await ledger.release({ holdId: HoldId.parse('b'), viewerId })
    await ledger.release({ holdId: HoldId.parse('b'), viewerId })
    await ledger.report(refunded('a', 'order'))
    expect(await seat(shop, 'few')).toEqual({ free: 2, taken: 0, paid: 0, moves: 6 })
  })

  test('hears of holds that run out, and of those made for who is next in line', async () => {
    const shop = current()
    const { ledger, offers, clock } = shop
    await ledger.changeOffer({ showId: SHOW, offerId: offers.cup, allotted: 1, by: STAFF })
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))
    const joined = { ...holdWith(shop, 'b', 'red'), offerId: offers.cup, quantity: 1 }
    await ledger.joinWaitlist(joined)
    clock.advance(600_001)

    await ledger.sweep(100)

    expect(await seat(shop, 'red')).toMatchObject({ taken: 1, moves: 1 })
    expect(await seat(shop, 'everybody')).toMatchObject({ taken: 0, moves: 2 })
  })

  test('may record events of its own, as many as it says', async () => {
    const shop = current()
    await shop.ledger.changeOffer({ showId: SHOW, offerId: shop.offers.cup, allotted: 400, by: STAFF })

    const requests = Array.from(
      { length: 300 },
      (_, n) => ({ kind: 'place', input: holdWith(shop, `h${n}`, LOUD) }) as const,
    )
    const { value } = await shop.database.run(commitBatch, { requests, policy: LEDGER_POLICY })

    expect(value.answers.place.filter((outcome) => !outcome.ok)).toEqual([])
    expect(await seat(shop, LOUD)).toMatchObject({ taken: 300, moves: 300 })
  })
}

function pricesContract(current: () => TestShop): void {
  const memberHold = ({ offers }: TestShop, seenMinor = 2000) => {
    const wanted = [
      [offers.cup, 1, seenMinor],
      [offers.small, 2, seenMinor],
    ] as const
    return { ...aHold('a', 'va', wanted), via: MEMBER }
  }
  const adjusted = (total: number, lines: readonly object[]) =>
    expect.objectContaining({
      value: expect.objectContaining({ totalMinor: total, lines: expect.arrayContaining([...lines]) }),
    })
  const line = (quantity: number, unitPriceMinor: number, adjustments: readonly object[]) =>
    expect.objectContaining({ quantity, unitPriceMinor, adjustments })
  const tier = (amountMinor: number) => ({ kind: 'tier_price', ref: 'tier', amountMinor })
  const sale = (amountMinor: number) => ({ kind: 'sale_price', ref: 's', amountMinor })
  const coupon = (amountMinor: number) => ({ kind: 'coupon', ref: 'welcome', amountMinor })

  test('offers prices and coupons: the lowest price, then the coupon over the lines, also after a change', async () => {
    const shop = current()
    const { ledger, offers } = shop
    await ledger.startSale(aSale('s'))

    const held = await ledger.place(memberHold(shop))
    const cup = { offerId: offers.cup, quantity: 2 }
    const ids = { holdId: HoldId.parse('a'), viewerId: ViewerId.parse('va') }
    const changed = await ledger.change({ ...ids, lines: [cup] })

    // 1900 and 3000 share 7 as 2.7 and 4.3; 3800 and 3000 as 3.9 and 3.1.
    expect(held).toEqual(
      adjusted(4893, [line(1, 1900, [tier(100), coupon(3)]), line(2, 1500, [sale(1000), coupon(4)])]),
    )
    expect(changed).toEqual(
      adjusted(6793, [line(2, 1900, [tier(200), coupon(4)]), line(2, 1500, [sale(1000), coupon(3)])]),
    )
    const handed = await ledger.findForHandoff(ids.holdId)
    expect(handed?.items.map(({ unitPriceMinor, payMinor }) => `${unitPriceMinor} ${payMinor}`).sort()).toEqual([
      '1500 2997',
      '1900 3796',
    ])
    expect(await ledger.report(paid('a', 'order', { amountMinor: 6793 }))).toEqual(isOk)
    expect((await shop.store.readRoom(SHOW))?.desk.orders).toMatchObject([{ matter: null }])
  })

  test('a unit that costs more than was seen, with all that is offered, is not granted', async () => {
    const shop = current()
    const dearer = await shop.ledger.place(memberHold(shop, 1899))

    expect(dearer).toMatchObject({ ok: false, code: 'PRICE_ROSE', detail: { priceMinor: 1900 } })
    expect(await seat(shop, MEMBER)).toMatchObject({ taken: 0, moves: 0 })
    expect(await shop.ledger.place(memberHold(shop, 1900))).toEqual(isOk)
  })

  test('a price that was granted stays when the offer has become dearer, also for what is added', async () => {
    const shop = current()
    const { ledger, offers } = shop
    await ledger.startSale(aSale('s'))
    await ledger.place(aHold('a', 'va', [[offers.small, 1]]))

    const ids = { holdId: HoldId.parse('a'), viewerId: ViewerId.parse('va') }
    const changed = await ledger.change({ ...ids, lines: [{ offerId: offers.small, quantity: 2 }] })

    expect(changed).toEqual(adjusted(3000, [line(2, 1500, [sale(1000)])]))
  })
}

function failuresContract(current: () => TestShop): void {
  test('what its hook throws undoes that request alone; what its neighbours moved is counted once', async () => {
    const shop = current()
    const asked = ['a', 'b', 'c', 'd', 'e'].map((id) => holdWith(shop, id, id < 'd' ? 'few' : 'red'))

    const outcomes = await Promise.allSettled(asked.map((request) => shop.ledger.place(request)))

    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(await seat(shop, 'few')).toEqual({ free: 0, taken: 2, paid: 0, moves: 2 })
    expect(await seat(shop, 'red')).toMatchObject({ taken: 2, moves: 2 })
    expect(await shop.pool(shop.offers.cup)).toMatchObject({ taken: 4 })
  })

  test('a request that comes again moves nothing again', async () => {
    const shop = current()
    const request = holdWith(shop, 'a', 'red')

    expect(await Promise.all([1, 2, 3].map(() => shop.ledger.place(request)))).toEqual([isOk, isOk, isOk])
    expect(await shop.ledger.place(request)).toEqual(isOk)

    expect(await seat(shop, 'red')).toMatchObject({ taken: 1, moves: 1 })
  })
}
