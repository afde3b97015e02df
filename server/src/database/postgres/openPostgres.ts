// PostgreSQL as a Database: jobs run in this process, each as one transaction on a connection of a small pool.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { SharedClock } from '../../kit/clock.ts'
import { newTimedId } from '../../kit/timedId.ts'
import { DatabaseError } from '../database.ts'
import type { Database, Job, JobContext } from '../database.ts'
import type { Schema } from '../schema.ts'
import { createPool } from './pool.ts'
import { prepare } from './prepare.ts'
import { transact } from './transaction.ts'
import { postgresWords } from './dialect.ts'

export interface PostgresOptions {
  /** postgres:// or postgresql:// */
  readonly url: string
  /** Names of jobs that always find a connection, however busy the others are. */
  readonly first?: readonly string[]
  /** Default: the database's clock. */
  readonly clock?: SharedClock
  /** No migration, no write. */
  readonly readOnly?: boolean
}

const CONNECTIONS = 6
/** Two batches of the ledger at once: one waits for the show that the other has locked. */
const FIRST_CONNECTIONS = 2
const MIGRATION_MS = 600_000

/**
 * Connects, and makes or migrates the schema where needed. A schema newer than this server: DatabaseError DATABASE_NEWER;
 * no answer: DATABASE_BUSY. Several processes may open one database at once.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const contextOf = contextFor(options)
  if (options.readOnly !== true) await migrateNow(options.url, contextOf)
  const pools = {
    first: createPool({ url: options.url, connections: FIRST_CONNECTIONS }),
    others: createPool({ url: options.url, connections: CONNECTIONS }),
  }
  const first = new Set(options.first)
  return overPools(pools, (job, input) => {
    const pool = first.has(job.name) ? pools.first : pools.others
    return transact(pool, job.kind, (db) => job.work(db, input, contextOf(db)))
  })
}

type ContextOf = (db: Kysely<Schema>) => JobContext

function contextFor({ clock }: PostgresOptions): ContextOf {
  return (db) => ({
    now: clock ? async () => clock.now() : () => readClock(db),
    newId: newTimedId,
    words: postgresWords,
  })
}

async function readClock(db: Kysely<Schema>): Promise<number> {
  const query = sql<{ now: number }>`select floor(extract(epoch from clock_timestamp()) * 1000) as now`
  const { rows } = await query.execute(db)
  if (!rows[0]) throw new Error('the database told no time')
  return rows[0].now
}

/** On a connection of its own, which may wait for another process that migrates. */
async function migrateNow(url: string, contextOf: ContextOf): Promise<void> {
  const pool = createPool({ url, connections: 1, patienceMs: MIGRATION_MS })
  await transact(pool, 'write', (db) => prepare(db, contextOf(db))).finally(() => pool.end())
}

function overPools(pools: Readonly<Record<string, pg.Pool>>, run: Database['run']): Database {
  const running = new Set<Promise<unknown>>()
  let closing: Promise<void> | null = null

  function start<Input, Output>(job: Job<Input, Output>, input: Input): Promise<Output> {
    const work = run(job, input).finally(() => running.delete(work))
    running.add(work)
    return work
  }

  async function close(): Promise<void> {
    await Promise.allSettled(running)
    await Promise.all(Object.values(pools).map((pool) => pool.end()))
  }

  return {
    run(job, input) {
      if (closing) return Promise.reject(new DatabaseError('DATABASE_CLOSED', 'the database was closed'))
      return start(job, input)
    },
    close: () => (closing ??= close()),
  }
}
