// Jobs on shops that are connected in the studio: their values, which is in use, and what was handed out by which.
import type { ConnectionFieldName, ShopKindName } from '@lantern/shared/contract/connections.ts'
import type { Kysely } from 'kysely'
import type { ConnectionRow } from '../../database/connectionSchema.ts'
import { type Changed, changedIn } from '../../database/changed.ts'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Draft, FormerFence, KeptConnection, KeptTrip, KeptValue, Taking } from './connectionRecords.ts'
import { forgetFormer } from './forgetFormer.ts'
import { WAY_JOBS } from './connectionWays.ts'
import { importCatalogue } from './imports.ts'

const FORMER_KEPT_MS = 90 * 86_400_000
/** By then every process has followed. */
const FOLLOWED_MS = 5000
const TRIP_MS = 60_000

/** One process at a time changes which shop is connected: the row is locked until the transaction ends. */
async function takeTurn(db: Kysely<Schema>, { words }: JobContext): Promise<void> {
  await words.lockRows(db.selectFrom('counters').select('name').where('name', '=', 'shop connections')).execute()
}

export const readMark: Job<null, string> = {
  name: 'connections.readMark',
  kind: 'read',
  async work(db) {
    const rows = await db.selectFrom('shop_connections').select(['id', 'state', 'version']).orderBy('id').execute()
    return rows.map(({ id, state, version }) => `${id} ${state} ${version}`).join()
  },
}

export const listConnections: Job<{ isWhole: boolean }, KeptConnection[]> = {
  name: 'connections.list',
  kind: 'read',
  async work(db, { isWhole }, context) {
    const since = isWhole ? 0 : (await context.now()) - FORMER_KEPT_MS
    const rows = await db
      .selectFrom('shop_connections')
      .selectAll()
      .orderBy('former_at', 'desc')
      .orderBy('id')
      .execute()
    const kept = rows.filter(({ former_at }) => former_at === null || former_at >= since)
    const values = await db.selectFrom('connection_values').selectAll().orderBy('field').execute()
    return kept.map((row) => ({
      id: row.id,
      kind: row.kind,
      endpointId: row.endpoint_id,
      state: row.state,
      version: row.version,
      madeAt: row.made_at,
      usedAt: row.used_at,
      values: values
        .filter(({ connection_id }) => connection_id === row.id)
        .map(({ field, value, sealed, tail, at }): KeptValue => ({ field, value, isSealed: sealed === 1, tail, at })),
    }))
  },
}

async function makeDraft(db: Kysely<Schema>, { kind, endpointId }: Draft, context: JobContext): Promise<string> {
  const id = `conn_${context.newId()}`
  const row = { kind, endpoint_id: endpointId, state: 'draft', version: 0, made_at: await context.now() } as const
  await db
    .insertInto('shop_connections')
    .values({ id, ...row, used_at: null, former_at: null })
    .execute()
  const before = (await find(db, kind, 'in_use')) ?? (await find(db, kind, 'former'))
  if (before === undefined) return id
  const values = await db.selectFrom('connection_values').selectAll().where('connection_id', '=', before.id).execute()
  for (const value of values)
    await db
      .insertInto('connection_values')
      .values({ ...value, connection_id: id })
      .execute()
  return id
}

function find(db: Kysely<Schema>, kind: ShopKindName, state: ConnectionRow['state']) {
  const rows = db.selectFrom('shop_connections').selectAll().where('kind', '=', kind)
  return rows.where('state', '=', state).orderBy('former_at', 'desc').executeTakeFirst()
}

export const saveDraft: Job<Draft, null> = {
  name: 'connections.saveDraft',
  kind: 'write',
  async work(db, draft, context) {
    await takeTurn(db, context)
    const id = (await find(db, draft.kind, 'draft'))?.id ?? (await makeDraft(db, draft, context))
    const at = await context.now()
    const gone = [...draft.remove, ...draft.set.map(({ field }) => field)]
    if (gone.length > 0)
      await db.deleteFrom('connection_values').where('connection_id', '=', id).where('field', 'in', gone).execute()
    for (const { field, value, isSealed, tail } of draft.set) {
      const row = { connection_id: id, field, value, sealed: isSealed ? (1 as const) : (0 as const), tail, at }
      await db.insertInto('connection_values').values(row).execute()
    }
    await db
      .updateTable('shop_connections')
      .set((eb) => ({ version: eb('version', '+', 1), endpoint_id: draft.endpointId, made_at: at }))
      .where('id', '=', id)
      .execute()
    const forgotten = { result: null, ran_at: null, started_at: null }
    await db.updateTable('shop_trips').set(forgotten).where('kind', '=', draft.kind).execute()
    return null
  },
}

interface Resealed {
  readonly connectionId: string
  readonly field: ConnectionFieldName
  readonly from: string
  readonly to: string
}

export const resealValues: Job<{ values: readonly Resealed[] }, boolean> = {
  name: 'connections.reseal',
  kind: 'write',
  async work(db, { values }, context) {
    await takeTurn(db, context)
    const known = await db.selectFrom('connection_values').selectAll().where('sealed', '=', 1).execute()
    const isKnown = ({ connectionId, field, from }: Resealed) =>
      known.some((row) => row.connection_id === connectionId && row.field === field && row.value === from)
    if (known.length !== values.length || !values.every(isKnown)) return false
    for (const { connectionId, field, to } of values)
      await db
        .updateTable('connection_values')
        .set({ value: to })
        .where('connection_id', '=', connectionId)
        .where('field', '=', field)
        .execute()
    return true
  },
}

