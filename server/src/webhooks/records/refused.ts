// Jobs on refused events of the shop: counted into their rows, listed, forgotten in time.
import { PROVEN_REASONS, type RefusedEvent, type RefusedReason } from '@lantern/shared/contract/refusedEvents.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { RefusedRow } from '../../database/webhookSchema.ts'
import type { NewRefusal } from './refusedRecords.ts'
import type { Schema } from '../../database/schema.ts'
import { takeTurn } from './inbox.ts'

const UNPROVEN_KEPT = 5
const PROVEN_KEPT = 60
const PROVEN: ReadonlySet<RefusedReason> = new Set(PROVEN_REASONS)

export const keepRefused: Job<{ refusals: readonly NewRefusal[] }, null> = {
  name: 'refused.keep',
  kind: 'write',
  async work(db, { refusals }, context) {
    await takeTurn(db, context, 'refused')
    const now = await context.now()
    for (const refusal of refusals) await count(db, toRow(refusal, now))
    for (const reason of new Set(refusals.map((one) => one.reason))) await cut(db, reason)
    return null
  },
}

function toRow({ endpointId, order, hold, ...same }: NewRefusal, now: number): RefusedRow {
  const proven = PROVEN.has(same.reason) ? 1 : 0
  return { ...same, proven, endpoint_id: endpointId, order_ref: order, hold_ref: hold, first_at: now, last_at: now }
}

async function count(db: Kysely<Schema>, row: RefusedRow): Promise<void> {
  const insert = db.insertInto('refused_events').values(row)
  const counted = insert.onConflict((conflict) =>
    conflict.column('id').doUpdateSet({
      times: sql`refused_events.times + excluded.times`,
      last_at: sql`excluded.last_at`,
    }),
  )
  await counted.execute()
}

async function cut(db: Kysely<Schema>, reason: RefusedReason): Promise<void> {
  const isProven = PROVEN.has(reason)
  const alike = isProven ? sql<boolean>`proven = 1` : sql<boolean>`reason = ${reason}`
  const newest = db.selectFrom('refused_events').select('id').where(alike).orderBy('last_at', 'desc').orderBy('id')
  const kept = newest.limit(isProven ? PROVEN_KEPT : UNPROVEN_KEPT)
  await db.deleteFrom('refused_events').where(alike).where('id', 'not in', kept).execute()
}

export const listRefused: Job<null, RefusedEvent[]> = {
  name: 'refused.list',
  kind: 'read',
  async work(db) {
    const rows = await db.selectFrom('refused_events').selectAll().orderBy('last_at', 'desc').orderBy('id').execute()
    return rows.map(({ proven: _, endpoint_id, order_ref, hold_ref, first_at, last_at, ...same }) => {
      const named = { endpointId: endpoint_id, order: order_ref, hold: hold_ref }
      return { ...same, ...named, firstAt: first_at, lastAt: last_at }
    })
  },
}

export const pruneRefused: Job<{ before: number }, null> = {
  name: 'refused.prune',
  kind: 'write',
  async work(db, { before }, context) {
    await takeTurn(db, context, 'refused')
    await db.deleteFrom('refused_events').where('last_at', '<', before).execute()
    return null
  },
}

export const REFUSED_JOBS = [keepRefused, listRefused, pruneRefused] as const
