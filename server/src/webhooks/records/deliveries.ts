// Jobs on the relay's queues: what is due is claimed, attempts are written down, old ones forgotten.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { insertRows, updateRows } from '../../database/bulk.ts'
import type { Job, JobContext } from '../../database/database.ts'
import { toBacklog } from './backlog.ts'
import type { Backlog, ClaimedDelivery, DeliveryResult, EndpointWork } from './webhookRecords.ts'
import type { EndpointRow } from '../../database/webhookSchema.ts'
import type { Schema } from '../../database/schema.ts'
import { takeTurn } from './inbox.ts'

const PROBLEM_LENGTH = 300

const ATTEMPTS = {
  table: 'attempts',
  columns: {
    endpoint_id: 'text',
    delivery_id: 'text',
    at: 'integer',
    took_ms: 'integer',
    status: 'integer',
    problem: 'text',
  },
} as const

const SETTLED = {
  table: 'deliveries',
  keys: ['endpoint_id', 'id'],
  columns: {
    endpoint_id: 'text',
    id: 'text',
    state: 'text',
    tries: 'integer',
    next_at: 'integer',
    claimed_until: 'integer',
    done_at: 'integer',
  },
} as const

interface Claim {
  readonly busy: readonly string[]
  readonly perEndpoint: number
  readonly leaseMs: number
}

export const claimDeliveries: Job<Claim, EndpointWork[]> = {
  name: 'relay.claim',
  kind: 'write',
  async work(db, { busy, ...claim }, context) {
    await takeTurn(db, context, 'deliveries')
    const now = await context.now()
    const open = db.selectFrom('endpoints').selectAll().where('enabled', '=', 1).where('throttled_until', '<=', now)
    const endpoints = (await open.orderBy('id').execute()).filter((endpoint) => !busy.includes(endpoint.id))
    const work: EndpointWork[] = []
    for (const endpoint of endpoints) {
      const deliveries = await claimOf(db, { endpoint, now, ...claim }, context)
      if (deliveries.length > 0) work.push({ ...toTarget(endpoint, now), deliveries })
    }
    return work
  },
}

function toTarget(endpoint: EndpointRow, now: number): Omit<EndpointWork, 'deliveries'> {
  const old = endpoint.old_secret !== null && endpoint.old_until > now ? [endpoint.old_secret] : []
  return { endpointId: endpoint.id, url: endpoint.url, secrets: [endpoint.secret, ...old] }
}

interface ClaimAt extends Omit<Claim, 'busy'> {
  readonly endpoint: EndpointRow
  readonly now: number
}

async function claimOf(
  db: Kysely<Schema>,
  { endpoint, now, perEndpoint, leaseMs }: ClaimAt,
  { words }: JobContext,
): Promise<ClaimedDelivery[]> {
  const own = db.selectFrom('deliveries').select(['id', 'type', 'body', 'tries']).where('endpoint_id', '=', endpoint.id)
  const due = own
    .where(sql<boolean>`state = 'pending'`)
    .where('next_at', '<=', now)
    .where('claimed_until', '<=', now)
  const rows = await due.orderBy('next_at').orderBy('seq').limit(perEndpoint).execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const claimed = db.updateTable('deliveries').set({ claimed_until: now + leaseMs })
  await claimed.where('endpoint_id', '=', endpoint.id).where(words.isOneOf('id', ids)).execute()
  return rows
}

export const settleDeliveries: Job<{ results: readonly DeliveryResult[] }, null> = {
  name: 'relay.settle',
  kind: 'write',
  async work(db, { results }, context) {
    await takeTurn(db, context, 'deliveries')
    const now = await context.now()
    const to = { db, words: context.words }
    const open = await readOpen(db, results, context)
    await insertRows(
      to,
      ATTEMPTS,
      results.map((result) => toAttempt(result, now)),
    )
    const rows = results.filter((result) => open.has(keyOf(result))).map((result) => toSettled(result, now))
    await updateRows(to, SETTLED, rows)
    await judgeEndpoints(db, results, now)
    return null
  },
}

const keyOf = ({ endpointId, id }: Pick<DeliveryResult, 'endpointId' | 'id'>) => `${endpointId} ${id}`

/** After its lease was over another process may have delivered it: then it stays delivered. */
async function readOpen(
  db: Kysely<Schema>,
  results: readonly DeliveryResult[],
  { words }: JobContext,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(results.map((result) => result.id))]
  const open = db.selectFrom('deliveries').select(['endpoint_id', 'id']).where('state', '!=', 'delivered')
  const rows = await open.where(words.isOneOf('id', ids)).execute()
  return new Set(rows.map((row) => keyOf({ endpointId: row.endpoint_id, id: row.id })))
}

function toAttempt({ endpointId, id, attempt }: DeliveryResult, now: number) {
  const { tookMs, status, problem } = attempt
  const told = problem === null ? null : problem.slice(0, PROBLEM_LENGTH)
  return { endpoint_id: endpointId, delivery_id: id, at: now, took_ms: tookMs, status, problem: told }
}

function toSettled({ endpointId, id, state, tries, inMs }: DeliveryResult, now: number) {
  const done_at = state === 'pending' ? null : now
  return { endpoint_id: endpointId, id, state, tries, next_at: now + inMs, claimed_until: 0, done_at }
}

/** One that is gone is switched off, and what waits for it is held; one that asks for rest has it. */
async function judgeEndpoints(db: Kysely<Schema>, results: readonly DeliveryResult[], now: number): Promise<void> {
  for (const [endpointId, own] of Map.groupBy(results, (result) => result.endpointId)) {
    const restMs = Math.max(...own.map((result) => result.throttleMs))
    if (own.some((result) => result.gone)) await switchOff(db, endpointId, 'gone')
    if (restMs <= 0) continue
    const rest = db.updateTable('endpoints').set({ throttled_until: now + restMs })
    await rest
      .where('id', '=', endpointId)
      .where('throttled_until', '<', now + restMs)
      .execute()
  }
}

export async function switchOff(
  db: Kysely<Schema>,
  endpointId: string,
  reason: 'gone' | 'staff' | 'setting',
): Promise<void> {
  await db.updateTable('endpoints').set({ enabled: 0, reason }).where('id', '=', endpointId).execute()
  const waiting = db.updateTable('deliveries').set({ state: 'held' }).where('endpoint_id', '=', endpointId)
  await waiting.where('state', '=', 'pending').execute()
}

/** Whatever its state: what could not be sent for so long helps nobody. */
export const pruneDeliveries: Job<{ before: number; limit: number }, number> = {
  name: 'relay.prune',
  kind: 'write',
  async work(db, { before, limit }) {
    const old = db.selectFrom('deliveries').select('id').where('created_at', '<', before)
    const some = await old.orderBy('created_at').limit(limit).execute()
    const ids = [...new Set(some.map((row) => row.id))]
    if (ids.length > 0) {
      await db.deleteFrom('deliveries').where('id', 'in', ids).where('created_at', '<', before).execute()
    }
    await db.deleteFrom('attempts').where('at', '<', before).execute()
    return some.length
  },
}

export const relayBacklog: Job<null, Backlog> = {
  name: 'relay.backlog',
  kind: 'read',
  async work(db, _input, context) {
    const pending = db.selectFrom('deliveries').where(sql<boolean>`state = 'pending'`)
    const row = await pending
      .select((eb) => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('created_at').as('oldest')])
      .executeTakeFirstOrThrow()
    return toBacklog(row, context)
  },
}
