// The catalogue as it stands here, for whoever compares it with what a shop has.
import type { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import { OptionValue } from '@lantern/shared/contract/catalogue.ts'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Job, SqlWords } from '../../database/database.ts'
import { toText } from '../../database/toThings.ts'
import type { ProductRow, Schema, VariantRow } from '../../database/schema.ts'
import type { ImportedProduct, KnownProduct, KnownVariant } from './shopRecords.ts'
import { readSetting } from './catalogue.ts'

export const OptionValues = z.array(OptionValue)
export const KeptPictures = z.array(z.object({ url: z.string(), alt: z.string(), src: z.string().nullable() }))

/** With the rows themselves, so that what stays as it is need not be written. */
export interface KnownCatalogue {
  readonly products: readonly KnownProduct[]
  readonly productRows: ReadonlyMap<ProductId, ProductRow>
  readonly variantRows: ReadonlyMap<VariantId, VariantRow>
}

type Known = { readonly currency: string | null; readonly products: readonly KnownProduct[] }

export const readCatalogue: Job<null, Known> = {
  name: 'shop.readCatalogue',
  kind: 'read',
  work: async (db) => ({ currency: await readSetting(db, 'currency'), products: (await readKnown(db)).products }),
}

/** These products alone. */
interface Only {
  readonly words: SqlWords
  readonly ids: readonly string[]
}

export async function readKnown(db: Kysely<Schema>, only: Only | null = null): Promise<KnownCatalogue> {
  const isOne = (column: string) => (only === null ? sql<boolean>`true` : only.words.isOneOf(column, only.ids))
  const found = db.selectFrom('products').selectAll().where(isOne('id'))
  const products = await found.orderBy('position').orderBy('id').execute()
  const own = db.selectFrom('variants').selectAll().where(isOne('product_id'))
  const variants = await own.orderBy('position').execute()
  const kept = db.selectFrom('product_details').select(['product_id', 'digest', 'pictures'])
  const details = await kept.where(isOne('product_id')).execute()
  const told = new Map(details.map((row) => [row.product_id, row]))
  const ofProduct = Map.groupBy(variants, (variant) => variant.product_id)
  const toKnown = ({ id, external_id, title }: ProductRow): KnownProduct => ({
    id,
    externalId: external_id,
    title: nameOf(title),
    digest: told.get(id)?.digest ?? null,
    pictures: KeptPictures.parse(JSON.parse(told.get(id)?.pictures ?? '[]')),
    variants: (ofProduct.get(id) ?? []).map(toVariant),
  })
  return {
    products: products.map(toKnown),
    productRows: new Map(products.map((row) => [row.id, row])),
    variantRows: new Map(variants.map((row) => [row.id, row])),
  }
}

/** What can be one of these products, or has a sku that they want: the rest of a large catalogue says nothing of them. */
export async function readKnownAround(
  db: Kysely<Schema>,
  words: SqlWords,
  read: readonly ImportedProduct[],
): Promise<KnownCatalogue> {
  const skus = read.flatMap(({ variants }) => variants.map(({ sku }) => sku))
  const holders = db.selectFrom('variants').select('product_id').where(words.isOneOf('sku', skus))
  // A shop may write its own id in other letters than before.
  const names = read.map(({ externalId }) => externalId.toLowerCase())
  const folded = db
    .selectFrom('products')
    .select(['id', sql<string>`lower(external_id)`.as('folded')])
    .as('named')
  const same = db.selectFrom(folded).select('named.id').where(words.isOneOf('named.folded', names))
  const ids = [
    ...read.map(({ id }) => id),
    ...(await holders.execute()).map(({ product_id }) => product_id),
    ...(await same.execute()).map(({ id }) => id),
  ]
  return readKnown(db, { words, ids: [...new Set(ids)] })
}

/** An import writes English alone. */
const nameOf = (title: string) => toText(title).en ?? ''

function toVariant(row: VariantRow): KnownVariant {
  const { id, external_id, sku, title, price_minor, currency, available, stock, counted, options } = row
  return {
    id,
    externalId: external_id,
    sku,
    title: title === null ? null : nameOf(title),
    priceMinor: price_minor,
    currency,
    available: available === 1,
    stock: counted === 1 ? stock : null,
    options: options === null ? null : OptionValues.parse(JSON.parse(options)),
  }
}
