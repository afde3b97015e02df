// An import reaches scheduled shows, leaves running ones and holds alone, and marks what has vanished.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ProductId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSharedClock } from '../clock.ts'
import { openSqlite } from '../ledger/openSqlite.ts'
import { createShopRecords } from './createShopRecords.ts'
import { createStore } from './createStore.ts'
import type { ImportedProduct, ShopRecords } from './shopRecords.ts'
import type { Store } from './store.ts'

const clock = createSharedClock(1_800_000_000_000)
const [SCHEDULED, LIVE, LATER] = ['scheduled', 'live', 'later'].map((id) => ShowId.parse(id)) as [
  ShowId,
  ShowId,
  ShowId,
]
let dir: string
let store: Store
let records: ShopRecords

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lantern-import-'))
  const database = await openSqlite({ file: join(dir, 'l.db'), clock })
  store = createStore({ database, onChange: () => undefined })
  records = createShopRecords({ database, onChange: () => undefined })
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true, force: true })
})

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
const makeShow = (id: ShowId) => store.createShow({ id, title: { en: id }, startsAt: clock.now() })
const pricesOf = async (id: ShowId) =>
  (await store.readRoom(id))?.offers.map(({ priceMinor, shopPriceMinor }) => [priceMinor, shopPriceMinor])

test('a changed price reaches scheduled shows, not running ones', async () => {
  await records.importCatalogue('USD', [product(cup(1000))])
  await makeShow(SCHEDULED)
  await makeShow(LIVE)
  await store.goLive(LIVE, StaffId.parse('s'))

  await records.importCatalogue('USD', [product(cup(1200))])

  expect(await pricesOf(SCHEDULED)).toEqual([[1200, 1200]])
  expect(await pricesOf(LIVE)).toEqual([[1000, 1000]])
})

test('what has vanished stays in its shows, comes into no new one, and can come back', async () => {
  const small = cup(1000)
  const large = cup(1500, 'CUP-L', '12')
  await records.importCatalogue('USD', [product(small, large)])
  await makeShow(SCHEDULED)

  await records.importCatalogue('USD', [product(small)])
  await makeShow(LATER)
  const gone = (await records.readCatalogue()).products[0]?.variants.map(({ available }) => available)
  await records.importCatalogue('USD', [product(small, large)])

  expect(gone).toEqual([true, false])
  expect((await store.readRoom(SCHEDULED))?.offers).toHaveLength(2)
  expect((await store.readRoom(LATER))?.offers).toHaveLength(1)
  expect((await records.readCatalogue()).products[0]?.variants.every(({ available }) => available)).toBe(true)
})

test('a sku written anew in the shop stays the same variant here', async () => {
  await records.importCatalogue('USD', [product(cup(1000))])
  const before = (await records.readCatalogue()).products[0]?.variants[0]?.id

  await records.importCatalogue('USD', [product(cup(1000, 'MUG'))])

  expect((await records.readCatalogue()).products[0]?.variants).toMatchObject([{ id: before, sku: 'MUG' }])
})
