// What is kept of people for a time only, kind by kind: what goes once a show is over for long enough, and what has to wait.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { JobContext } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { SweptKind } from './schema.ts'

export interface Swept {
  /** Rows that went, or lost what they said of somebody. */
  readonly rows: number
  /** Something is left: more than the limit, or what an open hold, order or pick-up still needs. */
  readonly isLeft: boolean
}

interface OfShow {
  readonly showId: ShowId
  readonly limit: number
}

/** Of a show that is over; safe to repeat. */
type Sweep = (db: Kysely<Schema>, asked: OfShow, context: JobContext) => Promise<Swept>

const OPEN = ['held', 'paying', 'authorised'] as const

/** Hashes of addresses: budgets count by them while something is open, and by nothing later. */
const addresses: Sweep = async (db, { showId, limit }) => {
  const blank = { source: null, crowd: null }
  const holds = db.selectFrom('holds').select('id').where('show_id', '=', showId).where('source', 'is not', null)
  const ids = await holds.where('state', 'not in', OPEN).limit(limit).execute()
  for (const { id } of ids) await db.updateTable('holds').set(blank).where('id', '=', id).execute()
  const waits = db.selectFrom('waits').select('no').where('show_id', '=', showId).where('source', 'is not', null)
  const nos = await waits.where('state', '<>', 'waiting').limit(limit).execute()
  for (const { no } of nos) await db.updateTable('waits').set(blank).where('no', '=', no).execute()
  const left = [await holds.limit(1).execute(), await waits.limit(1).execute()].flat()
  return { rows: ids.length + nos.length, isLeft: left.length > 0 }
}

/** Of a paid order that is still to be fetched its leader needs the name. */
const TO_FETCH = sql<boolean>`(group_id is not null and state in ('paid', 'late_paid')
  and not exists (select 1 from hand_overs where hand_overs.hold_id = holds.id))`

const names: Sweep = async (db, { showId, limit }) => {
  const holds = db.selectFrom('holds').select('id').where('show_id', '=', showId).where('viewer_name', '<>', '')
  const ids = await holds
    // Staff have still to decide about what was paid late.
    .where('state', 'not in', [...OPEN, 'late_paid'])
    .where(sql<boolean>`not ${TO_FETCH}`)
    .limit(limit)
    .execute()
  for (const { id } of ids) await db.updateTable('holds').set({ viewer_name: '' }).where('id', '=', id).execute()
  const waits = db.selectFrom('waits').select('no').where('show_id', '=', showId).where('viewer_name', '<>', '')
  const nos = await waits.where('state', '<>', 'waiting').limit(limit).execute()
  for (const { no } of nos) await db.updateTable('waits').set({ viewer_name: '' }).where('no', '=', no).execute()
  const left = [await holds.limit(1).execute(), await waits.limit(1).execute()].flat()
  return { rows: ids.length + nos.length, isLeft: left.length > 0 }
}

/** As when a viewer is erased: that something stood there stays. */
const comments: Sweep = async (db, { showId, limit }) => {
  const written = db.selectFrom('comments').select('id').where('show_id', '=', showId).where('state', '<>', 'erased')
  const ids = await written.limit(limit).execute()
  const erased = { state: 'erased', text: '', name: '', hidden_from: null, reports: 0 } as const
  for (const { id } of ids) {
    await db.deleteFrom('reports').where('comment_id', '=', id).execute()
    await db.updateTable('comments').set(erased).where('id', '=', id).execute()
  }
  return { rows: ids.length, isLeft: (await written.limit(1).execute()).length > 0 }
}

/** Whoever comes again later is new. */
const visits: Sweep = async (db, { showId, limit }) => {
  const seen = db.selectFrom('visits').select('viewer_id').where('show_id', '=', showId)
  const all = await seen.limit(limit).execute()
  for (const { viewer_id } of all) {
    for (const table of ['visits', 'mutes'] as const)
      await db.deleteFrom(table).where('show_id', '=', showId).where('viewer_id', '=', viewer_id).execute()
  }
  return { rows: all.length, isLeft: (await seen.limit(1).execute()).length > 0 }
}

/** A prize stays won; how its winner was reached goes, and with it what they agreed to. */
const contacts: Sweep = async (db, { showId, limit }, context) => {
  const activities = db.selectFrom('activities').select('id').where('show_id', '=', showId)
  const kept = db
    .selectFrom('activity_contacts')
    .select(['activity_id', 'viewer_id'])
    .where('activity_id', 'in', activities)
  const all = await kept.limit(limit).execute()
  const withdrawn_at = await context.now()
  for (const { activity_id, viewer_id } of all) {
    const own = db.deleteFrom('activity_contacts').where('activity_id', '=', activity_id)
    await own.where('viewer_id', '=', viewer_id).execute()
    const given = db.updateTable('consents').set({ withdrawn_at }).where('about', '=', activity_id)
    await given.where('viewer_id', '=', viewer_id).where('withdrawn_at', 'is', null).execute()
  }
  return { rows: all.length, isLeft: (await kept.limit(1).execute()).length > 0 }
}

export const SWEEPS: Readonly<Record<SweptKind, Sweep>> = { addresses, names, comments, visits, contacts }
