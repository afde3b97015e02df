// What every database must hold to about standing in line while a sale runs: for the offer, or for the sale alone.
import { describe, expect, test } from 'vitest'
import { HoldId, SaleId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { withShop } from './ledger.contract.ts'
import type { PlaceMaker } from './ledger.contract.ts'
import { aHold, aSale, paid, SHOW, STAFF } from './testShop.ts'
import type { TestShop } from './testShop.ts'

const join = ({ ledger, offers }: TestShop, viewer: string, offerId = offers.small) => {
  const who = { viewerId: ViewerId.parse(viewer), viewerName: viewer, via: null, source: null }
  return ledger.joinWaitlist({ showId: SHOW, offerId, quantity: 1, ...who })
}
const release = ({ ledger }: TestShop, id: string) =>
  ledger.release({ holdId: HoldId.parse(id), viewerId: ViewerId.parse(`v${id}`) })
const holdsOf = async ({ store }: TestShop, viewer: string) =>
  ((await store.readRoom(SHOW))?.desk.holds ?? []).filter((hold) => hold.viewerId === viewer)
const waitersOf = async ({ store }: TestShop) =>
  ((await store.readRoom(SHOW))?.inner.line ?? []).map(({ viewerId, saleId }) => [viewerId, saleId])

/** Two units in the sale, both held by `a`; the offers have three small and five large beside them. */
async function takenSale(shop: TestShop): Promise<void> {
  await shop.ledger.startSale(aSale('s', { units: 2 }))
  await shop.ledger.place(aHold('a', 'va', [[shop.offers.small, 2]]))
}

export function saleLineContract(name: string, makePlace: PlaceMaker): void {
  describe(`lines of a sale on ${name}`, () => {
    const current = withShop(makePlace)
    waitingForSale(() => current().shop)
    endingWithIt(() => current().shop)
  })
}

function waitingForSale(current: () => TestShop): void {
  test('a place is for the sale alone while the offer has units, and waits for its price', async () => {
    const shop = current()
    await takenSale(shop)

    expect(await join(shop, 'w1')).toMatchObject({ value: { state: 'waiting', saleId: 's' } })
    expect(await join(shop, 'w2')).toMatchObject({ value: { saleId: 's' } })
    await shop.ledger.sweep(10)
    expect(await holdsOf(shop, 'w1')).toEqual([])
    await release(shop, 'a')

    expect(await holdsOf(shop, 'w1')).toMatchObject([{ totalMinor: 1500, lines: [{ saleId: 's' }] }])
    expect(await holdsOf(shop, 'w2')).toHaveLength(1)
    expect(await shop.ledger.check()).toEqual([])
  })

  test('a unit of the sale goes to those who wait for it before anybody who comes', async () => {
    const shop = current()
    await takenSale(shop)
    await join(shop, 'w1')

    const [, quick] = await Promise.all([
      release(shop, 'a'),
      shop.ledger.place(aHold('q', 'vq', [[shop.offers.small, 2]])),
    ])

    expect(await holdsOf(shop, 'w1')).toMatchObject([{ lines: [{ quantity: 1, saleId: 's' }] }])
    expect(quick).toMatchObject({ code: 'NOT_ENOUGH', detail: { free: 1 } })
  })

  test('who buys at the usual price meanwhile waits no more; who has all of the sale does not wait for it', async () => {
    const shop = current()
    await shop.ledger.startSale(aSale('s', { units: 2 }))
    await shop.ledger.place(aHold('a', 'va', [[shop.offers.small, 2]]))
    await join(shop, 'w1')
    await shop.ledger.place(aHold('own', 'w1', [[shop.offers.small, 1]]))

    expect(await waitersOf(shop)).toEqual([])
    expect(await join(shop, 'va', shop.offers.large)).toMatchObject({ code: 'LIMIT_REACHED', detail: { saleId: 's' } })
  })

  test('an offer that is sold out, too, has the line of the offer: served at the sale’s price, or else its own', async () => {
    const shop = current()
    const { ledger, offers } = shop
    await takenSale(shop)
    await ledger.place(aHold('b', 'vb', [[offers.small, 3]]))
    expect(await join(shop, 'w1')).toMatchObject({ value: { saleId: null } })
    expect(await join(shop, 'w2')).toMatchObject({ value: { saleId: null } })

    await ledger.change({
      ...{ holdId: HoldId.parse('b'), viewerId: ViewerId.parse('vb') },
      lines: [{ offerId: offers.small, quantity: 2 }],
    })
    await ledger.change({
      ...{ holdId: HoldId.parse('a'), viewerId: ViewerId.parse('va') },
      lines: [{ offerId: offers.small, quantity: 1 }],
    })

    expect(await holdsOf(shop, 'w1')).toMatchObject([{ totalMinor: 2000 }])
    expect(await holdsOf(shop, 'w2')).toMatchObject([{ totalMinor: 1500 }])
  })
}

function endingWithIt(current: () => TestShop): void {
  const ends: readonly (readonly [string, (shop: TestShop) => Promise<unknown>])[] = [
    ['time', async ({ clock, ledger }) => (clock.advance(61_000), await ledger.sweep(10))],
    ['staff', ({ ledger }) => ledger.stopSale({ saleId: SaleId.parse('s'), showId: SHOW, by: STAFF })],
    ['its last unit, paid', ({ ledger }) => ledger.report(paid('a', 'order-a', { amountMinor: 3000 }))],
    ['the show', ({ ledger }) => ledger.endShow({ showId: SHOW, by: STAFF })],
  ]
  test.each(ends)('a sale ended by %s closes its line, of every size, and nobody is served', async (_name, end) => {
    const shop = current()
    await takenSale(shop)
    await join(shop, 'w1')
    await join(shop, 'w2', shop.offers.large)
    const cursor = (await shop.store.readRoom(SHOW))?.cursor ?? 0

    await end(shop)

    const { line: waits = [] } = (await shop.store.readRoomSince(SHOW, cursor)).inner
    expect(waits.map(({ viewerId, state }) => [viewerId, state]).sort()).toEqual([
      ['w1', 'closed'],
      ['w2', 'closed'],
    ])
    expect([...(await holdsOf(shop, 'w1')), ...(await holdsOf(shop, 'w2'))]).toEqual([])
    expect(await shop.ledger.check()).toEqual([])
  })
}
