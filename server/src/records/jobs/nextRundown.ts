// What a show that is made now sells: its products and variants, and how many units are free for it.
import type { FreeUnits } from '@lantern/shared/contract/http.ts'
import { MOST_OFFERS } from '@lantern/shared/contract/rundown.ts'
import type { ProductId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema, VariantRow } from '../../database/schema.ts'
import { readSetting } from '../../shops/records/catalogue.ts'
import { keptByShows, unitsLeft } from './allotting.ts'

export async function nextRundown(db: Kysely<Schema>) {
  const currency = await readSetting(db, 'currency')
  // What has vanished from the shop cannot be sold, nor what was imported in another currency than the shop has now.
  const there = db.selectFrom('variants').where('available', '=', 1)
  const sold = currency === null ? there : there.where('currency', '=', currency)
  const withVariants = db.selectFrom('products').select('id').where('id', 'in', sold.select('product_id'))
  const found = await withVariants.orderBy('position').orderBy('id').execute()
  const all = await sold.selectAll().orderBy('product_id').orderBy('position').execute()
  return firstOffers(found, all)
}

/** Whole products in their order, until the next would be too many. */
function firstOffers(found: readonly { id: ProductId }[], all: readonly VariantRow[]) {
  const byProduct = Map.groupBy(all, (variant) => variant.product_id)
  let offers = 0
  const end = found.findIndex(({ id }) => (offers += byProduct.get(id)?.length ?? 0) > MOST_OFFERS)
  const products = end < 0 ? found : found.slice(0, end)
  const chosen = new Set(products.map(({ id }) => id))
  return { products, variants: all.filter((variant) => chosen.has(variant.product_id)) }
}

/** As it stands: nothing is set aside by asking. */
export const readFreeUnits: Job<null, FreeUnits> = {
  name: 'store.readFreeUnits',
  kind: 'read',
  async work(db) {
    const { products, variants } = await nextRundown(db)
    const left = await unitsLeft(db, variants)
    const counted = variants.filter((variant) => variant.counted === 1)
    const free = counted.reduce((sum, { id }) => sum + (left.get(id) ?? 0), 0)
    const some = new Set(variants.filter(({ id }) => (left.get(id) ?? 0) > 0).map(({ product_id }) => product_id))
    const without = products.filter(({ id }) => !some.has(id)).length
    return { free, products: products.length, without, keptBy: await keptByShows(db, variants) }
  },
}
