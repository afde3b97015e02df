// For tests: a subscription that writes down which facts it took, in their order, and chokes on some; and jobs to feed it.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { EventType } from '../domain/eventTypes.ts'
import { JOBS as SHIPPED } from '../app/jobs/jobTable.ts'
import type { Job } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { appendEvent, appendToShop } from '../events/append.ts'
import type { Fact } from '../events/facts.ts'
import { SHOP, type Stream } from '../events/stream.ts'
import type { Subscription } from '../events/subscription.ts'
import { createSubscriptionJobs } from '../events/subscriptions.ts'

const CURE = 'cure'
const rowOf = (stream: Stream) => `tally ${stream}`

export const TALLY: Subscription = {
  name: 'tally',
  types: ['show:created', 'show:live', 'words:changed', 'pins:changed'],
  async take(db, facts) {
    for (const [stream, own] of Map.groupBy(facts, (fact) => fact.stream)) {
      await writeSetting(db, rowOf(stream), fold(await readSetting(db, rowOf(stream)), own))
    }
    const isPoisoned = facts.some(({ data }) => data['poison'] === true)
    if (isPoisoned && (await readSetting(db, CURE)) === null) throw new Error('not to my taste')
  },
  rebuilding: {
    async clear(db) {
      await db.deleteFrom('settings').where('name', 'like', 'tally %').execute()
    },
    fold,
    restore: (db, stream, kept) => writeSetting(db, rowOf(stream), kept),
  },
}

/** Wants what never happens. */
export const IDLE: Subscription = { name: 'idle', types: ['sale:started'], take: async () => {}, rebuilding: null }

export const SUBSCRIPTIONS = createSubscriptionJobs([TALLY, IDLE])

interface Append {
  readonly stream: Stream
  readonly type: EventType
  readonly payload: Readonly<Record<string, unknown>>
}

export const append: Job<Append, null> = {
  name: 'test.append',
  kind: 'write',
  async work(db, { stream, ...fact }, context) {
    if (stream === SHOP) await appendToShop(db, { actor: 'setup', ...fact }, context)
    else await appendEvent(db, { show: await lockShow(db, stream), actor: 'setup', ...fact }, context)
    return null
  },
}

async function lockShow(db: Kysely<Schema>, id: ShowId) {
  await db.updateTable('shows').set({ id }).where('id', '=', id).execute()
  return { id, live_at: null }
}

export const cure: Job<null, null> = {
  name: 'test.cure',
  kind: 'write',
  work: (db) => writeSetting(db, CURE, 'taken').then(() => null),
}

/** What was taken of the stream, and what the log has for it. */
export const readTally: Job<{ stream: Stream }, { taken: number[]; logged: number[] }> = {
  name: 'test.readTally',
  kind: 'read',
  async work(db, { stream }) {
    const logged = db.selectFrom('events').select('seq').where('stream', '=', stream).where('type', 'in', TALLY.types)
    const taken = (await readSetting(db, rowOf(stream))) ?? '[]'
    return { taken: JSON.parse(taken), logged: (await logged.orderBy('seq').execute()).map(({ seq }) => seq) }
  },
}

export const JOBS = [...SHIPPED, ...Object.values(SUBSCRIPTIONS), append, cure, readTally] as const

function fold(kept: string | null, facts: readonly Fact[]): string {
  const before: readonly number[] = kept === null ? [] : JSON.parse(kept)
  return JSON.stringify([...before, ...facts.map(({ seq }) => seq)])
}

async function readSetting(db: Kysely<Schema>, name: string): Promise<string | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}

async function writeSetting(db: Kysely<Schema>, name: string, value: string): Promise<void> {
  const put = db.insertInto('settings').values({ name, value })
  await put.onConflict((conflict) => conflict.column('name').doUpdateSet({ value })).execute()
}
