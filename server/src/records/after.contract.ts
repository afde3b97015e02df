// What every database must hold to for a show that is over: the shop's pages of its products as imported, and the show that comes next.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { describe, expect, test } from 'vitest'
import type { ShopProduct } from '../shops/catalogue/catalogue.ts'
import { createImporter } from '../shops/catalogue/importer.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import { withShop } from '../ledger/proofs/ledger.contract.ts'
import { CUP, SHOW, STAFF, START_AT } from '../ledger/proofs/testShop.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'

const HOUR_MS = 3_600_000
const page = 'https://shop.test/products/cup'

export function afterContract(name: string, makePlace: PlaceMaker): void {
  describe(`after a show on ${name}`, () => {
    const current = withShop(makePlace)
    const shop = () => current().shop
    const after = () => shop().store.readAfter(SHOW)
    const plan = (id: string, startsAt: number) =>
      shop().store.createShow({ id: ShowId.parse(id), title: { en: id }, startsAt })

    /** The shop is read anew, with what it says of the cup's page. */
    async function importCup(from: 'shop' | 'file', said: Pick<ShopProduct, 'pageUrl'>) {
      const records = createShopRecords({ database: shop().database, onChange: () => undefined })
      const [sku] = (await records.readCatalogue()).products.find(({ id }) => id === CUP)?.variants ?? []
      const variant = { externalId: null, sku: sku?.sku ?? '', title: null, priceMinor: 1000, stock: 5 }
      const cup = { externalId: 'cup', title: 'Cup', pictureUrl: null, variants: [variant], ...said }
      const read = { currency: 'USD', products: [cup] }
      const checkout = { readCatalogue: () => Promise.resolve(grant(read)) }
      const importer = createImporter({ records, checkout, fetchPicture: () => Promise.resolve(null) })
      await (from === 'shop' ? importer.run() : importer.runOf(read))
    }

    test('a product leads to its page at the shop, and no more once the shop has none', async () => {
      expect(await after()).toEqual({ pages: {}, next: null })
      await importCup('shop', { pageUrl: page })
      expect((await after())?.pages).toEqual({ [CUP]: page })

      await importCup('file', {})
      expect((await after())?.pages).toEqual({ [CUP]: page })
      await importCup('shop', { pageUrl: null })
      expect((await after())?.pages).toEqual({})
    })

    test.each(['javascript:alert(1)', 'data:text/html,x', 'https://shop.test@evil.test/', '/products/cup'])(
      'what is no address of the web is no page: %s',
      async (pageUrl) => {
        await importCup('file', { pageUrl })

        expect((await after())?.pages).toEqual({})
      },
    )

    test('the next show is the earliest that is still to come; one that is on comes first; one forgotten never', async () => {
      const ids = async () => {
        const next = (await after())?.next
        return next && [next.id, next.isLive]
      }
      await plan('forgotten', START_AT - 24 * HOUR_MS)
      expect(await ids()).toBeNull()
      await plan('later', START_AT + 48 * HOUR_MS)
      await plan('sooner', START_AT + 24 * HOUR_MS)
      expect(await ids()).toEqual(['sooner', false])

      await shop().store.goLive(ShowId.parse('later'), STAFF)

      expect(await ids()).toEqual(['later', true])
      expect(await shop().store.readAfter(ShowId.parse('nowhere'))).toBeNull()
    })
  })
}
