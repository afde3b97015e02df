// Writes what an import makes of products and variants: many rows a statement, and none that stays as it is.
import { type ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { Matched } from '../../domain/catalogue/matchCatalogue.ts'
import { setAside } from '../../domain/catalogue/skus.ts'
import { type ColumnsOf, insertRows, updateRows } from '../../database/bulk.ts'
import type { JobContext } from '../../database/database.ts'
import type { ProductRow, Schema, VariantRow } from '../../database/schema.ts'
import type { Kysely } from 'kysely'
import type { KnownCatalogue } from './knownCatalogue.ts'
import type { ImportedCatalogue, ImportedProduct, ImportedVariant, KnownProduct, KnownVariant } from './shopRecords.ts'

/** Where it is, and what has been found out. */
export interface Importing {
  readonly db: Kysely<Schema>
  readonly context: JobContext
  readonly catalogue: ImportedCatalogue
  readonly known: KnownCatalogue
  readonly matched: Matched<ImportedProduct, ImportedVariant, KnownVariant>
  /** Of all products; -1: there are none. */
  readonly lastPosition: number
}

const PRODUCTS = {
  table: 'products',
  columns: {
    id: 'text',
    position: 'integer',
    title: 'text',
    picture: 'text',
    external_id: 'text',
    page_url: 'text',
  } satisfies ColumnsOf<'products'>,
} as const

const VARIANTS = {
  table: 'variants',
  columns: {
    id: 'text',
    product_id: 'text',
    position: 'integer',
    sku: 'text',
    title: 'text',
    price_minor: 'integer',
    currency: 'text',
    stock: 'integer',
    stock_at: 'integer',
    counted: 'integer',
    external_id: 'text',
    available: 'integer',
    options: 'text',
  } satisfies ColumnsOf<'variants'>,
} as const

const SKUS = { table: 'variants', columns: { id: 'text', sku: 'text' } satisfies ColumnsOf<'variants'> } as const
const KEYS = { keys: ['id'] } as const

/** Others have their turn in between; a statement of fifty thousand rows would be one long step. */
const ROWS_TOGETHER = 1_000

export function* inParts<Row>(rows: readonly Row[], size = ROWS_TOGETHER): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

/** A sku names one row at any moment: who gets another lets go first, so that two can change theirs for each other's. */
export async function freeSkus({ db, context: { words }, matched }: Importing): Promise<void> {
  const leaving = matched.setAside.map((variant) => ({ id: variant.id, sku: setAside(variant) }))
  const changing = matched.variants.flatMap(({ old, sku }) =>
    old === undefined || old.sku === sku ? [] : [{ id: old.id, sku: `~${old.id}` }],
  )
  for (const rows of inParts([...leaving, ...changing])) await updateRows({ db, words }, { ...SKUS, ...KEYS }, rows)
}

/** Answers with what each is called here. */
export async function saveProducts(importing: Importing): Promise<ReadonlyMap<ImportedProduct, ProductId>> {
  const { db, context, known, matched } = importing
  const place = placing(importing)
  const rows = matched.products
    .filter(({ read }) => read.variants.length > 0)
    .map(({ read, old }) => toProductRow(importing, { read, old, position: place(read, old) }))
  const fresh = rows.filter(({ id }) => !known.productRows.has(id))
  const changed = rows.filter((row) => isAnother(row, known.productRows.get(row.id)))
  const to = { db, words: context.words }
  for (const part of inParts(fresh)) await insertRows(to, PRODUCTS, part)
  for (const part of inParts(changed)) await updateRows(to, { ...PRODUCTS, ...KEYS }, part)
  return new Map(matched.products.map(({ read, old }) => [read, old?.id ?? read.id]))
}

const isAnother = <Row extends object>(row: Row, before: Row | undefined) =>
  before !== undefined && JSON.stringify(row) !== JSON.stringify({ ...row, ...before })

/** In the order of the list; of some of a shop's products, each stays where it is, and new ones come last. */
function placing({ catalogue, known, matched, lastPosition: last }: Importing) {
  const inList = new Map(matched.products.map(({ read }, at) => [read, at]))
  return (read: ImportedProduct, old: { readonly id: ProductId } | undefined): number => {
    const at = inList.get(read) ?? 0
    if (!catalogue.isOfShop) return at
    return known.productRows.get(old?.id ?? read.id)?.position ?? last + 1 + at
  }
}

interface PlacedProduct {
  readonly read: ImportedProduct
  readonly old: (Pick<KnownProduct, 'id' | 'externalId'> & { readonly variants: readonly KnownVariant[] }) | undefined
  readonly position: number
}

function toProductRow(importing: Importing, { read, old, position }: PlacedProduct): ProductRow {
  const before = old && importing.known.productRows.get(old.id)
  return {
    id: old?.id ?? read.id,
    position,
    title: JSON.stringify({ en: read.title }),
    picture: read.picture ?? before?.picture ?? '',
    external_id: nameAtShop(importing, read, old),
    page_url: pageOf(importing, read, before),
  }
}

/** Whether it comes from the shop itself and not by a file. */
const isByShop = ({ catalogue: { isWhole, isOfShop } }: Importing) => isWhole || isOfShop === true

/** Where the shop itself has named it, a file, which has no such ids, leaves them. */
function nameAtShop(importing: Importing, read: ImportedProduct, old: PlacedProduct['old']): string | null {
  const isNamed = old?.variants.some(({ externalId }) => externalId !== null) ?? false
  return isByShop(importing) || !isNamed ? read.externalId : (old?.externalId ?? null)
}

/** A shop that has no page of it any more takes the link away; a file without such a column says nothing of it. */
function pageOf(importing: Importing, { pageUrl = null }: ImportedProduct, before: ProductRow | undefined) {
  return pageUrl === null && !isByShop(importing) ? (before?.page_url ?? null) : pageUrl
}

export async function saveVariants(importing: Importing, ids: ReadonlyMap<ImportedProduct, ProductId>): Promise<void> {
  const { db, context, known, matched } = importing
  const at = await context.now()
  const rows = matched.variants.map((place) => toVariantRow(importing, place, { at, ids }))
  const to = { db, words: context.words }
  const isKnown = ({ id }: VariantRow) => known.variantRows.has(id)
  const changed = rows.filter((row) => isAnother(row, known.variantRows.get(row.id)))
  for (const part of inParts(rows.filter((row) => !isKnown(row)))) await insertRows(to, VARIANTS, part)
  for (const part of inParts(changed)) await updateRows(to, { ...VARIANTS, ...KEYS }, part)
}

interface Told {
  readonly at: number
  readonly ids: ReadonlyMap<ImportedProduct, ProductId>
}

function toVariantRow(
  { context, catalogue, known }: Importing,
  { product, variant, old, sku }: Importing['matched']['variants'][number],
  { at, ids }: Told,
): VariantRow {
  const before = old && known.variantRows.get(old.id)
  const { options } = variant
  return {
    id: old?.id ?? VariantId.parse(context.newId()),
    product_id: ids.get(product) ?? product.id,
    position: product.variants.indexOf(variant),
    sku,
    title: variant.title === null ? null : JSON.stringify({ en: variant.title }),
    price_minor: variant.priceMinor,
    currency: catalogue.currency,
    ...stockOf(variant, before, at),
    external_id: variant.externalId ?? old?.externalId ?? null,
    available: 1,
    options: options === undefined ? (before?.options ?? null) : JSON.stringify(options),
  }
}

/** What it had where the shop does not say; none of what is new. */
function stockOf({ stock, isUncounted }: ImportedVariant, before: VariantRow | undefined, at: number) {
  if (isUncounted) return { stock: 0, stock_at: at, counted: 0 as const }
  if (stock !== null) return { stock, stock_at: at, counted: 1 as const }
  return { stock: before?.stock ?? 0, stock_at: before?.stock_at ?? at, counted: before?.counted ?? 1 }
}
