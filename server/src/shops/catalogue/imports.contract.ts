// What every database must hold to when product files of real shops are imported, again, in another order, and with a mistake mended.
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MOST_UNITS, ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { createSharedClock } from '../../kit/clock.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import type { DatabasePlace } from '../../ledger/proofs/testShop.ts'
import { createShopRecords } from '../records/createShopRecords.ts'
import { createStore } from '../../records/createStore.ts'
import type { Database } from '../../database/database.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import { readCsv } from './csv.ts'
import { createImporter, type Imported } from './importer.ts'

const HEADER = 'product,title,variant,sku,price\n'
const file = (name: string) => readFileSync(new URL(`./realFiles/${name}.csv`, import.meta.url), 'utf8')
const counts = ({ added, repriced, vanished, unchanged }: Imported) => [
  added.length,
  repriced.length,
  vanished.length,
  unchanged,
]
/** The rows after the headings, the last first. */
function turned(text: string): string {
  const [head, ...rows] = text.trimEnd().split('\n')
  return [head, ...rows.reverse()].join('\n')
}

export function importsContract(name: string, makePlace: PlaceMaker): void {
  describe(`product files on ${name}`, () => {
    let place: DatabasePlace
    let database: Database
    let records: ShopRecords
    beforeEach(async () => {
      place = await makePlace()
      database = await place.open(createSharedClock(1_800_000_000_000))
      records = createShopRecords({ database, onChange: () => undefined })
    })
    afterEach(async () => {
      await database.close()
      await place.drop()
    })

    /** As it is looked at, and then taken: both must say the same. */
    async function take(text: string, currency = 'USD'): Promise<Imported> {
      const read = await readCsv(Buffer.from(text), currency)
      if (!read.ok) throw new Error(JSON.stringify(read.problems))
      const checkout = { readCatalogue: () => Promise.reject(new Error('a file was meant')) }
      const importer = createImporter({ records, checkout, fetchPicture: () => Promise.resolve(null) })
      const seen = await importer.previewOf(read.catalogue)
      const taken = await importer.runOf(read.catalogue)
      expect(counts(taken)).toEqual(counts(seen))
      expect(taken.added).toEqual(seen.added)
      return taken
    }
    const kept = async () => (await records.readCatalogue()).products
    const variants = async () => (await kept()).flatMap((product) => product.variants)
    const rows = async () => (await variants()).map(({ title, priceMinor, stock }) => [title, priceMinor, stock]).sort()
    /** All of it that staff or buyers could see, whatever order it is in. */
    const picture = async () =>
      JSON.stringify(
        (await kept())
          .flatMap(({ externalId, title, variants: own }) => own.map((variant) => ({ externalId, title, variant })))
          .sort((a, b) => a.variant.id.localeCompare(b.variant.id)),
      )

    test('a product put before others moves nobody: variants without skus are known by their option values', async () => {
      await take(file('01-nosku-first'))
      const ids = new Set((await variants()).map(({ id }) => id))

      const second = await take(file('01-nosku-second'))

      expect(counts(second)).toEqual([1, 0, 0, 2])
      expect(second.added.map(({ product }) => product)).toEqual(['Plain Ring'])
      expect(await rows()).toEqual([
        [null, 1000, 5],
        ['Gold', 7000, 3],
        ['Silver', 5500, 4],
      ])
      expect((await variants()).filter(({ id }) => ids.has(id))).toHaveLength(2)
    })

    test('a sku that is made up is nobody else’s, whatever the shop calls its own', async () => {
      const first = await take(file('02-made-up-sku-collides'))
      const skus = (await variants()).map(({ sku }) => sku)

      expect(counts(first)).toEqual([2, 0, 0, 0])
      expect(skus).toHaveLength(2)
      expect(new Set(skus).size).toBe(2)
      expect(skus).toContain('cup-1')
    })

    test('a sku made up earlier gives way to the shop’s own', async () => {
      await take(`${HEADER}cup,Cup,Large,,24\n`)
      const [madeUp] = (await variants()).map(({ sku }) => sku)

      await take(`${HEADER}jug,Jug,,${madeUp},40\ncup,Cup,Large,,24\n`)

      const skus = new Map((await kept()).map(({ externalId, variants: [only] }) => [externalId, only?.sku]))
      expect(skus.get('jug')).toBe(madeUp)
      expect(skus.get('cup')).not.toBe(madeUp)
    })

    test('two products that share a sku stay two', async () => {
      await take(file('03-same-sku-first'))
      const second = await take(file('03-same-sku-second'))

      expect(counts(second)).toEqual([1, 0, 0, 1])
      expect((await kept()).map(({ externalId, title }) => [externalId, title]).sort()).toEqual([
        ['cup', 'Clay Cup'],
        ['jug', 'Big Jug'],
      ])
      expect(await rows()).toEqual([
        [null, 1800, 5],
        [null, 4000, 2],
      ])
      expect((await kept()).find(({ externalId }) => externalId === 'cup')?.variants[0]?.sku).toBe('X-1')
    })

    test.each([
      '01-nosku-second',
      '02-made-up-sku-collides',
      '03-same-sku-second',
      '04-two-options',
      '05-untracked-continue',
      '07-new-headings',
    ])('%s again, and turned round, changes nothing', async (name) => {
      await take(file(name))
      const before = await picture()
      const count = (await variants()).length

      for (const text of [file(name), turned(file(name))]) {
        expect(counts(await take(text))).toEqual([0, 0, 0, count])
        expect(await picture()).toBe(before)
      }
    })

    test('several options make one title, and each its own variant', async () => {
      await take(file('04-two-options'))

      expect((await variants()).map(({ title, sku }) => [sku, title]).sort()).toEqual([
        ['LT-MOSS-S', 'Moss / S'],
        ['LT-SAND-M', 'Sand / M'],
        ['LT-SAND-S', 'Sand / S'],
      ])
    })

    test('what the shop does not count, or sells on, is not sold out in a show', async () => {
      await take(file('05-untracked-continue'))
      const store = createStore({ database, onChange: () => undefined })
      const showId = ShowId.parse('tonight')
      await store.createShow({ id: showId, title: { en: 'Tonight' }, startsAt: 1_800_000_000_000 })

      expect((await variants()).map(({ stock }) => stock)).toEqual([null, null])
      const offers = (await store.readRoom(showId))?.room.offers ?? []
      expect(offers.map(({ allotted, free }) => [allotted, free])).toEqual([
        [MOST_UNITS, MOST_UNITS],
        [MOST_UNITS, MOST_UNITS],
      ])
      expect(await records.fencedOffers()).toEqual([])
    })

    test('what a file does not say of the stock stays as it was, and is none of what is new', async () => {
      await take('product,title,sku,price,stock\ncup,Cup,CUP,10,7\n')
      await take('Handle,Title,Variant SKU,Variant Price,Variant Inventory Tracker\njug,Jug,JUG,5,\n')

      await take('product,title,sku,price\ncup,Cup,CUP,12\njug,Jug,JUG,6\nbowl,Bowl,BOWL,8\n')

      expect((await variants()).map(({ sku, stock }) => [sku, stock]).sort()).toEqual([
        ['BOWL', 0],
        ['CUP', 7],
        ['JUG', null],
      ])
    })

    test('drafts and what is archived are left out and named; what becomes one is sold no more', async () => {
      const header = 'Handle,Title,Variant SKU,Variant Price,Status\n'
      const first = await take(file('06-draft-archived'))
      expect((await kept()).map(({ title }) => title)).toEqual(['Sold Now'])
      expect(first.skipped).toEqual([
        { product: 'Not Yet', why: 'draft' },
        { product: 'Long Gone', why: 'archived' },
      ])

      const gone = await take(`${header}sold-now,Sold Now,S-1,10.00,archived\n`)
      expect(gone.vanished).toEqual([{ product: 'Sold Now', sku: 'S-1' }])
      expect((await variants()).map(({ available }) => available)).toEqual([false])

      const back = await take(`${header}sold-now,Sold Now,S-1,10.00,active\n`)
      expect(counts(back)).toEqual([0, 0, 0, 1])
      expect((await variants()).map(({ available }) => available)).toEqual([true])
    })

    test('skus written for each other stay with their option values', async () => {
      const text = (small: string, large: string) => `${HEADER}cup,Cup,Small,${small},10\ncup,,Large,${large},20\n`
      await take(text('A', 'B'))
      const before = new Map((await variants()).map(({ id, title }) => [title, id]))

      expect(counts(await take(text('B', 'A')))).toEqual([0, 0, 0, 2])

      expect((await variants()).map(({ id, title, sku }) => [title, sku, id]).sort()).toEqual([
        ['Large', 'A', before.get('Large')],
        ['Small', 'B', before.get('Small')],
      ])
    })

    test('an option value or a handle written anew is the same thing, by a sku of its own', async () => {
      await take(`${HEADER}cup,Cup,Sand,A,10\ncup,,Moss,B,20\n`)
      const before = await variants()

      expect(counts(await take(`${HEADER}cup,Cup,Beige,A,10\ncup,,Moss,B,20\n`))[0]).toBe(0)
      expect(counts(await take(`${HEADER}clay-cup,Cup,Beige,A,10\nclay-cup,,Moss,B,20\n`))[0]).toBe(0)

      expect((await variants()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
      expect((await kept()).map(({ externalId }) => externalId)).toEqual(['clay-cup'])
    })

    test('a variant that is gone from its product is sold no more, and its sku is free; other products stay', async () => {
      await take(`${HEADER}cup,Cup,Sand,A,10\ncup,,Moss,B,20\njug,Jug,,J,5\n`)

      const second = await take(`${HEADER}cup,Cup,Sand,A,10\nbowl,Bowl,,B,30\n`)

      expect(counts(second)).toEqual([1, 0, 1, 1])
      expect((await variants()).map(({ sku, available }) => [available, sku.slice(0, 1)]).sort()).toEqual([
        [false, 'B'],
        [true, 'A'],
        [true, 'B'],
        [true, 'J'],
      ])
      const bowl = (await kept()).find(({ externalId }) => externalId === 'bowl')
      expect(bowl?.variants.map(({ sku }) => sku)).toEqual(['B'])
    })

    test('a file leaves the ids that the shop itself has given', async () => {
      const variant = { externalId: '11', sku: 'CUP', title: null, priceMinor: 1000, stock: 5 }
      const product = { id: ProductId.parse('p1'), externalId: '1', title: 'Cup', picture: null, variants: [variant] }
      const other = { ...product, id: ProductId.parse('p2'), externalId: '2', title: 'Jug' }
      const jug = { ...other, variants: [{ ...variant, externalId: '21', sku: 'JUG' }] }
      await records.importCatalogue({ currency: 'USD', products: [product, jug], isWhole: true })

      const taken = await take('product,title,sku,price\nclay-cup,Cup,CUP,12\n')

      expect(counts(taken)).toEqual([0, 1, 0, 0])
      expect((await kept()).map(({ externalId, variants: [only] }) => [externalId, only?.externalId]).sort()).toEqual([
        ['1', '11'],
        ['2', '21'],
      ])
      expect((await variants()).every(({ available }) => available)).toBe(true)
    })

    test('a show has one currency: what came in another goes into no new one, and reprices no show of before', async () => {
      const shop = createStore({ database, onChange: () => undefined })
      const make = (id: string) => shop.createShow({ id: ShowId.parse(id), title: { en: id }, startsAt: 0 })
      const pricesOf = async ({ id }: { readonly id: ShowId }) =>
        (await shop.readRoom(id))?.room.offers.map(({ currency, priceMinor }) => `${currency} ${priceMinor}`).sort()
      await take(`${HEADER}cup,Cup,,C,10\njug,Jug,,J,5\n`, 'USD')
      const before = await make('before')

      await take(`${HEADER}cup,Cup,,C,72\nbowl,Bowl,,B,90\n`, 'CNY')

      const after = await make('after')
      expect([before.currency, after.currency]).toEqual(['USD', 'CNY'])
      expect(await pricesOf(before)).toEqual(['USD 1000', 'USD 500'])
      expect(await pricesOf(after)).toEqual(['CNY 7200', 'CNY 9000'])
      expect(await shop.readFreeUnits()).toMatchObject({ products: 2 })
    })

    test('a handle is the same one however it is composed or capitalised, where it stands once', async () => {
      await take(`${HEADER}café,Café,,,18\nCup,Cup,,,9\n`)

      const second = await take(`${HEADER}cafe\u0301,Cafe\u0301,,,18\ncup,Cup,,,9\n`)

      expect(counts(second)).toEqual([0, 0, 0, 2])
    })

    test('one variant in two rows is taken once, and named', async () => {
      const text = `${HEADER}cup,Cup,Sand,,10\ncup,,Sand,,11\n`

      const taken = await take(text)

      expect(taken.skipped).toEqual([{ product: 'Cup', why: 'twice' }])
      expect(counts(await take(text))).toEqual([0, 0, 0, 1])
    })
  })
}
