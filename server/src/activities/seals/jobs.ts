// Jobs that find what is to be drawn, and read whom it is drawn from.
import type { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { PassedWhy } from './drawn.ts'

export interface DrawToSettle {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly kind: string
  /** How many. */
  readonly entries: number
  /** Json in the words of the kind. */
  readonly config: string
  /** Json. */
  readonly conditions: string
  /** Json; null: nothing came of it yet. */
  readonly result: string | null
  readonly seed: string
  readonly chain: string | null
  readonly round: number | null
  readonly randomness: string | null
}

export interface Unclaimed extends DrawToSettle {
  readonly lost: string
}

export interface DrawWork {
  readonly closed: readonly DrawToSettle[]
  readonly unclaimed: readonly Unclaimed[]
  /** Of activities that may open at any moment. */
  readonly plannedKinds: readonly string[]
}

function sealed(db: Kysely<Schema>) {
  return db
    .selectFrom('activity_seals')
    .innerJoin('activities', 'activities.id', 'activity_seals.activity_id')
    .select([
      'activities.show_id as showId',
      'activities.id as activityId',
      'activities.kind',
      'activities.entries',
      'activities.config',
      'activities.conditions',
      'activities.result',
      'activity_seals.seed',
      'activity_seals.chain',
      'activity_seals.round',
      'activity_seals.randomness',
    ])
}

export const findDrawWork: Job<{ draws: number; places: number }, DrawWork> = {
  name: 'seals.findDrawWork',
  kind: 'read',
  async work(db, { draws, places }, { now }) {
    const closed = sealed(db).where('activities.state', '=', 'closed').orderBy('activities.closed_at').limit(draws)
    const overdue = sealed(db)
      .innerJoin('activity_wins', 'activity_wins.activity_id', 'activities.id')
      .select('activity_wins.entry_id as lost')
      .where(sql<boolean>`activity_wins.state = 'won'`)
      .where('activity_wins.until', '<=', await now())
      .orderBy('activity_wins.until')
      .orderBy('activity_wins.place')
      .limit(places)
    const planned = db.selectFrom('activities').select('kind').distinct().where('state', 'in', ['draft', 'announced'])
    return {
      closed: await closed.execute(),
      unclaimed: await overdue.execute(),
      plannedKinds: (await planned.execute()).map(({ kind }) => kind),
    }
  },
}

interface OfDraw {
  readonly showId: ShowId
  readonly activityId: ActivityId
  /** Who has won in the show, and has not let it go by, cannot win. */
  readonly isOnce: boolean
}

export interface OutEntry {
  readonly entryId: string
  readonly why: PassedWhy
}

/** The entries of those who cannot win: erased, seen as staff, before or since, or having won. Of two reasons the first stands first. */
export const readOut: Job<OfDraw, OutEntry[]> = {
  name: 'seals.readOut',
  kind: 'read',
  async work(db, { showId, activityId, isOnce }) {
    const own = db
      .selectFrom('activity_entries')
      .select('activity_entries.entry_id')
      .where('activity_id', '=', activityId)
    const erased = own.where('viewer_id', 'is', null)
    const staff = own.innerJoin('staff_viewers', 'staff_viewers.viewer_id', 'activity_entries.viewer_id')
    const out = [
      ...(await erased.execute()).map((row) => ({ ...row, why: 'erased' as const })),
      ...(await staff.execute()).map((row) => ({ ...row, why: 'staff' as const })),
      ...(isOnce ? await readWinners(db, { showId, activityId }) : []).map((row) => ({ ...row, why: 'won' as const })),
    ]
    return out.flatMap(({ entry_id: entryId, why }) => (entryId === null ? [] : { entryId, why }))
  },
}

/** The entries here of those who have won in the show. */
function readWinners(db: Kysely<Schema>, { showId, activityId }: Pick<OfDraw, 'showId' | 'activityId'>) {
  return db
    .selectFrom('activity_wins as wins')
    .innerJoin('activity_entries as theirs', 'theirs.entry_id', 'wins.entry_id')
    .innerJoin('activity_entries as own', 'own.viewer_id', 'theirs.viewer_id')
    .select('own.entry_id')
    .where('wins.show_id', '=', showId)
    .where('wins.state', '<>', 'expired')
    .where('own.activity_id', '=', activityId)
    .execute()
}

interface PageOf {
  readonly activityId: ActivityId
  /** The numbers of the entries, in the order of entering, from `from` on and before `before`. */
  readonly from: number
  readonly before: number
}

/**
 * The ids of these entries, one behind the other with commas: as one text they cost a tenth of what rows cost. A span of numbers
 * and not the next so many: without statistics, in a new database, PostgreSQL would read and sort all entries for every page.
 */
export const readEntrants: Job<PageOf, string> = {
  name: 'seals.readEntrants',
  kind: 'read',
  async work(db, { activityId, from, before }) {
    const query = db.selectFrom('activity_entries').select(sql<string | null>`string_agg(entry_id, ',')`.as('ids'))
    const span = query.where('activity_id', '=', activityId).where('no', '>=', from).where('no', '<', before)
    return (await span.executeTakeFirst())?.ids ?? ''
  },
}

export const SEAL_JOBS = [findDrawWork, readOut, readEntrants] as const
