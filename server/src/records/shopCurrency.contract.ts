// What every database must hold to when the shop changes its currency in the middle of a sale, and back: nothing is sold at a wrong price.
import { HoldId, ProductId, SaleId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import { createLedger } from '../ledger/createLedger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import type { DatabasePlace } from '../ledger/proofs/testShop.ts'
import type { Database } from '../database/database.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import type { ShopRecords } from '../shops/records/shopRecords.ts'
import { createStore } from './createStore.ts'
import type { Store } from './store.ts'

const SHOW = ShowId.parse('evening')
const OWNER = StaffId.parse('owner')
const CUP = ProductId.parse('cup')
const ANNA = ViewerId.parse('anna')
const BEN = ViewerId.parse('ben')

export function shopCurrencyContract(name: string, makePlace: PlaceMaker): void {
  describe(`a shop that changes its currency, on ${name}`, () => {
    let place: DatabasePlace
    let database: Database
    let store: Store
    let ledger: Ledger
    let records: ShopRecords
    let told: ShowId[]
    beforeEach(async () => {
      told = []
      place = await makePlace()
      database = await place.open(createSharedClock(1_800_000_000_000))
      store = createStore({ database, onChange: () => undefined })
      ledger = createLedger({ database, onChange: () => undefined })
      records = createShopRecords({ database, onChange: (showIds) => void told.push(...showIds) })
      const variants = [{ externalId: 'CUP', sku: 'CUP', title: null, priceMinor: 1250, stock: 5 }]
      const cup = { id: CUP, externalId: 'cup', title: 'Cup', picture: null, variants }
      await records.importCatalogue({ currency: 'KWD', products: [cup], isWhole: true })
      await store.createShow({ id: SHOW, title: { en: 'Evening' }, startsAt: 0 })
      await store.goLive(SHOW, OWNER)
    })
    afterEach(async () => {
      await ledger.close()
      await database.close()
      await place.drop()
    })

    const shopAsksIn = (shopCurrency: string | null) =>
      records.noteReading({ startedAt: 1, shopCurrency, problem: null })
    const offer = async () => {
      const found = (await store.readRoom(SHOW))?.room.offers[0]
      if (found === undefined) throw new Error('nothing is on offer')
      return found
    }
    const who = (viewerId: ViewerId) => ({ showId: SHOW, viewerId, viewerName: 'v', via: null, source: null })
    const hold = async (viewerId: ViewerId, quantity = 1) => {
      const lines = [{ offerId: (await offer()).id, quantity, priceMinor: 1250 }]
      return ledger.place({ holdId: HoldId.parse(`of-${viewerId}`), ...who(viewerId), lines })
    }
    const OTHER = { ok: false, code: 'CURRENCY_CHANGED', detail: { from: 'KWD', to: 'JPY' } }

    test('nothing more is granted, neither held, nor waited for, nor put on sale; what is held may be given back', async () => {
      expect((await hold(ANNA)).ok).toBe(true)

      await shopAsksIn('JPY')

      expect(await hold(BEN)).toMatchObject(OTHER)
      const holdId = HoldId.parse('of-anna')
      const { id: offerId } = await offer()
      const more = { holdId, viewerId: ANNA, lines: [{ offerId, quantity: 2 }] }
      expect(await ledger.change(more)).toMatchObject(OTHER)
      expect(await ledger.joinWaitlist({ ...who(BEN), offerId, quantity: 1 })).toMatchObject(OTHER)
      const timing = { countdownMs: 5000, lengthMs: 60_000, perViewer: 1, priceMinor: 50, units: 1 }
      const sale = { saleId: SaleId.parse('sale'), showId: SHOW, productId: CUP, ...timing, by: OWNER }
      expect(await ledger.startSale(sale)).toMatchObject(OTHER)
      expect((await ledger.release({ holdId, viewerId: ANNA })).ok).toBe(true)
    })

    test('whose turn has come in the line is not served meanwhile, and is once it is over', async () => {
      await hold(ANNA, 5)
      expect((await ledger.joinWaitlist({ ...who(BEN), offerId: (await offer()).id, quantity: 1 })).ok).toBe(true)
      await shopAsksIn('JPY')
      await ledger.release({ holdId: HoldId.parse('of-anna'), viewerId: ANNA })
      await ledger.sweep(100)
      expect((await offer()).waiting).toBe(1)

      await shopAsksIn('KWD')
      await ledger.sweep(100)

      expect(await offer()).toMatchObject({ waiting: 0, taken: 1 })
    })

    test('the room is told once, and again when it is the old one or nobody knows', async () => {
      const { cursor } = (await store.readRoom(SHOW)) ?? { cursor: -1 }

      await shopAsksIn('JPY')
      await shopAsksIn('JPY')

      expect(told).toEqual([SHOW])
      const news = await store.readRoomSince(SHOW, cursor)
      expect(news.room.show).toMatchObject({ currency: 'KWD', shopCurrency: 'JPY' })
      await shopAsksIn('KWD')
      expect((await store.readRoom(SHOW))?.room.show.shopCurrency).toBeUndefined()
      expect((await hold(ANNA)).ok).toBe(true)
      await shopAsksIn('JPY')
      await shopAsksIn(null)
      expect((await hold(BEN)).ok).toBe(true)
    })

    test('a show that is made meanwhile sells as little, and none of the other currency comes into a rundown', async () => {
      await shopAsksIn('JPY')
      const made = await store.createShow({ id: ShowId.parse('late'), title: { en: 'Late' }, startsAt: 0 })
      expect(made).toMatchObject({ currency: 'KWD', shopCurrency: 'JPY' })
      const hatVariants = [{ externalId: 'HAT', sku: 'HAT', title: null, priceMinor: 900, stock: 5 }]
      const hat = { id: ProductId.parse('hat'), externalId: 'hat', title: 'Hat', picture: null, variants: hatVariants }
      await records.importCatalogue({ currency: 'JPY', products: [hat], isWhole: false })
      const { revision = '' } = (await store.readRundown(SHOW)) ?? {}

      const rundown = [{ productId: CUP }, { productId: hat.id }]

      expect(await store.changeRundown(SHOW, { revision, rundown }, OWNER)).toMatchObject(OTHER)
      const next = await store.createShow({ id: ShowId.parse('next'), title: { en: 'Next' }, startsAt: 0 })
      expect([next.currency, next.shopCurrency]).toEqual(['JPY', undefined])
    })
  })
}
