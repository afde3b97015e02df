// What every database must hold to for what is kept about the shop: its catalogue, codes made for holds, its stock beside ours.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HoldId, ProductId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { aHold, authorised, opened, openShop, paid, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import type { DatabasePlace } from '../../ledger/proofs/testShop.ts'
import type { Database } from '../../database/database.ts'
import { createShopRecords } from './createShopRecords.ts'
import { createStore } from '../../records/createStore.ts'
import type { ImportedProduct } from './shopRecords.ts'

export function shopRecordsContract(name: string, makePlace: PlaceMaker): void {
  describe(`imports on ${name}`, () => imports(makePlace))
  describe(`codes of holds on ${name}`, () => codes(withShop(makePlace)))
  describe(`the shop's stock on ${name}`, () => stock(withShop(makePlace)))
}

const [SCHEDULED, LIVE, LATER] = ['scheduled', 'live', 'later'].map((id) => ShowId.parse(id)) as [
  ShowId,
  ShowId,
  ShowId,
]
const cup = (priceMinor: number, sku = 'CUP', externalId = '11') => ({
  externalId,
  sku,
  title: null,
  priceMinor,
  stock: 9,
})
function product(...variants: ImportedProduct['variants']): ImportedProduct {
  return { id: ProductId.parse('cup'), externalId: '1', title: 'Cup', picture: '/pictures/a.jpg', variants }
}

/** An empty database, that nobody has filled yet. */
function withEmpty(makePlace: PlaceMaker) {
  const clock = createSharedClock(1_800_000_000_000)
  let place: DatabasePlace | null = null
  let database: Database | null = null
  beforeEach(async () => {
    place = await makePlace()
    database = await place.open(clock)
  })
  afterEach(async () => {
    await database?.close()
    await place?.drop()
  })
  return () => {
    if (!database) throw new Error('the database is not open yet')
    return database
  }
}

function imports(makePlace: PlaceMaker): void {
  const database = withEmpty(makePlace)
  const changed: ShowId[] = []
  beforeEach(() => void changed.splice(0))
  const records = () =>
    createShopRecords({ database: database(), onChange: (showIds) => void changed.push(...showIds) })
  const store = () => createStore({ database: database(), onChange: () => undefined })
  const makeShow = (id: ShowId) => store().createShow({ id, title: { en: id }, startsAt: 1_800_000_000_000 })
  const pricesOf = async (id: ShowId) =>
    (await store().readRoom(id))?.room.offers.map(({ priceMinor, shopPriceMinor }) => [priceMinor, shopPriceMinor])

  test('a changed price reaches scheduled shows, not running ones', async () => {
    await records().importCatalogue({ currency: 'USD', products: [product(cup(1000))], isWhole: true })
    await makeShow(SCHEDULED)
    await makeShow(LIVE)
    await store().goLive(LIVE, STAFF)

    await records().importCatalogue({ currency: 'USD', products: [product(cup(1200))], isWhole: true })

    expect(await pricesOf(SCHEDULED)).toEqual([[1200, 1200]])
    expect(await pricesOf(LIVE)).toEqual([[1000, 1000]])
    expect(changed).toEqual([SCHEDULED])
  })

  test('what has vanished stays in its shows, comes into no new one, and can come back', async () => {
    const small = cup(1000)
    const large = cup(1500, 'CUP-L', '12')
    await records().importCatalogue({ currency: 'USD', products: [product(small, large)], isWhole: true })
    await makeShow(SCHEDULED)

    await records().importCatalogue({ currency: 'USD', products: [product(small)], isWhole: true })
    await makeShow(LATER)
    const gone = (await records().readCatalogue()).products[0]?.variants.map(({ available }) => available)
    await records().importCatalogue({ currency: 'USD', products: [product(small, large)], isWhole: true })

    expect(gone).toEqual([true, false])
    expect((await store().readRoom(SCHEDULED))?.room.offers).toHaveLength(2)
    expect((await store().readRoom(LATER))?.room.offers).toHaveLength(1)
    expect((await records().readCatalogue()).products[0]?.variants.every(({ available }) => available)).toBe(true)
  })

  test('a sku written anew in the shop stays the same variant here', async () => {
    await records().importCatalogue({ currency: 'USD', products: [product(cup(1000))], isWhole: true })
    const before = (await records().readCatalogue()).products[0]?.variants[0]?.id

    await records().importCatalogue({ currency: 'USD', products: [product(cup(1000, 'MUG'))], isWhole: true })

    expect((await records().readCatalogue()).products[0]?.variants).toMatchObject([{ id: before, sku: 'MUG' }])
  })

  test('two imports at once leave one catalogue', async () => {
    await Promise.all(
      [1100, 1200].map((price) =>
        records().importCatalogue({ currency: 'USD', products: [product(cup(price))], isWhole: true }),
      ),
    )

    const { currency, products } = await records().readCatalogue()
    expect(currency).toBe('USD')
    expect(products).toMatchObject([{ externalId: '1', title: 'Cup', variants: [{ externalId: '11', sku: 'CUP' }] }])
    expect([1100, 1200]).toContain(products[0]?.variants[0]?.priceMinor)
  })
}

