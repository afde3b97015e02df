// Reads what anyone may know of an activity with a seal: the proof, the names that winners chose, and the own entry of whoever asks.
// The ids of all entries are read apart, page by page: there may be tens of thousands.
import { Proof, type Published } from '@lantern/shared/contract/published.ts'
import { isOver, isShown } from '@lantern/shared/activities/states.ts'
import type { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'

export interface Asked {
  readonly activityId: ActivityId
  /** Null: nobody we know. */
  readonly viewerId: ViewerId | null
}

/** Of what a kind sets, what is published. */
const Config = z.object({ title: z.string(), winners: z.number().int().positive() })

export interface PublishedHead extends Omit<Published, 'proof'> {
  readonly proof: Omit<Proof, 'entries'>
  /** Whether the ids of its entries are told, too: it is over, and they never change again. */
  readonly isListed: boolean
}

/** Null: there is no such draw, or nobody was shown it. */
export const readPublished: Job<Asked, PublishedHead | null> = {
  name: 'store.readPublished',
  kind: 'read',
  async work(db, { activityId, viewerId }) {
    const row = await readRow(db, activityId)
    if (row === undefined || !isShown(row.state)) return null
    const config = Config.safeParse(JSON.parse(row.config))
    if (!config.success) return null
    return {
      proof: toProof(row, config.data),
      isListed: isOver(row.state),
      show: { id: row.show_id, title: toText(row.showTitle) },
      shopName: row.shop_name,
      names: await readNames(db, activityId),
      own: viewerId === null ? null : await readOwn(db, activityId, viewerId),
    }
  },
}

export interface EntryPage {
  readonly activityId: ActivityId
  /** The number of the last entry of the page before; 0: from the start. */
  readonly after: number
  readonly limit: number
}

export interface EntryIdNo {
  readonly no: number
  readonly entryId: string
}

export const readEntryIds: Job<EntryPage, EntryIdNo[]> = {
  name: 'store.readEntryIds',
  kind: 'read',
  async work(db, { activityId, after, limit }) {
    const rows = await db
      .selectFrom('activity_entries')
      .select(['no', 'entry_id as entryId'])
      .where('activity_id', '=', activityId)
      .where('no', '>', after)
      // They leave no gap; told the end too, PostgreSQL reads no more than these, also before it has statistics.
      .where('no', '<=', after + limit)
      .orderBy('no')
      .limit(limit)
      .execute()
    return rows.flatMap(({ no, entryId }) => (entryId === null ? [] : [{ no, entryId }]))
  },
}

export async function readRow(db: Kysely<Schema>, activityId: ActivityId) {
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
export type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>

/** One that is told while somebody can enter would tell who wins, or which place holds most. */
export function toldSeed({ state, seed }: Row): string | null {
  return state === 'settled' || state === 'cancelled' ? seed : null
}

const Head = Proof.omit({ entries: true })

function toProof(row: Row, { title, winners }: z.infer<typeof Config>): PublishedHead['proof'] {
  const { commitment, chain, round, randomness, signature, head } = row
  return Head.parse({
    format: 'lantern-draw-1',
    activityId: row.activity_id,
    state: row.state,
    title,
    winners,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    seal: { commitment, seed: toldSeed(row), chain, round, randomness, signature, head },
    count: row.entries,
    drawn: row.result === null ? null : JSON.parse(row.result),
  })
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

export async function readOwn(
  db: Kysely<Schema>,
  activityId: ActivityId,
  viewerId: ViewerId,
): Promise<Published['own']> {
  const row = await db
    .selectFrom('activity_entries')
    .select(['entry_id as entryId', 'no'])
    .where('activity_id', '=', activityId)
    .where('viewer_id', '=', viewerId)
    .executeTakeFirst()
  return row === undefined || row.entryId === null ? null : { entryId: row.entryId, no: row.no }
}
