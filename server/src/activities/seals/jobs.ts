// Jobs that find what is to be drawn, and read whom it is drawn from.
import type { ActivityId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Entrant } from './drawLots.ts'

export interface DrawToSettle {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly kind: string
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
      'activities.config',
      'activities.conditions',
      'activities.result',
      'activity_seals.seed',
      'activity_seals.chain',
      'activity_seals.round',
      'activity_seals.randomness',
    ])
}

export const findDrawWork: Job<{ limit: number }, DrawWork> = {
  name: 'seals.findDrawWork',
  kind: 'read',
  async work(db, { limit }, { now }) {
    const closed = sealed(db).where('activities.state', '=', 'closed').orderBy('activities.closed_at').limit(limit)
    const overdue = sealed(db)
      .innerJoin('activity_wins', 'activity_wins.activity_id', 'activities.id')
      .select('activity_wins.entry_id as lost')
      .where(sql<boolean>`activity_wins.state = 'won'`)
      .where('activity_wins.until', '<=', await now())
      .orderBy('activity_wins.until')
      .limit(limit)
    const planned = db.selectFrom('activities').select('kind').distinct().where('state', 'in', ['draft', 'announced'])
    return {
      closed: await closed.execute(),
      unclaimed: await overdue.execute(),
      plannedKinds: (await planned.execute()).map(({ kind }) => kind),
    }
  },
}

/** Whoever has won in the show, and has not let it go by. */
export const readWonBy: Job<{ showId: ShowId }, ViewerId[]> = {
  name: 'seals.readWonBy',
  kind: 'read',
  async work(db, { showId }) {
    const rows = await db
      .selectFrom('activity_wins')
      .innerJoin('activity_entries', 'activity_entries.entry_id', 'activity_wins.entry_id')
      .select('activity_entries.viewer_id')
      .where('activity_wins.show_id', '=', showId)
      .where('activity_wins.state', '<>', 'expired')
      .execute()
    return rows.flatMap(({ viewer_id }) => viewer_id ?? [])
  },
}

/** Whoever has entered and was seen as staff, before or since. */
export const readStaffEntrants: Job<{ activityId: ActivityId }, ViewerId[]> = {
  name: 'seals.readStaffEntrants',
  kind: 'read',
  async work(db, { activityId }) {
    const rows = await db
      .selectFrom('staff_viewers')
      .innerJoin('activity_entries', 'activity_entries.viewer_id', 'staff_viewers.viewer_id')
      .select('staff_viewers.viewer_id')
      .where('activity_entries.activity_id', '=', activityId)
      .execute()
    return rows.map(({ viewer_id }) => viewer_id)
  },
}

interface PageOf {
  readonly activityId: ActivityId
  /** The number of the last entry of the page before; 0: from the start. */
  readonly after: number
  readonly limit: number
}

/** In the order of entering. */
export const readEntrants: Job<PageOf, (Entrant & { no: number })[]> = {
  name: 'seals.readEntrants',
  kind: 'read',
  async work(db, { activityId, after, limit }) {
    const query = db.selectFrom('activity_entries').select(['no', 'entry_id', 'viewer_id'])
    const rows = await query
      .where('activity_id', '=', activityId)
      .where('no', '>', after)
      .orderBy('no')
      .limit(limit)
      .execute()
    return rows.flatMap(({ no, entry_id, viewer_id }) =>
      entry_id === null ? [] : [{ no, entryId: entry_id, viewerId: viewer_id }],
    )
  },
}

export const SEAL_JOBS = [findDrawWork, readWonBy, readStaffEntrants, readEntrants] as const