/** Of the shop that was in use: where it kept units apart, they are to be given back there. */
async function leaveStock(db: Kysely<Schema>, connectionId: string, since: number): Promise<void> {
  const rows = await db
    .selectFrom('shop_stock')
    .innerJoin('variants', 'variants.id', 'shop_stock.variant_id')
    .select(['variants.sku', 'variants.external_id', 'shop_stock.available'])
    .where('shop_stock.available', '!=', 0)
    .execute()
  for (const { sku, external_id } of rows) {
    const row = { external_id, since }
    await db
      .insertInto('former_fences')
      .values({ connection_id: connectionId, sku, ...row })
      .onConflict((conflict) => conflict.columns(['connection_id', 'sku']).doUpdateSet(row))
      .execute()
  }
  await db.deleteFrom('shop_stock').execute()
}

/** What is in use becomes a former one; answers with which it was. */
async function retire(db: Kysely<Schema>, at: number): Promise<string> {
  const former = await db.selectFrom('shop_connections').select('id').where('state', '=', 'in_use').executeTakeFirst()
  if (former === undefined) return BY_ENVIRONMENT
  await db
    .updateTable('shop_connections')
    .set((eb) => ({ state: 'former', former_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', former.id)
    .execute()
  return former.id
}

/** The same id twice is no change. */
async function isThere(db: Kysely<Schema>, id: string): Promise<boolean> {
  if (id === BY_ENVIRONMENT) {
    const inUse = db.selectFrom('shop_connections').select('id').where('state', '=', 'in_use')
    return (await inUse.executeTakeFirst()) !== undefined
  }
  const rows = db.selectFrom('shop_connections').select('id').where('id', '=', id)
  return (await rows.where('state', '!=', 'in_use').executeTakeFirst()) !== undefined
}

export const useConnection: Job<Taking, Changed<boolean>> = {
  name: 'connections.use',
  kind: 'write',
  async work(db, { connectionId, isOther, catalogue }, context) {
    await takeTurn(db, context)
    if (!(await isThere(db, connectionId))) return changedIn(false)
    const at = await context.now()
    const formerId = await retire(db, at)
    await db
      .updateTable('shop_connections')
      .set((eb) => ({ state: 'in_use', used_at: at, former_at: null, version: eb('version', '+', 1) }))
      .where('id', '=', connectionId)
      .execute()
    await leaveStock(db, formerId, at)
    const free = isOther ? await forgetFormer(db, context) : []
    if (catalogue === null) return changedIn(true, ...free)
    const { showIds } = await importCatalogue.work(db, catalogue, context)
    return changedIn(true, ...free, ...showIds)
  },
}

/** The connection that the settings name, which has no row. */
export const BY_ENVIRONMENT = 'environment'

export const readTrips: Job<null, KeptTrip[]> = {
  name: 'connections.readTrips',
  kind: 'read',
  async work(db) {
    const rows = await db.selectFrom('shop_trips').selectAll().orderBy('kind').execute()
    return rows.map(({ ran_at, started_at, ...same }) => ({ ...same, ranAt: ran_at, startedAt: started_at }))
  },
}

export const startTrip: Job<{ kind: ShopKindName }, boolean> = {
  name: 'connections.startTrip',
  kind: 'write',
  async work(db, { kind }, context) {
    await takeTurn(db, context)
    const at = await context.now()
    const known = await db.selectFrom('shop_trips').selectAll().where('kind', '=', kind).executeTakeFirst()
    if (known?.started_at !== null && known !== undefined && at - known.started_at < TRIP_MS) return false
    await db
      .insertInto('shop_trips')
      .values({ kind, result: null, options: null, ran_at: null, started_at: at })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet({ started_at: at }))
      .execute()
    return true
  },
}

export const endTrip: Job<{ kind: ShopKindName; result: string; options: string }, null> = {
  name: 'connections.endTrip',
  kind: 'write',
  async work(db, { kind, result, options }, context) {
    const row = { result, options, ran_at: await context.now(), started_at: null }
    // Values that changed under way took the start away: what was found is of others.
    await db.updateTable('shop_trips').set(row).where('kind', '=', kind).where('started_at', 'is not', null).execute()
    return null
  },
}

export const formerFences: Job<null, readonly FormerFence[]> = {
  name: 'connections.formerFences',
  kind: 'read',
  async work(db, _input, context) {
    const before = (await context.now()) - FOLLOWED_MS
    const rows = await db.selectFrom('former_fences').selectAll().where('since', '<=', before).orderBy('sku').execute()
    return rows.map((row) => ({ connectionId: row.connection_id, sku: row.sku, externalId: row.external_id }))
  },
}

export const endFence: Job<{ connectionId: string; sku: string }, null> = {
  name: 'connections.endFence',
  kind: 'write',
  async work(db, { connectionId, sku }) {
    await db.deleteFrom('former_fences').where('connection_id', '=', connectionId).where('sku', '=', sku).execute()
    return null
  },
}

export const CONNECTION_JOBS = [
  readMark,
  listConnections,
  saveDraft,
  resealValues,
  useConnection,
  readTrips,
  startTrip,
  endTrip,
  ...WAY_JOBS,
  formerFences,
  endFence,
] as const
