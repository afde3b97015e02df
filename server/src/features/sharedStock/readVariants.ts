// Reads who sells a variant: from a shared stock, with what each show has of it, or from units of its own.
import type { ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { SharedVariant, SharingShow } from '@lantern/shared/features/sharedStock/contract.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'

export const readVariants: Job<{ showId: ShowId }, SharedVariant[]> = {
  name: 'sharedStock.readVariants',
  kind: 'read',
  async work(db, { showId }, { words }) {
    const own = db.selectFrom('offers').select('variant_id').where('show_id', '=', showId).where('withdrawn', '=', 0)
    const rows = await own.orderBy('product_id').orderBy('position').orderBy('variant_id').execute()
    const ids = rows.map((row) => row.variant_id)
    const found = await readThese(db, ids, { words })
    return ids.flatMap((id) => found.find(({ variantId }) => variantId === id) ?? [])
  },
}

export async function readThese(
  db: Kysely<Schema>,
  ids: readonly VariantId[],
  { words }: Pick<JobContext, 'words'>,
): Promise<SharedVariant[]> {
  if (ids.length === 0) return []
  const variants = await db
    .selectFrom('variants')
    .innerJoin('products', 'products.id', 'variants.product_id')
    .leftJoin('shared_stocks', 'shared_stocks.variant_id', 'variants.id')
    .select(['variants.id', 'variants.product_id', 'variants.sku', 'variants.title as variant_title', 'products.title'])
    .select(['shared_stocks.units', 'shared_stocks.block', 'shared_stocks.free', 'shared_stocks.revision'])
    .where(words.isOneOf('variants.id', ids))
    .execute()
  const shows = await readShows(db, ids, { words })
  return variants.map((row) => ({
    variantId: row.id,
    productId: row.product_id,
    title: toText(row.title),
    sku: row.sku,
    variantTitle: row.variant_title === null ? null : toText(row.variant_title),
    stock: toStock(row),
    shows: (shows.get(row.id) ?? []).map(({ show }) => show),
  }))
}

interface StockColumns {
  readonly units: number | null
  readonly block: number | null
  readonly free: number | null
  readonly revision: number | null
}

function toStock({ units, block, free, revision }: StockColumns): SharedVariant['stock'] {
  if (units === null || block === null || free === null || revision === null) return null
  return { units, block, free, revision }
}

async function readShows(db: Kysely<Schema>, ids: readonly VariantId[], { words }: Pick<JobContext, 'words'>) {
  const offers = await db
    .selectFrom('offers')
    .innerJoin('shows', 'shows.id', 'offers.show_id')
    .select(['shows.id', 'shows.title', 'shows.phase', 'offers.variant_id', 'offers.shared'])
    .select(['offers.allotted', 'offers.free', 'offers.taken', 'offers.paid'])
    .where(words.isOneOf('offers.variant_id', ids))
    .where('offers.withdrawn', '=', 0)
    .where(sql<boolean>`(shows.phase <> 'ended' or offers.shared > 0)`)
    .orderBy('shows.starts_at')
    .orderBy('shows.id')
    .execute()
  const rows = offers.map(({ id, title, phase, variant_id, shared, allotted, free, taken, paid }) => {
    const units = { allotted, free, taken, paid }
    const show: SharingShow = { showId: id, title: toText(title), phase, isIn: shared > 0, ...units }
    return { variantId: variant_id, show }
  })
  return Map.groupBy(rows, ({ variantId }) => variantId)
}
