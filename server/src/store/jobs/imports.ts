// Takes a shop's catalogue over into ours: what is new, what costs something else, what has vanished.
import { type ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { firstBy } from '../../domain/firstBy.ts'
import type { Job, JobContext } from '../database.ts'
import { appendEvent, type Changed, changedIn } from '../events.ts'
import { toText } from '../records.ts'
import type { Schema, VariantRow } from '../schema.ts'
import type { ImportedProduct, KnownProduct } from '../shopRecords.ts'
import { readSetting, saveSetting } from './catalogue.ts'

type Known = { readonly currency: string | null; readonly products: readonly KnownProduct[] }

export const readCatalogue: Job<null, Known> = {
  name: 'shop.readCatalogue',
  kind: 'read',
  async work(db) {
    const products = await db.selectFrom('products').selectAll().orderBy('position').orderBy('id').execute()
    const variants = await db.selectFrom('variants').selectAll().orderBy('position').execute()
    const ofProduct = Map.groupBy(variants, (variant) => variant.product_id)
    return {
      currency: await readSetting(db, 'currency'),
      products: products.map(({ id, external_id, title }) => ({
        id,
        externalId: external_id,
        title: toText(title).en ?? '',
        variants: (ofProduct.get(id) ?? []).map(toKnown),
      })),
    }
  },
}

function toKnown({ id, external_id, sku, price_minor, available }: VariantRow) {
  return { id, externalId: external_id, sku, priceMinor: price_minor, available: available === 1 }
}

interface Import {
  readonly currency: string
  readonly products: readonly ImportedProduct[]
}

/** Shows and variants before it, and where it is. */
interface Desk {
  readonly db: Kysely<Schema>
  readonly context: JobContext
  readonly currency: string
  readonly known: readonly VariantRow[]
  readonly byExternalId: ReadonlyMap<string, VariantRow>
  readonly bySku: ReadonlyMap<string, VariantRow>
  readonly repriced: { readonly variantId: VariantId; readonly from: number; readonly to: number }[]
  readonly kept: Set<VariantId>
}

export const importCatalogue: Job<Import, Changed<void>> = {
  name: 'shop.importCatalogue',
  kind: 'write',
  async work(db, { currency, products }, context) {
    await saveSetting(db, 'currency', currency)
    const known = await db.selectFrom('variants').selectAll().execute()
    const byExternalId = firstBy(known, (row) => row.external_id)
    const bySku = firstBy(known, (row) => row.sku)
    const desk: Desk = { db, context, currency, known, byExternalId, bySku, repriced: [], kept: new Set() }
    for (const [position, product] of products.entries()) await saveProduct(desk, product, position)
    await markVanished(desk)
    return changedIn(undefined, ...(await repriceScheduled(desk)))
  },
}

async function saveProduct(desk: Desk, product: ImportedProduct, position: number): Promise<void> {
  const { db } = desk
  const row = { position, title: JSON.stringify({ en: product.title }), external_id: product.externalId }
  const picture = product.picture === null ? {} : { picture: product.picture }
  await db
    .insertInto('products')
    .values({ id: product.id, picture: '', ...row, ...picture })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, ...picture }))
    .execute()
  for (const [place, variant] of product.variants.entries()) await saveVariant(desk, { product, variant, place })
}

interface Place {
  readonly product: ImportedProduct
  readonly variant: ImportedProduct['variants'][number]
  readonly place: number
}

/** By the shop's id first, since a sku can be written anew there. */
function find({ byExternalId, bySku }: Desk, { externalId, sku }: Place['variant']): VariantRow | undefined {
  return (externalId === null ? undefined : byExternalId.get(externalId)) ?? bySku.get(sku)
}

async function saveVariant(desk: Desk, { product, variant, place }: Place): Promise<void> {
  const { db, context, currency, bySku } = desk
  const row = {
    product_id: product.id,
    position: place,
    title: variant.title === null ? null : JSON.stringify({ en: variant.title }),
    price_minor: variant.priceMinor,
    currency,
    external_id: variant.externalId,
    available: 1 as const,
    ...(variant.stock === null ? {} : { stock: variant.stock, stock_at: await context.now() }),
  }
  const old = find(desk, variant)
  if (old === undefined) {
    const id = VariantId.parse(context.newId())
    await db
      .insertInto('variants')
      .values({ id, sku: variant.sku, stock: 0, stock_at: await context.now(), ...row })
      .execute()
    desk.kept.add(id)
    return
  }
  const isFree = (bySku.get(variant.sku) ?? old).id === old.id
  const sku = isFree ? variant.sku : old.sku
  await db
    .updateTable('variants')
    .set({ ...row, sku })
    .where('id', '=', old.id)
    .execute()
  desk.kept.add(old.id)
  if (old.price_minor !== variant.priceMinor)
    desk.repriced.push({ variantId: old.id, from: old.price_minor, to: variant.priceMinor })
}

/** Only what came from a shop can vanish there. */
async function markVanished({ db, known, kept }: Desk): Promise<void> {
  const gone = known.filter((row) => row.external_id !== null && row.available === 1 && !kept.has(row.id))
  for (const { id } of gone) await db.updateTable('variants').set({ available: 0 }).where('id', '=', id).execute()
}

/** A live price that was the shop's goes with it; one that staff have set stays. Running shows keep both. */
async function repriceScheduled({ db, context, repriced }: Desk): Promise<ShowId[]> {
  if (repriced.length === 0) return []
  const query = db.selectFrom('shows').selectAll().where('phase', '=', 'scheduled').orderBy('id')
  const shows = await context.words.lockRows(query).execute()
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
