// What every database must hold to when staff change what a show sells, before it is live and while it is.
import {
  HoldId,
  OfferId,
  ProductId,
  SaleId,
  ShowId,
  StaffId,
  VariantId,
  ViewerId,
} from '@lantern/shared/contract/ids.ts'
import type { ChosenProduct, ShowRundown } from '@lantern/shared/contract/rundown.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import { createLedger } from '../ledger/createLedger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import type { DatabasePlace } from '../ledger/proofs/testShop.ts'
import type { Database } from '../database/database.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import type { KnownProduct } from '../shops/records/shopRecords.ts'
import { createStore } from './createStore.ts'
import type { Store } from './store.ts'

const SHOW = ShowId.parse('planned')
const OWNER = StaffId.parse('owner')
const ANNA = ViewerId.parse('anna')

export function rundownContract(name: string, makePlace: PlaceMaker): void {
  describe(`the rundown of a show that there is, on ${name}`, () => {
    let place: DatabasePlace
    let database: Database
    let store: Store
    let ledger: Ledger
    let products: readonly KnownProduct[]
    beforeEach(async () => {
      place = await makePlace()
      database = await place.open(createSharedClock(1_800_000_000_000))
      store = createStore({ database, onChange: () => undefined })
      ledger = createLedger({ database, onChange: () => undefined })
      const records = createShopRecords({ database, onChange: () => undefined })
      const variant = (sku: string) => ({ externalId: sku, sku, title: sku, priceMinor: 100, stock: 5 })
      const all = ['a', 'b', 'c'].map((id) => ({
        ...{ id: ProductId.parse(`p-${id}`), externalId: id, title: id, picture: null },
        variants: [variant(`${id}1`), variant(`${id}2`)],
      }))
      await records.importCatalogue({ currency: 'USD', products: all, isWhole: true })
      products = (await records.readCatalogue()).products
      await store.createChosenShow({ id: SHOW, title: { en: 'Planned' }, startsAt: 0 }, [just('a'), just('b')])
    })
    afterEach(async () => {
      await ledger.close()
      await database.close()
      await place.drop()
    })

    const named = (title: string): KnownProduct => {
      const found = products.find((product) => product.title === title)
      if (found === undefined) throw new Error(`no product ${title}`)
      return found
    }
    const just = (title: string): ChosenProduct => ({ productId: named(title).id })
    const sized = (title: string, units: number): ChosenProduct => ({
      productId: named(title).id,
      variants: [{ variantId: named(title).variants[0]?.id ?? VariantId.parse('none'), units }],
    })
    const read = async (): Promise<ShowRundown> => {
      const rundown = await store.readRundown(SHOW)
      if (rundown === null) throw new Error('no show')
      return rundown
    }
    const change = async (rundown: ChosenProduct[]) =>
      store.changeRundown(SHOW, { revision: (await read()).revision, rundown }, OWNER)
    const summary = ({ products: all }: ShowRundown) =>
      all.map(({ title, variants }) => [title.en, ...variants.map(({ units }) => units)])
    const offerOf = async (title: string): Promise<OfferId> => {
      const room = await store.readRoom(SHOW)
      return room?.room.offers.find(({ productId }) => productId === named(title).id)?.id ?? OfferId.parse('none')
    }
    const hold = async (title: string, quantity = 1) => {
      const lines = [{ offerId: await offerOf(title), quantity, priceMinor: 100 }]
      const holdId = HoldId.parse(`hold-of-${title}`)
      const who = { showId: SHOW, viewerId: ANNA, viewerName: 'Anna', via: null, source: 'here', crowd: null }
      return ledger.place({ holdId, ...who, lines })
    }

    test('products, order and units change together, and whoever follows the room sees them', async () => {
      const { cursor } = (await store.readRoom(SHOW)) ?? { cursor: -1 }

      const changed = await change([sized('c', 2), just('a')])

      expect(changed.ok && summary(changed.value)).toEqual([
        ['c', 2],
        ['a', 5, 5],
      ])
      const news = await store.readRoomSince(SHOW, cursor)
      expect(news.room.products?.map(({ title, number }) => [number, title.en])).toEqual([
        [1, 'c'],
        [2, 'a'],
      ])
      const told = news.room.offers?.filter(({ productId }) => productId === named('b').id)
      expect(told?.map(({ allotted, free, withdrawn }) => [allotted, free, withdrawn])).toEqual([
        [0, 0, true],
        [0, 0, true],
      ])
      expect(news.room.buying?.keywords.length).toBe(3)
    })

    test('what left the show is free for others, and may come back at the price of that day', async () => {
      await change([just('a')])

      expect((await store.readFreeUnits()).free).toBe(20)
      const back = await change([just('a'), sized('b', 3)])

      expect(back.ok && summary(back.value)).toEqual([
        ['a', 5, 5],
        ['b', 3],
      ])
      await store.goLive(SHOW, OWNER)
      expect((await hold('b')).ok).toBe(true)
    })

    test('during the show as well; a hold on it keeps a product in the show, and units do not go below it', async () => {
      await store.goLive(SHOW, OWNER)
      await hold('a', 2)

      expect(await change([just('b')])).toMatchObject({ ok: false, code: 'PRODUCT_TAKEN', detail: { taken: 2 } })
      expect(await change([sized('a', 1), just('b')])).toMatchObject({ code: 'BELOW_TAKEN', detail: { taken: 2 } })
      const changed = await change([just('c'), sized('a', 2)])
      expect(changed.ok && summary(changed.value)).toEqual([
        ['c', 5, 5],
        ['a', 2, 5],
      ])
      expect(await ledger.release({ holdId: HoldId.parse('hold-of-a'), viewerId: ANNA })).toMatchObject({ ok: true })
      expect((await change([just('c')])).ok).toBe(true)
    })

    test('under first paid a hold keeps the product too, though it takes no unit yet', async () => {
      await store.goLive(SHOW, OWNER)
      await ledger.changeOffer({ offerId: await offerOf('a'), showId: SHOW, policy: 'first_paid', by: OWNER })
      await hold('a')

      expect(await change([just('b')])).toMatchObject({ ok: false, code: 'PRODUCT_TAKEN', detail: { taken: 1 } })
    })

    test('nothing is sold, waited for or put on sale of what left the show, and its pin and its line go', async () => {
      await store.goLive(SHOW, OWNER)
      const offerId = await offerOf('a')
      const { id: productId } = named('a')
      const who = { showId: SHOW, viewerId: ANNA, viewerName: 'Anna', via: null, source: 'here', crowd: null }
      await ledger.changeOffer({ offerId, showId: SHOW, allotted: 0, by: OWNER })
      expect((await ledger.joinWaitlist({ ...who, offerId, quantity: 1 })).ok).toBe(true)
      await store.setPins(SHOW, [productId, named('b').id], OWNER)
      const { cursor } = (await store.readRoom(SHOW)) ?? { cursor: -1 }

      expect((await change([just('b')])).ok).toBe(true)

      const news = await store.readRoomSince(SHOW, cursor)
      expect(news.room.pins?.productIds).toEqual([named('b').id])
      expect(news.inner.line?.map(({ state }) => state)).toEqual(['closed'])
      const lines = [{ offerId, quantity: 1, priceMinor: 100 }]
      const placed = ledger.place({ holdId: HoldId.parse('late'), ...who, lines })
      expect(await placed).toMatchObject({ code: 'OFFER_NOT_FOUND' })
      expect(await ledger.joinWaitlist({ ...who, offerId, quantity: 1 })).toMatchObject({ code: 'OFFER_NOT_FOUND' })
      const raised = ledger.changeOffer({ offerId, showId: SHOW, allotted: 5, by: OWNER })
      expect(await raised).toMatchObject({ code: 'OFFER_NOT_FOUND' })
      const timing = { countdownMs: 5000, lengthMs: 60_000, perViewer: 1, priceMinor: 50, units: 1 }
      const sale = { saleId: SaleId.parse('sale'), showId: SHOW, productId, ...timing, by: OWNER }
      expect(await ledger.startSale(sale)).toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
    })

    test('a product on sale stays until the sale is over', async () => {
      await store.goLive(SHOW, OWNER)
      const timing = { countdownMs: 5000, lengthMs: 60_000, perViewer: 1, priceMinor: 50, units: 1 }
      const sale = { saleId: SaleId.parse('sale'), showId: SHOW, productId: named('a').id, ...timing, by: OWNER }
      expect((await ledger.startSale(sale)).ok).toBe(true)

      expect(await change([just('b')])).toMatchObject({ ok: false, code: 'SALE_RUNNING' })
    })

    test('of two who change it at once the second looks again; who sends the same twice has the same answer', async () => {
      const { revision } = await read()
      const wishes = [[just('b'), just('a')], [just('a')]]

      const answers = await Promise.all(
        wishes.map((rundown) => store.changeRundown(SHOW, { revision, rundown }, OWNER)),
      )

      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['RUNDOWN_CHANGED', 'ok'])
      const won = answers.findIndex(({ ok }) => ok)
      const again = await store.changeRundown(SHOW, { revision, rundown: wishes[won] ?? [] }, OWNER)
      expect(again).toEqual(answers[won])
    })

    test('units that nobody has, products that are not sold and a show that is over are refused, and nothing changes', async () => {
      const before = await read()

      expect(await change([sized('a', 6), just('b')])).toMatchObject({ code: 'NOT_ENOUGH_LEFT', detail: { left: 5 } })
      expect(await change([just('a'), just('b'), sized('c', 9)])).toMatchObject({ code: 'NOT_ENOUGH_LEFT' })
      const foreign = { productId: named('a').id, variants: sized('c', 1).variants ?? [] }
      expect(await change([foreign, just('b')])).toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
      expect(await change([{ productId: ProductId.parse('nobody') }])).toMatchObject({ code: 'PRODUCT_NOT_FOUND' })
      expect(await read()).toEqual(before)
      await store.goLive(SHOW, OWNER)
      await ledger.endShow({ showId: SHOW, by: OWNER })
      expect(await change([just('a')])).toMatchObject({ code: 'SHOW_ENDED' })
      const none = ShowId.parse('none')
      expect(await store.changeRundown(none, { revision: '', rundown: [] }, OWNER)).toMatchObject({
        code: 'SHOW_NOT_FOUND',
      })
      expect(await store.readRundown(none)).toBeNull()
    })
  })
}
