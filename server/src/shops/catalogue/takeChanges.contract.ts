// What every database must hold to when all that is new at a shop is taken over: in parts, seen as it goes on, begun once, and safe to break off.
import { grant } from '@lantern/shared/contract/refusals.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import type { DatabasePlace } from '../../ledger/proofs/testShop.ts'
import type { Database } from '../../database/database.ts'
import { createShopRecords } from '../records/createShopRecords.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import type { ShopProduct } from './catalogue.ts'
import { createRefresher, type Refresher } from './refresher.ts'

const START = 1_800_000_000_000
const MANY = 11
const A_PART = 5

const product = (id: string, sku: string, priceMinor: number): ShopProduct => ({
  ...{ externalId: id, title: id, pictureUrl: null },
  variants: [{ externalId: `${id}-1`, sku, title: null, priceMinor, stock: 5 }],
})
const many = (priceMinor: number, skuOf = (n: number) => `SKU-${n}`) =>
  Array.from({ length: MANY }, (_, n) => product(`product-${n}`, skuOf(n), priceMinor))

export function takeChangesContract(name: string, makePlace: PlaceMaker): void {
  describe(`taking over all on ${name}`, () => {
    const clock = createSharedClock(START)
    let place: DatabasePlace
    let database: Database
    let records: ShopRecords
    let products: readonly ShopProduct[]
    /** Called after every part. */
    let afterPart: () => Promise<void>
    /** Called before every picture. */
    let onPicture: () => Promise<void>
    let parts: number
    const process = (): Refresher =>
      createRefresher({
        records: {
          ...records,
          async importCatalogue(catalogue) {
            await records.importCatalogue(catalogue)
            parts += 1
          },
          async noteTaking(taking) {
            await records.noteTaking(taking)
            if (taking !== null) await afterPart()
          },
        },
        checkout: { readCatalogue: () => Promise.resolve(grant({ currency: 'USD', products })) },
        fetchPicture: () => onPicture().then(() => null),
        clock: clock.now,
        together: A_PART,
      })
    beforeEach(async () => {
      place = await makePlace()
      database = await place.open(clock)
      records = createShopRecords({ database, onChange: () => undefined })
      afterPart = () => Promise.resolve()
      onPicture = () => Promise.resolve()
      parts = 0
    })
    afterEach(async () => {
      await database.close()
      await place.drop()
    })

    const known = async () => (await records.readCatalogue()).products
    const pricesOf = async () =>
      new Set((await known()).flatMap(({ variants }) => variants.map((one) => one.priceMinor)))

    test('in parts, one after the other; the list says how far it has come, and a second click begins nothing', async () => {
      products = many(1000)
      const [one, other] = [process(), process()]
      await one.read()
      const seen: unknown[] = []
      afterPart = async () => {
        const { taking, total } = await other.list(null)
        seen.push([taking, total])
        expect(await one.take('all')).toEqual(grant(null))
        expect(await other.take('all')).toEqual(grant(null))
      }

      expect(await one.take('all')).toEqual(grant(null))

      expect(seen).toEqual([
        [{ done: A_PART, total: MANY }, MANY - A_PART],
        [{ done: 2 * A_PART, total: MANY }, MANY - 2 * A_PART],
        [{ done: MANY, total: MANY }, 0],
      ])
      expect(parts).toBe(3)
      expect(await one.list(null)).toMatchObject({ taking: null, total: 0 })
      expect((await known()).map(({ title }) => title)).toEqual(products.map(({ title }) => title))
    })

    test('broken off in the middle, what was taken is taken, and the rest waits for whoever takes it', async () => {
      products = many(1000)
      const one = process()
      await one.read()
      afterPart = () => {
        void one.stop()
        return Promise.resolve()
      }
      await one.take('all')
      expect(await one.list(null)).toMatchObject({ taking: null, total: MANY - A_PART })
      expect((await known()).length).toBe(A_PART)
      afterPart = () => Promise.resolve()

      await process().take('all')

      expect((await process().list(null)).total).toBe(0)
      expect((await known()).length).toBe(MANY)
    })

    test('a process that died on the way is waited for a minute, and no longer', async () => {
      products = many(1000).slice(0, 3)
      const one = process()
      await one.read()
      expect(await records.beginTaking(9)).toBe(true)
      await one.take('all')
      expect(await one.list(null)).toMatchObject({ taking: { done: 0, total: 9 }, total: 3 })
      clock.advance(60_000)
      expect(await one.list(null)).toMatchObject({ taking: null, total: 3 })

      await one.take('all')

      expect((await one.list(null)).total).toBe(0)
    })

    test('one whose pictures are long in coming is not taken for dead, and nobody begins beside it', async () => {
      products = many(1000)
        .slice(0, A_PART)
        .map((one) => ({ ...one, pictures: [{ url: `https://shop.test/${one.externalId}.jpg`, alt: null }] }))
      const [one, other] = [process(), process()]
      await one.read()
      const isSeen: boolean[] = []
      onPicture = async () => {
        clock.advance(14_000)
        isSeen.push((await other.list(null)).taking !== null)
      }

      await one.take('all')

      expect(isSeen).toEqual(Array.from({ length: A_PART }, () => true))
      expect((await one.list(null)).taking).toBe(null)
    })

    test('variants far apart change their skus for each other’s', async () => {
      products = many(1000)
      const one = process()
      await one.read()
      await one.take('all')
      const swapped = (n: number) => (n === 0 ? `SKU-${MANY - 1}` : n === MANY - 1 ? 'SKU-0' : `SKU-${n}`)
      products = many(1100, swapped)
      await one.read()

      await one.take('all')

      const skus = new Map((await known()).map(({ title, variants }) => [title, variants[0]?.sku]))
      expect([skus.get('product-0'), skus.get(`product-${MANY - 1}`)]).toEqual([`SKU-${MANY - 1}`, 'SKU-0'])
      expect(await pricesOf()).toEqual(new Set([1100]))
    })

    test('a sku that is made up is nobody else’s, also not of a product that is not in the part', async () => {
      products = [product('other', 'late-late-1', 500)]
      const one = process()
      await one.read()
      await one.take('all')
      products = [product('other', 'late-late-1', 500), product('late', '', 700)]
      await one.read()

      await one.take('all')

      const skus = (await known()).map(({ title, variants }) => [title, variants[0]?.sku])
      expect(skus).toEqual([
        ['other', 'late-late-1'],
        ['late', 'late-late-1-2'],
      ])
    })

    test('what is another again meanwhile was seen by nobody, and waits', async () => {
      products = many(1000)
      const one = process()
      await one.read()
      await one.take('all')
      products = many(1100)
      await one.read()
      afterPart = async () => {
        afterPart = () => Promise.resolve()
        products = many(1200)
        await one.read()
      }

      await one.take('all')

      expect(await pricesOf()).toEqual(new Set([1000, 1100]))
      expect((await one.list(null)).total).toBe(MANY)
    })
  })
}
