// Reads the activities of a show as their kinds tell them: life, settings, what came of them, and the counts.
import type { ActivityLife, OwnEntry } from '@lantern/shared/activities/activity.ts'
import type { ActivityId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { SqlWords } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { toActivity, toLife, toOwnEntry } from './records.ts'
import { readSeals } from './seals/readSeals.ts'

/** So many that are over are told of, the latest; those that are not are all. */
export const MOST_OVER = 20

export interface ReadActivity {
  readonly life: ActivityLife
  /** In the words of the kind. */
  readonly config: unknown
  /** Null: nothing came of it yet. */
  readonly result: unknown
  /** How many entries count for each of the kind's keys; a key that nobody's entry has may be missing. */
  readonly tallies: Readonly<Record<string, number>>
}

export interface ActivitiesSince {
  readonly showId: ShowId
  /** Null: all that a page is told of; else those that changed since, removed drafts too. */
  readonly cursor: number | null
}

/** Those of one kind. */
export async function readActivities(
  db: Kysely<Schema>,
  { kind, ...since }: ActivitiesSince & { readonly kind: string },
  words: SqlWords,
): Promise<ReadActivity[]> {
  const changed = db
    .selectFrom('activities')
    .selectAll()
    .where('show_id', '=', since.showId)
    .where('version', '>', since.cursor ?? -1)
  const rows = await changed.where('kind', '=', kind).where('id', 'in', toldOf(db, since)).orderBy('version').execute()
  const tallies = await readTallies(
    db,
    rows.map(({ id }) => id),
    words,
  )
  const seals = await readSeals(
    db,
    rows.map(({ id }) => id),
    words,
  )
  return rows.map(toActivity).map((activity) => ({
    life: toLife(activity, seals.get(activity.id)),
    config: activity.config,
    result: activity.result,
    tallies: tallies.get(activity.id) ?? {},
  }))
}

/** What pages are told of: what they are told of with entries, and what somebody has still to do with. */
function toldOf(db: Kysely<Schema>, { showId, cursor }: ActivitiesSince) {
  const ofShow = db.selectFrom('activities').select('id').where('show_id', '=', showId)
  if (cursor !== null) return ofShow
  return ofShow.where((eb) =>
    eb.or([
      eb('id', 'in', latestOf(db, showId)),
      eb('id', 'in', unclaimedIn(db, showId).select('activity_id')),
      eb('id', 'in', db.selectFrom('activity_contacts').select('activity_id')),
    ]),
  )
}

/** Whatever is not over, and what was lately. */
function latestOf(db: Kysely<Schema>, showId: ShowId) {
  const ofShow = db.selectFrom('activities').select('id').where('show_id', '=', showId)
  const over = ofShow.where('state', 'in', ['closed', 'settled', 'cancelled']).orderBy('revision', 'desc')
  const latest = db.selectFrom(over.limit(MOST_OVER).as('latest')).select('latest.id')
  return ofShow.where((eb) => eb.or([eb('state', 'in', ['draft', 'announced', 'open']), eb('id', 'in', latest)]))
}

/** Whoever has claimed one sees what they said, whatever was played since. */
function standingIn(db: Kysely<Schema>, showId: ShowId) {
  return db.selectFrom('activity_wins').where('show_id', '=', showId).where('state', 'in', ['won', 'claimed'])
}

/** Whoever has won finds it, whatever was played since. */
function unclaimedIn(db: Kysely<Schema>, showId: ShowId) {
  return db.selectFrom('activity_wins').where('show_id', '=', showId).where('state', '=', 'won')
}

export async function readTallies(
  db: Kysely<Schema>,
  ids: readonly ActivityId[],
  words: SqlWords,
): Promise<ReadonlyMap<ActivityId, Readonly<Record<string, number>>>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('activity_tallies').selectAll().where(words.isOneOf('activity_id', ids)).execute()
  const byActivity = Map.groupBy(rows, (row) => row.activity_id)
  return new Map([...byActivity].map(([id, own]) => [id, Object.fromEntries(own.map(({ key, n }) => [key, n]))]))
}

/** An entry as the room keeps it: whose it is. */
export interface EntryRecord extends OwnEntry {
  readonly viewerId: ViewerId
}

/** Of what is not over or was lately, and of older ones the winners'; since a cursor: those that changed. Who was erased has none. */
export async function readEntries(db: Kysely<Schema>, since: ActivitiesSince): Promise<EntryRecord[]> {
  const { showId, cursor } = since
  const entries = db
    .selectFrom('activity_entries')
    .innerJoin('activities', 'activities.id', 'activity_entries.activity_id')
    .selectAll('activity_entries')
    .select('activities.kind')
    .where('activity_entries.show_id', '=', showId)
    .where('activity_entries.version', '>', cursor ?? -1)
    .where(sql<boolean>`activity_entries.viewer_id is not null`)
    .orderBy('activity_entries.version')
  const told =
    cursor !== null
      ? entries
      : entries.where((eb) =>
          eb.or([
            eb('activity_entries.activity_id', 'in', latestOf(db, showId)),
            eb('activity_entries.entry_id', 'in', standingIn(db, showId).select('entry_id')),
          ]),
        )
  const rows = await told.execute()
  return rows.flatMap(({ kind, ...row }) =>
    row.viewer_id === null ? [] : [{ ...toOwnEntry(row, kind), viewerId: row.viewer_id }],
  )
}
