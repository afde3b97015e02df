// What a show that is over leads to: the shop's own pages of its products, and the shop's next show.
import type { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { AfterShow } from '@lantern/shared/contract/http.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import { toText } from '../../database/toThings.ts'
import type { Schema } from '../../database/schema.ts'

/** A planned show whose hour is so long past will not come any more. */
const MOST_LATE_MS = 3 * 60 * 60_000

export const readAfter: Job<{ showId: ShowId }, AfterShow | null> = {
  name: 'store.readAfter',
  kind: 'read',
  async work(db, { showId }, { now }) {
    const show = await db.selectFrom('shows').select('id').where('id', '=', showId).executeTakeFirst()
    if (show === undefined) return null
    const since = (await now()) - MOST_LATE_MS
    return { pages: await readPages(db, showId), next: await readNext(db, showId, since) }
  },
}

async function readPages(db: Kysely<Schema>, showId: ShowId): Promise<Record<ProductId, string>> {
  const rows = await db
    .selectFrom('show_products')
    .innerJoin('products', 'products.id', 'show_products.product_id')
    .select(['products.id', 'products.page_url as url'])
    .where('show_products.show_id', '=', showId)
    .where('products.page_url', 'is not', null)
    .execute()
  return Object.fromEntries(rows.flatMap(({ id, url }) => (url === null ? [] : [[id, url] as const])))
}

/** One that is on comes before all that are planned. */
async function readNext(db: Kysely<Schema>, showId: ShowId, since: number): Promise<AfterShow['next']> {
  const others = db
    .selectFrom('shows')
    .select(['id', 'title', 'phase', 'starts_at as startsAt'])
    .where('id', '!=', showId)
  const live = await others.where('phase', '=', 'live').orderBy('live_at', 'desc').orderBy('id').executeTakeFirst()
  const planned = others.where('phase', '=', 'scheduled').where('starts_at', '>=', since)
  const next = live ?? (await planned.orderBy('starts_at').orderBy('id').executeTakeFirst())
  if (next === undefined) return null
  const { id, title, phase, startsAt } = next
  return { id, title: toText(title), startsAt, isLive: phase === 'live' }
}
