// A database as it stood at an earlier schema, filled: its own migrations, then the rows that a server of that time wrote.
import { readFile, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { type Kysely, sql } from 'kysely'
import { type DatabasePlace, newSqlitePlace } from '../ledger/proofs/testShop.ts'
import { type PostgresPlace, postgresPlace } from './postgresPlaces.ts'
import type { Databases } from './postgresServer.ts'
import { createSharedClock } from '../kit/clock.ts'
import { createPool } from '../database/postgres/pool.ts'
import { transact } from '../database/postgres/transaction.ts'
import { postgresWords } from '../database/postgres/dialect.ts'
import type { Schema } from '../database/schema.ts'
import { openConnection } from '../database/sqlite/connection.ts'
import type { Migration } from '../database/migrate/migration.ts'
import { numberOf, STEPS } from '../database/migrate/steps.ts'

export const FILLED_SCHEMAS = [1, 2, 5, 7, 8, 9] as const
export type FilledSchema = (typeof FILLED_SCHEMAS)[number]

type SqlitePlace = Awaited<ReturnType<typeof newSqlitePlace>>

/** Tables in which migrations themselves put rows, and the schema that made each: its rows come with the fixture. */
const BY_MIGRATION = [
  { table: 'counters', since: 1 },
  { table: 'relay_cursors', since: 4 },
]

/** Each start of a server of before steps had names: what it did is kept by number. */
export async function startByNumber(
  db: Kysely<Schema>,
  table: Parameters<Migration['up']>[1],
  known: readonly number[],
) {
  await sql`create table if not exists migrations (version integer primary key, name text not null, at bigint not null)`.execute(
    db,
  )
  const done = (await db.selectFrom('migrations').select('version').execute()).map(({ version }) => version)
  for (const { id, migration } of STEPS) {
    const version = numberOf(id)
    if (done.includes(version) || !known.includes(version)) continue
    await migration.up(db, table, Math.max(0, ...done))
    await db.insertInto('migrations').values({ version, name: id, at: 0 }).execute()
  }
}

async function makeSchema(db: Kysely<Schema>, schema: FilledSchema, table: Parameters<Migration['up']>[1]) {
  const known = Array.from({ length: schema }, (_, n) => n + 1)
  await startByNumber(db, table, known)
  const filled = BY_MIGRATION.filter(({ since }) => schema > 1 && schema >= since)
  for (const { table: name } of filled) await sql`delete from ${sql.table(name)}`.execute(db)
}

const readRows = (schema: FilledSchema) =>
  readFile(new URL(`../database/migrate/fixtures/schema${schema}.sql`, import.meta.url), 'utf8')

/** `more`: statements on its rows. */
export async function filledSqlite(schema: FilledSchema, more = ''): Promise<SqlitePlace> {
  const place = await newSqlitePlace()
  const connection = openConnection({ file: place.file, readOnly: false })
  await connection.transact('write', () => makeSchema(connection.db, schema, connection.words.table))
  connection.close()
  const file = new DatabaseSync(place.file)
  file.exec(`${await readRows(schema)}\n${more}`)
  file.close()
  return place
}

export async function filledPostgres(
  server: Databases,
  { schema, more = '' }: { readonly schema: FilledSchema; readonly more?: string },
): Promise<PostgresPlace> {
  const place = await postgresPlace(server)
  const pool = createPool({ url: place.url, connections: 1 })
  await transact(pool, 'write', (db) => makeSchema(db, schema, postgresWords.table))
  await pool.end()
  const client = new Client({ connectionString: place.url })
  await client.connect()
  await client.query(`${await readRows(schema)}\n${more}`)
  await client.end()
  return place
}

/** Makes places that are all alike: the first is brought forward by this server, the others are copies of it. */
export type Forward<Place> = (schema: FilledSchema) => Promise<Place>

async function bringForward<Place extends DatabasePlace>(old: Promise<Place>, now: number): Promise<Place> {
  const place = await old
  // Closing writes all of it.
  await (await place.open(createSharedClock(now))).close()
  return place
}

/** `now`: when it is brought forward. */
export function forwardSqlite(now: number): Forward<SqlitePlace> {
  const kept = new Map<FilledSchema, Promise<Buffer>>()
  const make = async (schema: FilledSchema) => {
    const { file, drop } = await bringForward(filledSqlite(schema), now)
    return readFile(file).finally(drop)
  }
  return async (schema) => {
    const bytes = kept.get(schema) ?? make(schema)
    kept.set(schema, bytes)
    const place = await newSqlitePlace()
    await writeFile(place.file, await bytes, { mode: 0o600 })
    return place
  }
}

/** Those that are copied from go with their server. */
export function forwardPostgres(server: () => Databases, now: number): Forward<PostgresPlace> {
  const kept = new Map<FilledSchema, Promise<PostgresPlace>>()
  return async (schema) => {
    const like = kept.get(schema) ?? bringForward(filledPostgres(server(), { schema }), now)
    kept.set(schema, like)
    return postgresPlace(server(), await like)
  }
}
