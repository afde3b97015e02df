// Keeps who came by the links of sharers: of each day and link the first time and the last.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../database/schema.ts'

export interface Clicked {
  readonly code: string
  /** As often as each opened it. */
  readonly viewers: readonly ViewerId[]
  readonly at: number
}

const DAY_MS = 86_400_000
const AT_ONCE = 500

/** Nothing where the link is no sharer's. */
export async function noteClicks(db: Kysely<Schema>, { code, viewers, at }: Clicked): Promise<void> {
  if (viewers.length === 0) return
  const link = db.selectFrom('sharer_links').select('code').where('code', '=', code).where('over_at', 'is', null)
  if ((await link.executeTakeFirst()) === undefined) return
  const counts = [...Map.groupBy(viewers, (viewer) => viewer)].sort(([a], [b]) => (a < b ? -1 : 1))
  const day = Math.floor(at / DAY_MS)
  for (let start = 0; start < counts.length; start += AT_ONCE) {
    const some = counts.slice(start, start + AT_ONCE)
    const rows = some.map(([viewer_id, { length: clicks }]) => ({
      viewer_id,
      code,
      day,
      first_at: at,
      last_at: at,
      clicks,
    }))
    const insert = db.insertInto('sharer_clicks').values(rows)
    const more = { last_at: sql<number>`excluded.last_at`, clicks: sql<number>`sharer_clicks.clicks + excluded.clicks` }
    await insert.onConflict((conflict) => conflict.columns(['viewer_id', 'code', 'day']).doUpdateSet(more)).execute()
  }
}