function codes(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const records = () => createShopRecords({ database: shop().database, onChange: () => undefined })
  const id = (name: string) => HoldId.parse(name)

  test('a code is to be ended once its hold is over, the oldest first, also by another process', async () => {
    const { ledger, offers, clock } = shop()
    for (const [name, offer] of [
      ['a', offers.cup],
      ['b', offers.small],
      ['c', offers.large],
    ] as const) {
      await ledger.place(aHold(name, `v${name}`, [[offer, 1]]))
      await records().openCode(id(name))
      clock.advance(1)
    }
    await ledger.report(opened('c'))
    expect(await records().codesToEnd(10)).toEqual([])

    await ledger.report(paid('b', 'order-b'))
    await ledger.report(paid('a', 'order-a'))
    const far = await openShop(current().place, { clock })
    const theirs = createShopRecords({ database: far.database, onChange: () => undefined })

    expect(await theirs.codesToEnd(10)).toEqual(['a', 'b'])
    expect(await theirs.codesToEnd(1)).toEqual(['a'])
    await theirs.endCode(id('a'))
    expect(await records().codesToEnd(10)).toEqual(['b'])
    await far.close()
  })

  test('a code that is made again is to be ended again; ending is safe to repeat, and of none at all', async () => {
    const { ledger, offers } = shop()
    await ledger.place(aHold('a', 'va', [[offers.cup, 1]]))
    await records().openCode(id('a'))
    await records().openCode(id('a'))
    await ledger.report(paid('a', 'order-a'))
    await records().endCode(id('a'))
    await records().endCode(id('a'))
    await records().endCode(id('never'))
    expect(await records().codesToEnd(10)).toEqual([])

    await records().openCode(id('a'))

    expect(await records().codesToEnd(10)).toEqual(['a'])
  })
}

function stock(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const records = () => createShopRecords({ database: shop().database, onChange: () => undefined })

  test('an offer of a live show is found by its sku with what is taken, paid and at the checkout', async () => {
    const { ledger, offers } = shop()
    await ledger.place(aHold('a', 'va', [[offers.cup, 2]]))
    await ledger.place(aHold('b', 'vb', [[offers.cup, 3]]))
    await ledger.report(opened('b'))
    await ledger.report(authorised('b', 'order-b', 6000))
    await ledger.place(aHold('c', 'vc', [[offers.cup, 1]]))
    await ledger.report(paid('c', 'order-c'))

    const found = await records().findOffers({ sku: 'CUP', externalId: null })

    const units = { allotted: 10, free: 4, taken: 6, paid: 1, paying: 3 }
    expect(found).toEqual([
      { offerId: offers.cup, showId: SHOW, variantId: expect.any(String), sku: 'CUP', externalId: null, ...units },
    ])
    expect(await records().liveOffers()).toHaveLength(3)
    expect(await records().findOffers({ sku: 'NONE', externalId: null })).toEqual([])
    expect(await records().findOffers({ sku: null, externalId: null })).toEqual([])
  })

  test('the shop’s own id is looked at before the sku; a show that is not live has no offer to mirror', async () => {
    const { ledger } = shop()
    const variants = [{ externalId: '11', sku: 'CUP', title: null, priceMinor: 2000, stock: null }]
    await records().importCatalogue({
      currency: 'USD',
      products: [{ ...product(...variants), picture: null }],
      isWhole: true,
    })

    expect(await records().findOffers({ sku: 'SHIRT-S', externalId: '11' })).toMatchObject([{ sku: 'CUP' }])
    await ledger.endShow({ showId: SHOW, by: STAFF })
    expect(await records().findOffers({ sku: 'CUP', externalId: null })).toEqual([])
    expect(await records().liveOffers()).toEqual([])
  })

  test('of a show that is over what is held is still set apart, until it is paid or ends', async () => {
    const { ledger, offers } = shop()
    await ledger.place(aHold('a', 'va', [[offers.cup, 2]]))
    await ledger.place(aHold('b', 'vb', [[offers.cup, 3]]))
    await ledger.report(opened('b'))
    await ledger.place(aHold('c', 'vc', [[offers.small, 1]]))
    await ledger.endShow({ showId: SHOW, by: STAFF })
    const kept = async () => (await records().fencedOffers()).map(({ sku, allotted, free }) => [sku, allotted, free])

    expect(await kept()).toEqual(
      expect.arrayContaining([
        ['CUP', 2, 0],
        ['SHIRT-S', 1, 0],
      ]),
    )
    await ledger.report(opened('a'))
    await ledger.release({ holdId: HoldId.parse('c'), viewerId: ViewerId.parse('vc') })

    expect(await kept()).toEqual([])
  })

  test('what the shop said last is kept for each variant', async () => {
    const [cups, shirts] = await Promise.all(
      ['CUP', 'SHIRT-S'].map(async (sku) => (await records().findOffers({ sku, externalId: null }))[0]?.variantId),
    )
    if (!cups || !shirts) throw new Error('no variants')
    await records().saveStock({ variantId: shirts, available: 4, short: 0 })
    await records().saveStock({ variantId: cups, available: 9, short: 0 })
    shop().clock.advance(10)

    await records().saveStock({ variantId: cups, available: 7, short: 2 })

    const at = shop().clock.now()
    expect(await records().readStock()).toEqual([
      { variantId: cups, sku: 'CUP', externalId: null, available: 7, short: 2, at },
      { variantId: shirts, sku: 'SHIRT-S', externalId: null, available: 4, short: 0, at: at - 10 },
    ])
  })
}
