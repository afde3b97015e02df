// Jobs on the catalogue and the shop's settings.
import { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import { appendEvent, appendToShop } from '../../events/append.ts'
import { changedIn } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import type { Schema } from '../../database/schema.ts'
import type { CatalogueProduct } from '../../records/store.ts'

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

/** The name shown on every show that has not ended. */
export const setShop: Job<{ name: string }, Changed<void>> = {
  name: 'store.setShop',
  kind: 'write',
  async work(db, { name }, context) {
    const known = await readSetting(db, 'shop_name')
    await saveSetting(db, 'shop_name', name)
    const others = db.selectFrom('shows').selectAll().where('phase', '!=', 'ended').where('shop_name', '!=', name)
    const shows = await context.words.lockRows(others.orderBy('id')).execute()
    for (const show of shows) {
      const version = await appendEvent(db, { show, actor: 'setup', type: 'shop:renamed', payload: { name } }, context)
      await db.updateTable('shows').set({ shop_name: name, version }).where('id', '=', show.id).execute()
    }
    if (known !== name) await appendToShop(db, { actor: 'setup', type: 'shop:renamed', payload: { name } }, context)
    return changedIn(undefined, ...shows.map((show) => show.id))
  },
}

export async function saveSetting(db: Kysely<Schema>, name: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

export async function readSetting(db: Kysely<Schema>, name: string): Promise<string | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}
