// Jobs on the inbox: what shops posted is kept, claimed by one process at a time, settled, and forgotten in time.
import type { ArrivalMatter } from '@lantern/shared/contract/webhooks.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { updateRows } from '../../database/bulk.ts'
import type { Job, JobContext } from '../../database/database.ts'
import { toBacklog } from './backlog.ts'
import type { ArrivalResult, Backlog, ClaimedArrival, NewArrival } from './webhookRecords.ts'
import type { ArrivalRow } from '../../database/webhookSchema.ts'
import type { Schema } from '../../database/schema.ts'

const MATTERS_SHOWN = 100
const BODY_SHOWN = 2000
/** A note of what went wrong is for people: its beginning says it. */
const NOTE_LENGTH = 300

const SETTLED = {
  table: 'arrivals',
  keys: ['id'],
  columns: {
    id: 'text',
    state: 'text',
    tries: 'integer',
    next_at: 'integer',
    claimed_until: 'integer',
    done_at: 'integer',
    note: 'text',
  },
} as const

/** One process at a time takes from this queue: the row is locked until the transaction ends. */
export async function takeTurn(db: Kysely<Schema>, { words }: JobContext, queue: string): Promise<void> {
  await words.lockRows(db.selectFrom('counters').select('name').where('name', '=', queue)).execute()
}

/** The shop has sent these before. */
async function countRepeats(db: Kysely<Schema>, rows: readonly ArrivalRow[], now: number): Promise<void> {
  for (const { endpoint_id, event_id } of [...rows].sort(byEvent)) {
    const change = db.updateTable('arrivals').set((eb) => ({ repeats: eb('repeats', '+', 1), repeated_at: now }))
    await change.where('endpoint_id', '=', endpoint_id).where('event_id', '=', event_id).execute()
  }
}

export const keepArrivals: Job<{ arrivals: readonly NewArrival[]; isAsked: boolean }, boolean[]> = {
  name: 'inbox.keep',
  kind: 'write',
  async work(db, { arrivals, isAsked }, context) {
    const now = await context.now()
    // What came together keeps its order by its ids.
    const newIds = arrivals.map(() => context.newId()).sort()
    const rows = arrivals.map((arrival, index) => toRow(arrival, newIds[index] ?? context.newId(), now))
    // In one order everywhere: processes that keep the same ones at once wait for each other, not in a circle.
    const insert = db.insertInto('arrivals').values([...rows].sort(byEvent))
    const kept = await insert
      .onConflict((conflict) => conflict.columns(['endpoint_id', 'event_id']).doNothing())
      .returning('id')
      .execute()
    const ids = new Set(kept.map((row) => row.id))
    if (!isAsked)
      await countRepeats(
        db,
        rows.filter((row) => !ids.has(row.id)),
        now,
      )
    return rows.map((row) => ids.has(row.id))
  },
}

function byEvent(a: ArrivalRow, b: ArrivalRow): number {
  const [one, two] = [a, b].map((row) => `${row.endpoint_id} ${row.event_id}`)
  return (one ?? '') < (two ?? '') ? -1 : 1
}

function toRow(arrival: NewArrival, id: string, now: number): ArrivalRow {
  const means = arrival.fact !== null
  return {
    id,
    endpoint_id: arrival.endpointId,
    event_id: arrival.eventId,
    hold_id: arrival.holdId,
    type: arrival.type,
    fact: arrival.fact,
    body: arrival.body,
    state: means ? 'waiting' : 'ignored',
    tries: 0,
    next_at: now,
    claimed_until: 0,
    received_at: now,
    done_at: means ? null : now,
    note: null,
    repeats: 0,
    repeated_at: null,
  }
}

export const claimArrivals: Job<{ limit: number; leaseMs: number }, ClaimedArrival[]> = {
  name: 'inbox.claim',
  kind: 'write',
  async work(db, { limit, leaseMs }, context) {
    await takeTurn(db, context, 'inbox')
    const now = await context.now()
    const rows = await db
      .selectFrom('arrivals as a')
      .select(['a.id', 'a.hold_id', 'a.fact', 'a.tries'])
      .where('a.state', '=', 'waiting')
      .where('a.next_at', '<=', now)
      .where('a.claimed_until', '<=', now)
      .where(
        sql<boolean>`not exists (select 1 from arrivals as b where b.hold_id = a.hold_id and b.state = 'waiting'
        and (b.received_at < a.received_at or (b.received_at = a.received_at and b.id < a.id))
        and (b.next_at > ${now} or b.claimed_until > ${now}))`,
      )
      .orderBy('a.received_at')
      .orderBy('a.id')
      .limit(limit)
      .execute()
    if (rows.length === 0) return []
    const isOurs = context.words.isOneOf(
      'id',
      rows.map((row) => row.id),
    )
    await db
      .updateTable('arrivals')
      .set({ claimed_until: now + leaseMs })
      .where(isOurs)
      .execute()
    return rows.map(({ id, hold_id, fact, tries }) => ({ id, holdId: hold_id, fact: fact ?? 'null', tries }))
  },
}

