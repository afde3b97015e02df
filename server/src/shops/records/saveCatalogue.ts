// The job that puts products into the catalogue as they are given, by our own ids and skus.
import { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { CatalogueProduct } from '../../records/store.ts'
import { saveSetting } from './catalogue.ts'
import { toDetailsRow, upsertDetails } from './productDetails.ts'

interface SaveCatalogue {
  readonly currency: string
  readonly products: readonly CatalogueProduct[]
}

export const saveCatalogue: Job<SaveCatalogue, void> = {
  name: 'store.saveCatalogue',
  kind: 'write',
  async work(db, { currency, products }, context) {
    await saveSetting(db, 'currency', currency)
    for (const [position, product] of products.entries()) await saveProduct(db, product, position)
    for (const product of products) await saveVariants(db, { product, currency }, context)
    const told = products.flatMap(({ id, details }) => (details === undefined ? [] : [toDetailsRow(id, details)]))
    if (told.length > 0) await upsertDetails(db, told)
  },
}

async function saveProduct(db: Kysely<Schema>, product: CatalogueProduct, position: number): Promise<void> {
  const row = { position, title: JSON.stringify(product.title), picture: product.picture }
  await db
    .insertInto('products')
    .values({ id: product.id, external_id: null, page_url: null, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

async function saveVariants(
  db: Kysely<Schema>,
  { product, currency }: { product: CatalogueProduct; currency: string },
  context: JobContext,
): Promise<void> {
  for (const [position, { sku, title, priceMinor, stock }] of product.variants.entries()) {
    const row = {
      product_id: ProductId.parse(product.id),
      position,
      title: title && JSON.stringify(title),
      price_minor: priceMinor,
      currency,
      stock,
      stock_at: await context.now(),
      counted: 1 as const,
    }
    await db
      .insertInto('variants')
      .values({ id: VariantId.parse(context.newId()), sku, external_id: null, available: 1, ...row })
      .onConflict((conflict) => conflict.column('sku').doUpdateSet(row))
      .execute()
  }
}
