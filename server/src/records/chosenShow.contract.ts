// What every database must hold to when staff choose what is in a show: order, variants and units, or a refusal and no show.
import { ProductId, ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import type { DatabasePlace } from '../ledger/proofs/testShop.ts'
import type { Database } from '../database/database.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import type { KnownProduct } from '../shops/records/shopRecords.ts'
import { createStore } from './createStore.ts'
import type { Store } from './store.ts'

export function chosenShowContract(name: string, makePlace: PlaceMaker): void {
  describe(`a show with chosen products on ${name}`, () => {
    let place: DatabasePlace
    let database: Database
    let store: Store
    let products: readonly KnownProduct[]
    beforeEach(async () => {
      place = await makePlace()
      database = await place.open(createSharedClock(1_800_000_000_000))
      store = createStore({ database, onChange: () => undefined })
      const records = createShopRecords({ database, onChange: () => undefined })
      const variant = (sku: string) => ({ externalId: sku, sku, title: sku, priceMinor: 100, stock: 5 })
      const all = ['a', 'b', 'c'].map((id) => ({
        ...{ id: ProductId.parse(`p-${id}`), externalId: id, title: id, picture: null },
        variants: [variant(`${id}1`), variant(`${id}2`)],
      }))
      await records.importCatalogue({ currency: 'USD', products: all, isWhole: true })
      products = (await records.readCatalogue()).products
    })
    afterEach(async () => {
      await database.close()
      await place.drop()
    })

    const [SHOW, OTHER] = [ShowId.parse('chosen'), ShowId.parse('other')]
    const named = (title: string): KnownProduct => {
      const found = products.find((product) => product.title === title)
      if (found === undefined) throw new Error(`no product ${title}`)
      return found
    }
    const sold = (title: string, units: number) => {
      const [first] = named(title).variants
      return { productId: named(title).id, variants: [{ variantId: first?.id ?? VariantId.parse('none'), units }] }
    }
    const make = (id: ShowId, chosen: Parameters<Store['createChosenShow']>[1]) =>
      store.createChosenShow({ id, title: { en: id }, startsAt: 0 }, chosen)

    test('in the order of the choice, with the units of the choice, else all that are left', async () => {
      const made = await make(SHOW, [sold('c', 2), { productId: named('a').id }])

      expect(made).toMatchObject({ ok: true, value: { id: SHOW, currency: 'USD' } })
      const room = (await store.readRoom(SHOW))?.room
      expect(room?.products.map(({ title, number }) => [title.en, number])).toEqual([
        ['c', 1],
        ['a', 2],
      ])
      const skus = new Map(room?.products.flatMap(({ variants }) => variants.map(({ id, sku }) => [id, sku] as const)))
      expect(room?.offers.map(({ variantId, free }) => [skus.get(variantId), free]).sort()).toEqual([
        ['a1', 5],
        ['a2', 5],
        ['c1', 2],
      ])
      // What it leaves is another show's.
      expect(await make(OTHER, [sold('c', 3)])).toMatchObject({ ok: true })
    })

    test('more units than are left, what is not sold, and too much are refused, and there is no show', async () => {
      await make(OTHER, [sold('c', 4)])

      expect(await make(SHOW, [sold('c', 2)])).toMatchObject({
        ok: false,
        code: 'NOT_ENOUGH_LEFT',
        detail: { left: 1 },
      })
      const foreign = { productId: named('a').id, variants: sold('b', 1).variants }
      expect(await make(SHOW, [foreign])).toMatchObject({ ok: false, code: 'PRODUCT_NOT_FOUND' })
      const nobody = { productId: ProductId.parse('nobody') }
      expect(await make(SHOW, [nobody])).toMatchObject({ ok: false, detail: { productId: 'nobody' } })
      expect(await store.readRoom(SHOW)).toBeNull()
    })

    test('the same show again is the show that there is', async () => {
      await make(SHOW, [sold('a', 1)])

      expect(await make(SHOW, [sold('b', 9)])).toMatchObject({ ok: true, value: { id: SHOW } })
      expect((await store.readRoom(SHOW))?.room.products.map(({ title }) => title.en)).toEqual(['a'])
    })
  })
}