export const settleArrivals: Job<{ results: readonly ArrivalResult[] }, null> = {
  name: 'inbox.settle',
  kind: 'write',
  async work(db, { results }, context) {
    const now = await context.now()
    const rows = results.map(({ id, state, tries, inMs, note }) => ({
      id,
      state,
      tries,
      next_at: now + inMs,
      claimed_until: 0,
      done_at: state === 'waiting' ? null : now,
      note: note === null ? null : note.slice(0, NOTE_LENGTH),
    }))
    await updateRows({ db, words: context.words }, SETTLED, rows)
    return null
  },
}

export const listMatters: Job<null, ArrivalMatter[]> = {
  name: 'inbox.matters',
  kind: 'read',
  async work(db) {
    const odd = db
      .selectFrom('arrivals')
      .selectAll()
      .where(sql<boolean>`state in ('unknown', 'failed')`)
    const rows = await odd.orderBy('received_at', 'desc').limit(MATTERS_SHOWN).execute()
    return rows.map((row) => ({
      id: row.id,
      endpointId: row.endpoint_id,
      eventId: row.event_id,
      type: row.type,
      holdId: row.hold_id,
      state: row.state === 'failed' ? 'failed' : 'unknown',
      note: row.note,
      receivedAt: row.received_at,
      body: row.body.slice(0, BODY_SHOWN),
    }))
  },
}

export const answerMatter: Job<{ id: string; choice: 'seen' | 'again' }, boolean> = {
  name: 'inbox.answerMatter',
  kind: 'write',
  async work(db, { id, choice }, context) {
    const now = await context.now()
    const again = { state: 'waiting', tries: 0, next_at: now, claimed_until: 0, done_at: null } as const
    const change = db
      .updateTable('arrivals')
      .set(choice === 'again' ? again : { state: 'seen' })
      .where('id', '=', id)
      .where(sql<boolean>`state in ('unknown', 'failed')`)
    const { numUpdatedRows } = await change.executeTakeFirstOrThrow()
    return numUpdatedRows > 0n
  },
}

export const pruneArrivals: Job<{ before: number; limit: number }, number> = {
  name: 'inbox.prune',
  kind: 'write',
  async work(db, { before, limit }) {
    const old = db.selectFrom('arrivals').select('id').where('received_at', '<', before)
    const some = old.where('state', '!=', 'waiting').orderBy('received_at').limit(limit)
    const { numDeletedRows } = await db.deleteFrom('arrivals').where('id', 'in', some).executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  },
}

export const inboxBacklog: Job<null, Backlog> = {
  name: 'inbox.backlog',
  kind: 'read',
  async work(db, _input, context) {
    const waiting = db.selectFrom('arrivals').where(sql<boolean>`state = 'waiting'`)
    const row = await waiting
      .select((eb) => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('received_at').as('oldest')])
      .executeTakeFirstOrThrow()
    return toBacklog(row, context)
  },
}

/** When the latest came; null: none is kept. */
export const lastArrivalAt: Job<null, number | null> = {
  name: 'inbox.lastAt',
  kind: 'read',
  async work(db) {
    const { last } = await db
      .selectFrom('arrivals')
      .select((eb) => eb.fn.max('received_at').as('last'))
      .executeTakeFirstOrThrow()
    return last === null ? null : Number(last)
  },
}

/** When the latest came there since then; null: none did. */
export const heardAt: Job<{ endpointId: string; since: number }, number | null> = {
  name: 'inbox.heardAt',
  kind: 'read',
  async work(db, { endpointId, since }) {
    const own = db.selectFrom('arrivals').where('endpoint_id', '=', endpointId).where('received_at', '>=', since)
    const { last } = await own.select((eb) => eb.fn.max('received_at').as('last')).executeTakeFirstOrThrow()
    return last === null ? null : Number(last)
  },
}

export const INBOX_JOBS = [
  keepArrivals,
  claimArrivals,
  settleArrivals,
  listMatters,
  answerMatter,
  pruneArrivals,
  inboxBacklog,
  lastArrivalAt,
  heardAt,
] as const
