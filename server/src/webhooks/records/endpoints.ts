// Jobs on the relay's endpoints as staff see and change them, and on the log of what was sent.
import { ToldType } from '@lantern/shared/contract/webhooks.ts'
import type { Delivery, Endpoint, EndpointReason } from '@lantern/shared/contract/webhooks.ts'
import { sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { EndpointRecord } from './webhookRecords.ts'
import type { AttemptRow, DeliveryRow, EndpointRow } from '../../database/webhookSchema.ts'
import { claimDeliveries, pruneDeliveries, relayBacklog, settleDeliveries, switchOff } from './deliveries.ts'

const DELIVERIES_SHOWN = 50
const ATTEMPTS_SHOWN = 10

function toTypes(json: string): ToldType[] {
  return ToldType.array().parse(JSON.parse(json))
}

export const saveEndpoint: Job<{ endpoint: EndpointRecord; overlapMs: number }, null> = {
  name: 'relay.saveEndpoint',
  kind: 'write',
  async work(db, { endpoint, overlapMs }, context) {
    const at = await context.now()
    const { id, url, secret } = endpoint
    const types = JSON.stringify(endpoint.types)
    const known = await db.selectFrom('endpoints').selectAll().where('id', '=', id).executeTakeFirst()
    const old =
      known && known.secret !== secret ? { old_secret: known.secret, old_until: at + overlapMs } : ({} as const)
    const made = {
      old_secret: null,
      old_until: 0,
      enabled: 1,
      reason: null,
      throttled_until: 0,
      created_at: at,
    } as const
    await db
      .insertInto('endpoints')
      .values({ id, url, secret, types, ...made })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ url, secret, types, ...old }))
      .execute()
    // Named again: what was held meanwhile is due.
    if (known?.reason === 'setting') await switchEndpoint.work(db, { id, enabled: true, reason: 'setting' }, context)
    return null
  },
}

interface Switch {
  readonly id: string
  readonly enabled: boolean
  readonly reason: EndpointReason
}

export const switchEndpoint: Job<Switch, boolean> = {
  name: 'relay.switchEndpoint',
  kind: 'write',
  async work(db, { id, enabled, reason }, { now }) {
    const row = await db.selectFrom('endpoints').select('id').where('id', '=', id).executeTakeFirst()
    if (!row) return false
    if (!enabled) {
      await switchOff(db, id, reason)
      return true
    }
    const on = { enabled: 1, reason: null, throttled_until: 0 } as const
    await db.updateTable('endpoints').set(on).where('id', '=', id).execute()
    const due = { state: 'pending', next_at: await now(), claimed_until: 0 } as const
    const held = db.updateTable('deliveries').set(due).where('endpoint_id', '=', id)
    await held.where('state', '=', 'held').execute()
    return true
  },
}

export const removeEndpoint: Job<{ id: string }, boolean> = {
  name: 'relay.removeEndpoint',
  kind: 'write',
  async work(db, { id }) {
    await db.deleteFrom('attempts').where('endpoint_id', '=', id).execute()
    await db.deleteFrom('deliveries').where('endpoint_id', '=', id).execute()
    const { numDeletedRows } = await db.deleteFrom('endpoints').where('id', '=', id).executeTakeFirstOrThrow()
    return numDeletedRows > 0n
  },
}

export const findEndpoint: Job<{ id: string }, EndpointRecord | null> = {
  name: 'relay.findEndpoint',
  kind: 'read',
  async work(db, { id }) {
    const row = await db.selectFrom('endpoints').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? { id: row.id, url: row.url, secret: row.secret, types: toTypes(row.types) } : null
  },
}

type Listed = Omit<Endpoint, 'fromSetting'>

export const listEndpoints: Job<null, Listed[]> = {
  name: 'relay.listEndpoints',
  kind: 'read',
  async work(db, _input, { now }) {
    const at = await now()
    const rows = await db.selectFrom('endpoints').selectAll().orderBy('created_at').orderBy('id').execute()
    const counts = await db
      .selectFrom('deliveries')
      .select((eb) => ['endpoint_id', 'state', eb.fn.countAll<number>().as('number')])
      .where(sql<boolean>`state <> 'delivered'`)
      .groupBy(['endpoint_id', 'state'])
      .execute()
    const count = (id: string, state: DeliveryRow['state']) =>
      counts.find((each) => each.endpoint_id === id && each.state === state)?.number ?? 0
    return rows.map((row) => ({
      ...toListed(row, at),
      pending: count(row.id, 'pending'),
      failed: count(row.id, 'failed'),
      held: count(row.id, 'held'),
    }))
  },
}

function toListed(row: EndpointRow, now: number): Omit<Listed, 'pending' | 'failed' | 'held'> {
  return {
    id: row.id,
    url: row.url,
    types: toTypes(row.types),
    enabled: row.enabled === 1,
    reason: row.reason,
    rotatingUntil: row.old_secret !== null && row.old_until > now ? row.old_until : null,
    createdAt: row.created_at,
  }
}

export const listDeliveries: Job<{ endpointId: string }, Delivery[]> = {
  name: 'relay.listDeliveries',
  kind: 'read',
  async work(db, { endpointId }, { words }) {
    const own = db.selectFrom('deliveries').selectAll().where('endpoint_id', '=', endpointId)
    const rows = await own.orderBy('seq', 'desc').limit(DELIVERIES_SHOWN).execute()
    const ids = rows.map((row) => row.id)
    const made = db.selectFrom('attempts').selectAll().where('endpoint_id', '=', endpointId)
    const attempts = await made.where(words.isOneOf('delivery_id', ids)).orderBy('at', 'desc').execute()
    const byId = Map.groupBy(attempts, (attempt) => attempt.delivery_id)
    return rows.map((row) => toDelivery(row, byId.get(row.id) ?? []))
  },
}

function toDelivery(row: DeliveryRow, attempts: readonly AttemptRow[]): Delivery {
  return {
    id: row.id,
    type: ToldType.parse(row.type),
    state: row.state,
    createdAt: row.created_at,
    nextAt: row.state === 'pending' ? row.next_at : null,
    attempts: attempts
      .slice(0, ATTEMPTS_SHOWN)
      .map(({ at, took_ms, status, problem }) => ({ at, tookMs: took_ms, status, problem })),
  }
}

/** Also of one that was delivered: its receiver knows it by its id. */
export const replayDelivery: Job<{ endpointId: string; id: string }, boolean> = {
  name: 'relay.replay',
  kind: 'write',
  async work(db, { endpointId, id }, { now }) {
    const due = { state: 'pending', tries: 0, next_at: await now(), claimed_until: 0, done_at: null } as const
    const change = db.updateTable('deliveries').set(due).where('endpoint_id', '=', endpointId).where('id', '=', id)
    const { numUpdatedRows } = await change.executeTakeFirstOrThrow()
    return numUpdatedRows > 0n
  },
}

export const RELAY_JOBS = [
  claimDeliveries,
  settleDeliveries,
  pruneDeliveries,
  relayBacklog,
  saveEndpoint,
  switchEndpoint,
  removeEndpoint,
  findEndpoint,
  listEndpoints,
  listDeliveries,
  replayDelivery,
] as const
