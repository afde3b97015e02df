// Reads what anyone may know of an activity with a seal: the proof, the names that winners chose, and the own entry of whoever asks.
import { Proof, type Published } from '@lantern/shared/contract/published.ts'
import { isOver, isShown } from '@lantern/shared/activities/states.ts'
import type { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'

interface Asked {
  readonly activityId: ActivityId
  /** Null: nobody we know. */
  readonly viewerId: ViewerId | null
}

/** Of what a kind sets, what is published. */
const Config = z.object({ title: z.string(), winners: z.number().int().positive() })

/** Null: there is no such draw, or nobody was shown it. */
export const readPublished: Job<Asked, Published | null> = {
  name: 'store.readPublished',
  kind: 'read',
  async work(db, { activityId, viewerId }) {
    const row = await readRow(db, activityId)
    if (row === undefined || !isShown(row.state)) return null
    const config = Config.safeParse(JSON.parse(row.config))
    if (!config.success) return null
    return {
      proof: toProof(row, config.data, isOver(row.state) ? await readEntryIds(db, activityId) : []),
      show: { id: row.show_id, title: toText(row.showTitle) },
      shopName: row.shop_name,
      names: await readNames(db, activityId),
      own: viewerId === null ? null : await readOwn(db, activityId, viewerId),
    }
  },
}

async function readRow(db: Kysely<Schema>, activityId: ActivityId) {
  return db
    .selectFrom('activities')
    .innerJoin('activity_seals', 'activity_seals.activity_id', 'activities.id')
    .innerJoin('shows', 'shows.id', 'activities.show_id')
    .selectAll('activity_seals')
    .select(['activities.show_id', 'activities.state', 'activities.config', 'activities.result', 'activities.entries'])
    .select(['activities.opened_at', 'activities.closed_at', 'shows.title as showTitle', 'shows.shop_name'])
    .where('activities.id', '=', activityId)
    .executeTakeFirst()
}
type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>

function toProof(row: Row, { title, winners }: z.infer<typeof Config>, entries: readonly string[]): Proof {
  const { commitment, chain, round, randomness, signature, head } = row
  // A seed that is told while somebody can enter would tell who wins.
  const isTold = row.state === 'settled' || row.state === 'cancelled'
  return Proof.parse({
    format: 'lantern-draw-1',
    activityId: row.activity_id,
    state: row.state,
    title,
    winners,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    seal: { commitment, seed: isTold ? row.seed : null, chain, round, randomness, signature, head },
    count: row.entries,
    entries,
    drawn: row.result === null ? null : JSON.parse(row.result),
  })
}

async function readEntryIds(db: Kysely<Schema>, activityId: ActivityId): Promise<string[]> {
  const rows = await db
    .selectFrom('activity_entries')
    .select('entry_id')
    .where('activity_id', '=', activityId)
    .orderBy('no')
    .execute()
  return rows.flatMap(({ entry_id: id }) => (id === null ? [] : [id]))
}

async function readNames(db: Kysely<Schema>, activityId: ActivityId): Promise<Published['names']> {
  const rows = await db
    .selectFrom('activity_wins')
    .innerJoin('activity_entries', 'activity_entries.entry_id', 'activity_wins.entry_id')
    .select(['activity_wins.entry_id as entryId', 'activity_entries.viewer_name as name'])
    .where('activity_wins.activity_id', '=', activityId)
    .execute()
  return Object.fromEntries(rows.map(({ entryId, name }) => [entryId, name]))
}

async function readOwn(db: Kysely<Schema>, activityId: ActivityId, viewerId: ViewerId): Promise<Published['own']> {
  const row = await db
    .selectFrom('activity_entries')
    .select(['entry_id as entryId', 'no'])
    .where('activity_id', '=', activityId)
    .where('viewer_id', '=', viewerId)
    .executeTakeFirst()
  return row === undefined || row.entryId === null ? null : { entryId: row.entryId, no: row.no }
}
