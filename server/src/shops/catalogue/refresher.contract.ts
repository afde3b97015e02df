// What every database must hold to when a shop is read anew: what is another is shown, and nothing moves until staff take it.
import { ProductId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import type { DatabasePlace } from '../../ledger/proofs/testShop.ts'
import { createLog } from '../../ops/log.ts'
import { createStore } from '../../records/createStore.ts'
import type { Database } from '../../database/database.ts'
import type { Checkout } from '../checkout.ts'
import { createShopRecords } from '../records/createShopRecords.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import type { ShopProduct } from './catalogue.ts'
import { createTakeHint } from './takeHint.ts'
import { createImporter } from './importer.ts'
import { createRefresher, HURRY_MS, type Refresher, startRefreshing } from './refresher.ts'

const START = 1_800_000_000_000
const STAFF = StaffId.parse('staff')
const SHOW = ShowId.parse('tonight')

const PICTURES: Readonly<Record<string, string>> = { 'https://shop.example/vase.jpg': '/pictures/shop-vase.jpg' }

const product = (id: string, priceMinor: number, more: Partial<ShopProduct> = {}): ShopProduct => ({
  ...{ externalId: id, title: id, pictureUrl: null },
  variants: [{ externalId: `${id}-1`, sku: id.toUpperCase(), title: null, priceMinor, stock: 5 }],
  ...more,
})

export function refresherContract(name: string, makePlace: PlaceMaker): void {
  describe(`refreshing on ${name}`, () => {
    const clock = createSharedClock(START)
    let place: DatabasePlace
    let database: Database
    let records: ShopRecords
    let refresher: Refresher
    let answer: Awaited<ReturnType<Checkout['readCatalogue']>>
    let reads: number
    const has = (products: readonly ShopProduct[], currency = 'USD') => (answer = grant({ currency, products }))
    const checkout = {
      readCatalogue: () => {
        reads += 1
        return Promise.resolve(answer)
      },
    }
    const fetchPicture = (url: string) => Promise.resolve(PICTURES[url] ?? null)
    const importer = () => createImporter({ records, checkout, fetchPicture, clock: clock.now })
    const store = () => createStore({ database, onChange: () => undefined })
    beforeEach(async () => {
      place = await makePlace()
      database = await place.open(clock)
      records = createShopRecords({ database, onChange: () => undefined })
      refresher = createRefresher({ records, checkout, fetchPicture, clock: clock.now })
      reads = 0
      has([product('cup', 1000), product('jug', 500), product('bowl', 300)])
      await importer().run()
    })
    afterEach(async () => {
      await database.close()
      await place.drop()
    })

    const open = async () => (await refresher.list(null)).changes
    const prices = async () =>
      (await records.readCatalogue()).products
        .flatMap(({ variants }) => variants.map(({ sku, priceMinor, available }) => [sku, priceMinor, available]))
        .sort()
    const UNMOVED = [
      ['BOWL', 300, true],
      ['CUP', 1000, true],
      ['JUG', 500, true],
    ]
    const keyOf = async (title: string) => (await open()).find((one) => one.title === title)?.key ?? ''

    test('what is another is listed, and moves once it is taken, product by product', async () => {
      has([product('cup', 1200), product('jug', 500), product('vase', 900)])

      await refresher.read()

      expect((await open()).map(({ title, differences }) => [title, differences])).toEqual([
        ['cup', [{ what: 'price', sku: 'CUP', fromMinor: 1000, toMinor: 1200 }]],
        ['vase', [{ what: 'new', sku: 'VASE', priceMinor: 900 }]],
        ['bowl', [{ what: 'gone', sku: 'BOWL' }]],
      ])
      expect(await prices()).toEqual(UNMOVED)

      expect(await refresher.take([await keyOf('cup'), await keyOf('bowl')])).toEqual(grant(null))

      expect(await prices()).toEqual([
        ['BOWL', 300, false],
        ['CUP', 1200, true],
        ['JUG', 500, true],
      ])
      expect((await open()).map(({ title }) => title)).toEqual(['vase'])
      await refresher.take('all')
      expect((await prices()).map(([sku]) => sku)).toEqual(['BOWL', 'CUP', 'JUG', 'VASE'])
      await refresher.read()
      expect(await open()).toEqual([])
    })

    test('a product that is new has its picture fetched once it is looked at, every other has the one from here', async () => {
      const vase = product('vase', 900, { pictureUrl: 'https://shop.example/vase.jpg' })
      const bare = product('bare', 900)
      has([product('cup', 1200), product('jug', 500), product('bowl', 300), vase, bare])
      await refresher.read()
      const [cup, ...news] = await open()

      expect(cup).toMatchObject({ title: 'cup', picture: '' })
      expect(news.map(({ picture }) => picture)).toEqual(
        news.map(({ key }) => `/api/shop/changes/picture?${new URLSearchParams({ key })}`),
      )
      expect(await Promise.all(news.map(({ key }) => refresher.picture(key)))).toEqual([
        '/pictures/shop-vase.jpg',
        null,
      ])
      expect(await refresher.picture('nobody')).toBeNull()

      await refresher.take('all')
      has([{ ...vase, title: 'Vase' }, product('cup', 1200), product('jug', 500), product('bowl', 300), bare])
      await refresher.read()
      expect(await open()).toMatchObject([{ title: 'Vase', picture: '/pictures/shop-vase.jpg' }])
    })

    test('what was left stays left, until it is another again', async () => {
      has([product('cup', 1200), product('jug', 500), product('bowl', 300)])
      await refresher.read()
      await refresher.leave([await keyOf('cup')])

      await refresher.read()
      expect(await open()).toEqual([])

      has([product('cup', 1300), product('jug', 500), product('bowl', 300)])
      await refresher.read()
      expect((await open()).map(({ title }) => title)).toEqual(['cup'])
      expect(await prices()).toEqual(UNMOVED)
    })

    test('another currency is taken by nobody but who agrees to it', async () => {
      has([product('cup', 1200), product('jug', 500)])
      await refresher.read()
      has([product('cup', 900), product('jug', 450)], 'EUR')

      await refresher.read()

      const problem = { code: 'CURRENCY_CHANGED', why: 'USD -> EUR' }
      expect(await refresher.list(null)).toMatchObject({ problem, currency: 'USD', shopCurrency: 'EUR', total: 2 })
      const detail = { from: 'USD', to: 'EUR' }
      expect(await refresher.take('all')).toMatchObject({ ok: false, code: 'CURRENCY_CHANGED', detail })
      expect(await importer().run()).toMatchObject({ ok: false, code: 'CURRENCY_CHANGED', detail })
      expect(await prices()).toEqual(UNMOVED)

      expect(await importer().run('EUR')).toMatchObject({ ok: true })
      expect(await refresher.list(null)).toMatchObject({ problem: null, currency: 'EUR', total: 0 })
    })

    test('a shop that answers half keeps what was found before, and why is said', async () => {
      has([product('cup', 1200), product('jug', 500), product('bowl', 300)])
      await refresher.read()
      answer = refuse('SHOP_UNREACHABLE', { detail: { why: 'page 7: no answer in time' } })

      await refresher.read()

      const problem = { code: 'SHOP_UNREACHABLE', why: 'page 7: no answer in time' }
      expect(await refresher.list(null)).toMatchObject({ problem, total: 1, shopCurrency: 'USD' })
      expect(await prices()).toEqual(UNMOVED)
    })

    test('what is on in a live show keeps its price and place, whatever is taken', async () => {
      await store().createShow({ id: SHOW, title: { en: 'Tonight' }, startsAt: START })
      await store().goLive(SHOW, STAFF)
      const [cup] = (await records.readCatalogue()).products
      await store().setPins(SHOW, [cup?.id ?? ProductId.parse('none')], STAFF)
      const before = (await store().readRoom(SHOW))?.room
      has([product('jug', 700), product('bowl', 300)])
      await refresher.read()
      expect((await open()).map(({ title, live }) => [title, live.map(({ showId }) => showId)])).toEqual([
        ['jug', [SHOW]],
        ['cup', [SHOW]],
      ])

      await refresher.take('all')

      const after = (await store().readRoom(SHOW))?.room
      expect(after?.offers).toEqual(before?.offers)
      expect(after?.products).toEqual(before?.products)
      expect(after?.pins).toEqual(before?.pins)
      expect((await prices()).find(([sku]) => sku === 'CUP')).toEqual(['CUP', 1000, false])
    })

    test('many are read page by page, in the shop’s order', async () => {
      has(Array.from({ length: 120 }, (_, i) => product(`p${1000 + i}`, 100)))
      await refresher.read()

      const pages: string[][] = []
      let next: string | null = null
      do {
        const page = await refresher.list(next)
        expect(page.total).toBe(123)
        pages.push(page.changes.map(({ title }) => title))
        next = page.next
      } while (next !== null)

      expect(pages.map(({ length }) => length)).toEqual([50, 50, 23])
      expect(pages.flat().slice(0, 2)).toEqual(['p1000', 'p1001'])
      expect(pages.flat().slice(-3).sort()).toEqual(['bowl', 'cup', 'jug'])
    })

    test('a shop without a list says that its products are another, until they come by a file', async () => {
      const other = await makePlace()
      const empty = await other.open(clock)
      const own = createShopRecords({ database: empty, onChange: () => undefined })
      const needs = { records: own, checkout, fetchPicture, clock: clock.now }
      const [list, byFile] = [createRefresher(needs).list, createImporter(needs)]
      const take = createTakeHint({ records: own, endpointId: () => 'shop' })
      const hint = (endpointId: string) => ({ type: 'catalogue.changed', eventId: 'c', endpointId }) as const

      expect(await take(hint('another shop'))).toBe(false)
      expect((await list(null)).isNewer).toBe(false)
      expect([await take(hint('shop')), await take(hint('shop'))]).toEqual([true, true])
      expect((await list(null)).isNewer).toBe(true)

      await byFile.runOf({ currency: 'USD', products: [product('cup', 1300)] })
      expect((await list(null)).isNewer).toBe(false)
      await empty.close()
      await other.drop()
    })

    test('of two processes one reads, by the clock, and sooner where the shop tells of something new', async () => {
      const everyMs = 3_600_000
      const loops = [1, 2].map(() => startRefreshing({ records, refresher, everyMs, log: createLog('silent') }))
      const both = () => Promise.all(loops.map((loop) => loop.tick()))
      reads = 0
      await both()
      expect(reads).toBe(1)
      clock.advance(HURRY_MS)
      await both()
      expect(reads).toBe(1)

      await records.markNewer()
      expect(await refresher.list(null)).toMatchObject({ isNewer: true })
      await both()
      expect(reads).toBe(2)
      clock.advance(1)
      await both()
      expect(reads).toBe(2)
      clock.advance(everyMs)
      await both()
      expect(reads).toBe(3)
      expect(await refresher.list(null)).toMatchObject({ isNewer: false })
      await Promise.all(loops.map((loop) => loop.close()))
    })
  })
}
