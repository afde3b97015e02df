// What is told of a product beside name and price: written by an import, read for a product's sheet.
import type { ProductDetails } from '@lantern/shared/contract/catalogue.ts'
import { ProductOption } from '@lantern/shared/contract/catalogue.ts'
import type { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { z } from 'zod'
import type { ProductDetailsRow } from '../../database/catalogueSchema.ts'
import type { Job } from '../../database/database.ts'
import { type Importing, inParts } from './importRows.ts'
import { KeptPictures } from './knownCatalogue.ts'
import type { ImportedDetails, ImportedProduct } from './shopRecords.ts'

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))

export function toDetailsRow(productId: ProductId, told: ImportedDetails): ProductDetailsRow {
  return {
    product_id: productId,
    digest: told.digest,
    options: json(told.options),
    pictures: json(told.pictures),
    description: told.description ?? null,
    sizes: told.sizes ?? null,
    tags: json(told.tags),
    vendor: told.vendor ?? null,
    type: told.type ?? null,
  }
}

/** Rows of long texts: fewer together. */
const TEXTS_TOGETHER = 200
const TOLD = ['options', 'pictures', 'description', 'sizes', 'tags', 'vendor', 'type'] as const

/** What a source does not say stays. */
export async function saveDetails(
  { db, known, matched }: Importing,
  ids: ReadonlyMap<ImportedProduct, ProductId>,
): Promise<void> {
  const before = new Map(known.products.map((product) => [product.id, product]))
  const rows = matched.products.flatMap(({ read }) => {
    const id = ids.get(read) ?? read.id
    const { details, variants } = read
    if (details === undefined || variants.length === 0) return []
    const old = before.get(id)
    const isSame = old?.digest === details.digest && json(old.pictures) === json(details.pictures ?? old.pictures)
    return isSame ? [] : [toDetailsRow(id, details)]
  })
  for (const part of inParts(rows, TEXTS_TOGETHER)) await upsertDetails(db, part)
}

export async function upsertDetails(db: Importing['db'], rows: readonly ProductDetailsRow[]): Promise<void> {
  await db
    .insertInto('product_details')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.column('product_id').doUpdateSet((eb) => ({
        digest: eb.ref('excluded.digest'),
        ...Object.fromEntries(
          TOLD.map((name) => [name, eb.fn.coalesce(`excluded.${name}`, `product_details.${name}`)] as const),
        ),
      })),
    )
    .execute()
}

export const readDetails: Job<{ showId: ShowId; productId: ProductId }, ProductDetails | null> = {
  name: 'shop.readDetails',
  kind: 'read',
  async work(db, { showId, productId }) {
    const row = await db
      .selectFrom('show_products')
      .leftJoin('product_details', 'product_details.product_id', 'show_products.product_id')
      .selectAll('product_details')
      .where('show_products.show_id', '=', showId)
      .where('show_products.product_id', '=', productId)
      .executeTakeFirst()
    return row === undefined ? null : toDetails(row)
  },
}

const Options = z.array(ProductOption)
const Tags = z.array(z.string())

function toDetails(row: {
  readonly [Column in keyof ProductDetailsRow]: ProductDetailsRow[Column] | null
}): ProductDetails {
  const [, ...further] = KeptPictures.parse(JSON.parse(row.pictures ?? '[]'))
  return {
    options: Options.parse(JSON.parse(row.options ?? '[]')),
    pictures: further.flatMap(({ src, alt }) => (src === null ? [] : [{ src, alt }])),
    description: row.description ?? '',
    sizes: row.sizes ?? '',
    tags: Tags.parse(JSON.parse(row.tags ?? '[]')),
    vendor: row.vendor ?? '',
    type: row.type ?? '',
  }
}
