// One transaction on a connection of a pool: begun, committed or undone; a connection in doubt is thrown away.
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { DatabaseError } from '../database.ts'
import type { Job } from '../database.ts'
import type { Schema } from '../schema.ts'
import { toDatabaseError } from './errors.ts'

/** Writers look rows up by their keys; without statistics, in a new database, PostgreSQL would read whole tables for that. */
const BEGIN: Readonly<Record<Job<never, never>['kind'], string>> = {
  write: 'begin isolation level read committed read write; set local enable_seqscan = off',
  read: 'begin isolation level repeatable read read only',
}

type Work<Output> = (db: Kysely<Schema>) => Promise<Output>

/** Throws DatabaseErrors only. DATABASE_BUSY from the commit itself: nobody knows whether it happened. */
export async function transact<Output>(pool: pg.Pool, kind: keyof typeof BEGIN, work: Work<Output>): Promise<Output> {
  const client = await begin(pool, kind)
  try {
    const output = await work(kyselyOn(client))
    await commit(client)
    client.release()
    return output
  } catch (error) {
    client.release(await undo(client))
    throw toDatabaseError(error)
  }
}

async function begin(pool: pg.Pool, kind: keyof typeof BEGIN): Promise<pg.PoolClient> {
  const client = await pool.connect().catch((error: unknown) => {
    throw toDatabaseError(error)
  })
  try {
    await client.query(BEGIN[kind])
    return client
  } catch (error) {
    // Also a server that only reads, since another has taken over: the next connection may find that one.
    const { message } = toDatabaseError(error)
    const busy = new DatabaseError('DATABASE_BUSY', message)
    client.release(busy)
    throw busy
  }
}

/** A transaction in which a statement failed is undone by its commit, without an error. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new DatabaseError('DATABASE_FAILED', 'a statement of the transaction had failed')
}

/** Answers what makes the connection useless, if anything does. */
async function undo(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return toDatabaseError(error)
  }
}

const known = new WeakMap<pg.PoolClient, Kysely<Schema>>()

function kyselyOn(client: pg.PoolClient): Kysely<Schema> {
  const db = known.get(client) ?? new Kysely<Schema>({ dialect: new PostgresDialect({ pool: poolOf(client) }) })
  known.set(client, db)
  return db
}

/** Kysely asks a pool for a connection with each statement: it is always this one. */
function poolOf(client: pg.PoolClient) {
  const connection = { query: client.query.bind(client), release: () => {} }
  return { connect: async () => connection, end: async () => {}, options: {} }
}
