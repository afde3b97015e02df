// Takes a shop's catalogue over into ours: what is new, what costs something else, what has vanished.
import { type ProductId, type ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { type Matched, matchCatalogue } from '../../domain/catalogue/matchCatalogue.ts'
import { setAside } from '../../domain/catalogue/skus.ts'
import type { Job, JobContext } from '../../database/database.ts'
import { appendEvent } from '../../events/append.ts'
import { type Changed, changedIn } from '../../database/changed.ts'
import { toText } from '../../database/toThings.ts'
import type { Schema, VariantRow } from '../../database/schema.ts'
import type { ImportedCatalogue, ImportedProduct, ImportedVariant, KnownProduct, KnownVariant } from './shopRecords.ts'
import { readSetting, saveSetting } from './catalogue.ts'

type Known = { readonly currency: string | null; readonly products: readonly KnownProduct[] }

export const readCatalogue: Job<null, Known> = {
  name: 'shop.readCatalogue',
  kind: 'read',
  work: async (db) => ({ currency: await readSetting(db, 'currency'), products: await readKnown(db) }),
}

async function readKnown(db: Kysely<Schema>): Promise<KnownProduct[]> {
  const products = await db.selectFrom('products').selectAll().orderBy('position').orderBy('id').execute()
  const variants = await db.selectFrom('variants').selectAll().orderBy('position').execute()
  const ofProduct = Map.groupBy(variants, (variant) => variant.product_id)
  return products.map(({ id, external_id, title }) => ({
    id,
    externalId: external_id,
    title: nameOf(title),
    variants: (ofProduct.get(id) ?? []).map(toKnown),
  }))
}

/** An import writes English alone. */
const nameOf = (title: string) => toText(title).en ?? ''

function toKnown({ id, external_id, sku, title, price_minor, available, stock, counted }: VariantRow): KnownVariant {
  return {
    id,
    externalId: external_id,
    sku,
    title: title === null ? null : nameOf(title),
    priceMinor: price_minor,
    available: available === 1,
    stock: counted === 1 ? stock : null,
  }
}

/** Where it is, and what has been found out. */
interface Importing {
  readonly db: Kysely<Schema>
  readonly context: JobContext
  readonly catalogue: ImportedCatalogue
  readonly matched: Matched<ImportedProduct, ImportedVariant, KnownVariant>
}

export const importCatalogue: Job<ImportedCatalogue, Changed<void>> = {
  name: 'shop.importCatalogue',
  kind: 'write',
  async work(db, catalogue, context) {
    // First: of two imports at once the second reads what the first has written.
    await saveSetting(db, 'currency', catalogue.currency)
    const matched = matchCatalogue<ImportedVariant, ImportedProduct, KnownVariant>(await readKnown(db), catalogue)
    const importing: Importing = { db, context, catalogue, matched }
    await freeSkus(importing)
    const ids = await saveProducts(importing)
    for (const variant of matched.variants) await saveVariant(importing, variant, ids)
    await markVanished(importing)
    return changedIn(undefined, ...(await repriceScheduled(importing)))
  },
}

/** A sku names one row at any moment: who gets another lets go first, so that two can change theirs for each other's. */
async function freeSkus({ db, matched: { variants, setAside: gone } }: Importing): Promise<void> {
  const rename = (id: VariantId, sku: string) => db.updateTable('variants').set({ sku }).where('id', '=', id).execute()
  for (const variant of gone) await rename(variant.id, setAside(variant))
  for (const { old, sku } of variants) if (old !== undefined && old.sku !== sku) await rename(old.id, `~${old.id}`)
}

/** Answers with what each is called here. */
async function saveProducts({ db, catalogue, matched }: Importing): Promise<ReadonlyMap<ImportedProduct, ProductId>> {
  for (const [position, { read, old }] of matched.products.entries()) {
    if (read.variants.length === 0) continue
    const external = { external_id: catalogue.isWhole || !isOfShop(old) ? read.externalId : (old?.externalId ?? null) }
    const row = { position, title: JSON.stringify({ en: read.title }), ...external, ...pageOf(read, catalogue) }
    const picture = read.picture === null ? {} : { picture: read.picture }
    await db
      .insertInto('products')
      .values({ id: old?.id ?? read.id, picture: '', page_url: null, ...row, ...picture })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, ...picture }))
      .execute()
  }
  return new Map(matched.products.map(({ read, old }) => [read, old?.id ?? read.id]))
}

/** A shop that has no page of it any more takes the link away; a file without such a column says nothing of it. */
function pageOf({ pageUrl = null }: ImportedProduct, { isWhole }: ImportedCatalogue) {
  return pageUrl === null && !isWhole ? {} : { page_url: pageUrl }
}

/** The shop itself has named it: a file, which has no such ids, leaves them. */
const isOfShop = (product: KnownProduct | undefined) =>
  product?.variants.some(({ externalId }) => externalId !== null) ?? false

type Place = Importing['matched']['variants'][number]

async function saveVariant(
  { db, context, catalogue }: Importing,
  { product, variant, old, sku }: Place,
  ids: ReadonlyMap<ImportedProduct, ProductId>,
): Promise<void> {
  const row = {
    product_id: ids.get(product) ?? product.id,
    position: product.variants.indexOf(variant),
    sku,
    title: variant.title === null ? null : JSON.stringify({ en: variant.title }),
    price_minor: variant.priceMinor,
    currency: catalogue.currency,
    external_id: variant.externalId ?? old?.externalId ?? null,
    available: 1 as const,
  }
  const at = await context.now()
  if (old === undefined) {
    const id = VariantId.parse(context.newId())
    await db
      .insertInto('variants')
      .values({ id, stock: 0, stock_at: at, counted: 1, ...row, ...stockOf(variant, at) })
      .execute()
  } else {
    const change = { ...row, ...stockOf(variant, at) }
    await db.updateTable('variants').set(change).where('id', '=', old.id).execute()
  }
}

/** Nothing where the shop does not say. */
function stockOf({ stock, isUncounted }: ImportedVariant, at: number) {
  if (isUncounted) return { stock: 0, stock_at: at, counted: 0 as const }
  return stock === null ? {} : { stock, stock_at: at, counted: 1 as const }
}

async function markVanished({ db, matched }: Importing): Promise<void> {
  for (const { variant } of matched.vanished)
    await db.updateTable('variants').set({ available: 0 }).where('id', '=', variant.id).execute()
}

/** A live price that was the shop's goes with it; one that staff have set stays. Running shows keep both, those in another currency too. */
async function repriceScheduled({ db, context, catalogue: { currency }, matched }: Importing): Promise<ShowId[]> {
  const repriced = matched.variants.flatMap(({ old, variant }) =>
    old === undefined || old.priceMinor === variant.priceMinor
      ? []
      : [{ variantId: old.id, from: old.priceMinor, to: variant.priceMinor }],
  )
  if (repriced.length === 0) return []
  const query = db.selectFrom('shows').selectAll().where('phase', '=', 'scheduled').where('currency', '=', currency)
  const shows = await context.words.lockRows(query.orderBy('id')).execute()
  for (const show of shows) {
    const version = await appendEvent(
      db,
      { show, actor: 'shop', type: 'offers:repriced', payload: { repriced } },
      context,
    )
    for (const { variantId, from, to } of repriced) {
      const offers = db.updateTable('offers').where('show_id', '=', show.id).where('variant_id', '=', variantId)
      await offers.set({ price_minor: to, version }).where('price_minor', '=', from).execute()
      await offers.set({ shop_price_minor: to, version }).execute()
    }
  }
  return shows.map(({ id }) => id)
}
