// What every database must hold to of what the sheet of a product tells: a source says a part of it, and the rest stays.
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import type { DatabasePlace } from '../../ledger/proofs/testShop.ts'
import { createShopRecords } from '../records/createShopRecords.ts'
import { createStore } from '../../records/createStore.ts'
import type { Database } from '../../database/database.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import { readCsv } from './csv.ts'
import { createImporter } from './importer.ts'

export function sheetsContract(name: string, makePlace: PlaceMaker): void {
  describe(`sheets of products on ${name}`, () => {
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

    const asked: string[] = []
    /** The pictures that there are. */
    const fetchPicture = (url: string) => {
      asked.push(url)
      return Promise.resolve(/\/[ab]\.jpg$/.test(url) ? new URL(url).pathname.replace('/', '/pictures/') : null)
    }
    async function take(text: string) {
      const read = await readCsv(Buffer.from(text), 'USD')
      if (!read.ok) throw new Error(JSON.stringify(read.problems))
      const checkout = { readCatalogue: () => Promise.reject(new Error('a file was meant')) }
      return createImporter({ records, checkout, fetchPicture }).runOf(read.catalogue)
    }
    const kept = async () => (await records.readCatalogue()).products

    test('a file says a part of it, and the rest stays', async () => {
      const header = 'product,title,option1 name,option1 value,price,picture,picture alt,description,sizes,tags\n'
      const rows = [
        'tee,Tee,Size,S,10,https://x.test/a.jpg,Front,Soft & light,S 50 cm,"linen,summer"',
        'tee,,,M,10,https://x.test/b.jpg,Back,,,',
        'tee,,,,,https://x.test/c.jpg,Gone,,,',
      ]
      await take(`${header}${rows.join('\n')}\ncup,Cup,,,9,,,,,\n`)
      const store = createStore({ database, onChange: () => undefined })
      const showId = ShowId.parse('sheet')
      await store.createShow({ id: showId, title: { en: 'Sheet' }, startsAt: 0 })
      const [tee, cup] = (await kept()).map(({ id }) => id)
      if (tee === undefined || cup === undefined) throw new Error('no products')
      const details = (id: ProductId) => records.readDetails(showId, id)
      const told = {
        options: [{ name: 'Size', values: ['S', 'M'] }],
        pictures: [{ src: '/pictures/b.jpg', alt: 'Back' }],
        ...{ description: 'Soft & light', sizes: 'S 50 cm', tags: ['linen', 'summer'], vendor: '', type: '' },
      }
      expect(await details(tee)).toEqual(told)
      const values = (await kept()).flatMap(({ variants }) => variants.map(({ options }) => options))
      expect(values).toEqual([[{ name: 'Size', value: 'S' }], [{ name: 'Size', value: 'M' }], []])

      await take('product,title,sku,price,vendor,description\ntee,Tee,,10,Weavers,Rough\n')

      expect(await details(tee)).toEqual({ ...told, vendor: 'Weavers', description: 'Rough' })
      expect(await details(cup)).toMatchObject({ description: '', pictures: [], options: [] })
      expect(await details(ProductId.parse('nobody'))).toBeNull()
      expect(await records.readDetails(ShowId.parse('other'), tee)).toBeNull()
    })

    test('a picture that is here is not fetched again, and one that could not be had is', async () => {
      const text = 'product,title,price,picture\na,A,1,https://x.test/a.jpg\nb,B,1,https://x.test/c.jpg\n'
      asked.splice(0)

      const first = await take(text)
      await take(text)

      const [a, c] = ['https://x.test/a.jpg', 'https://x.test/c.jpg']
      expect(asked).toEqual([a, c, c])
      expect(first.withoutPicture).toEqual(['B'])
    })
  })
}
