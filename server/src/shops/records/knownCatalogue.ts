// The catalogue as it stands here, for whoever compares it with what a shop has.
import type { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import { OptionValue } from '@lantern/shared/contract/catalogue.ts'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Job } from '../../database/database.ts'
import { toText } from '../../database/toThings.ts'
import type { ProductRow, Schema, VariantRow } from '../../database/schema.ts'
import type { KnownProduct, KnownVariant } from './shopRecords.ts'
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

export async function readKnown(db: Kysely<Schema>): Promise<KnownCatalogue> {
  const products = await db.selectFrom('products').selectAll().orderBy('position').orderBy('id').execute()
  const variants = await db.selectFrom('variants').selectAll().orderBy('position').execute()
  const details = await db.selectFrom('product_details').select(['product_id', 'digest', 'pictures']).execute()
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
