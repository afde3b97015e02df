// Where a backup is taken from and put back: one transaction over a SQLite file or a PostgreSQL database.
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { LISTS } from '../migrate/applied.ts'
import { migrate } from '../migrate/migrate.ts'
import { createPool } from '../postgres/pool.ts'
import { prepare } from '../postgres/prepare.ts'
import { transact } from '../postgres/transaction.ts'
import { postgresWords } from '../postgres/dialect.ts'
import type { Schema } from '../schema.ts'
import { openConnection } from '../sqlite/connection.ts'
import { BackupError } from './backupFile.ts'
import { postgresTables } from './postgresTables.ts'
import { sqliteTables } from './sqliteTables.ts'
import type { TableWords } from './tables.ts'

export interface BackupPlace {
  /** postgres:// or postgresql://; null: the file. */
  readonly url: string | null
  /** Of SQLite. */
  readonly file: string
}

export interface Opened {
  readonly db: Kysely<Schema>
  readonly words: TableWords
  /** Makes the schema as it was after those steps, or goes on from there to this server's own. */
  migrate(only?: ReadonlySet<string>): Promise<void>
}

export interface Replacing {
  /** What is there now gives way; of a SQLite file the old one is kept beside the new one. */
  readonly replace: boolean
  /** Ms since the epoch: names what is put aside. */
  readonly now: number
}

const PATIENCE_MS = 3_600_000

/** `work` sees the database as it is at one moment, and keeps nobody waiting. Throws a BackupError where there is none. */
export async function readingFrom(place: BackupPlace, work: (opened: Omit<Opened, 'migrate'>) => Promise<void>) {
  if (place.url !== null) return readPostgres(place.url, work)
  if (!existsSync(place.file)) throw new BackupError(`${place.file} is not there: nothing to back up`)
  const connection = openConnection({ file: place.file, readOnly: true })
  try {
    await connection.transact('read', () => work({ db: connection.db, words: sqliteTables }))
  } finally {
    connection.close()
  }
}

/** Until a server's first start; what keeps its steps was named otherwise before. */
async function isEmpty(db: Kysely<Schema>): Promise<boolean> {
  const names = (await db.introspection.getTables({ withInternalKyselyTables: true })).map(({ name }) => name)
  return !names.some((name) => name === 'migrations' || name === 'kysely_migration')
}

async function readPostgres(url: string, work: (opened: Omit<Opened, 'migrate'>) => Promise<void>) {
  const pool = createPool({ url, connections: 1, patienceMs: PATIENCE_MS })
  const slow = sql`set local idle_in_transaction_session_timeout = 0`
  await transact(pool, 'read', async (db) => {
    await slow.execute(db)
    if (await isEmpty(db)) throw new BackupError('DATABASE_URL leads to an empty database: nothing to back up')
    await work({ db, words: postgresTables })
  }).finally(() => pool.end())
}

/**
 * `work` fills an empty database; when it throws, all is as before. Throws a BackupError where a server still uses the
 * database, and where something is in it and nobody said that it may go.
 */
export async function writingTo(place: BackupPlace, how: Replacing, work: (opened: Opened) => Promise<void>) {
  return place.url === null ? writeSqlite(place.file, how, work) : writePostgres(place.url, how, work)
}

const OCCUPIED = 'there is a database already: npm run restore -- <file> --replace puts the backup in its place'

async function writeSqlite(file: string, { replace, now }: Replacing, work: (opened: Opened) => Promise<void>) {
  if (existsSync(file) && !replace) throw new BackupError(`${file}: ${OCCUPIED}`)
  if (existsSync(file)) expectUnused(file)
  const draft = `${file}.restoring`
  await rm(draft, { force: true })
  const connection = openConnection({ file: draft, readOnly: false })
  const { db, words } = connection
  try {
    const make = (only?: ReadonlySet<string>) => migrate(db, { now: async () => now, words, ...(only && { only }) })
    await connection.transact('write', () => work({ db, words: sqliteTables, migrate: make }))
    connection.close()
  } catch (error) {
    connection.close()
    await rm(draft, { force: true })
    throw error
  }
  if (existsSync(file)) await rename(file, `${file}.before-${now}`)
  await rename(draft, file)
}

/** Leaving the write-ahead log needs the file alone, and leaves nothing beside it that would be lost with it. */
function expectUnused(file: string): void {
  const sqlite = new DatabaseSync(file, { timeout: 0 })
  try {
    sqlite.exec('PRAGMA journal_mode = DELETE')
  } catch {
    throw new BackupError(`${file} is in use: stop the server first`)
  } finally {
    sqlite.close()
  }
}

async function writePostgres(url: string, how: Replacing, work: (opened: Opened) => Promise<void>) {
  const pool = createPool({ url, connections: 1, patienceMs: PATIENCE_MS })
  await transact(pool, 'write', async (db) => {
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(db)
    await clear(db, how)
    const needs = { now: async () => how.now, words: postgresWords }
    const make = (only?: ReadonlySet<string>) => prepare(db, { ...needs, ...(only && { only }) })
    await work({ db, words: postgresTables, migrate: make })
  }).finally(() => pool.end())
}

async function clear(db: Kysely<Schema>, { replace }: Replacing): Promise<void> {
  const tables = await postgresTables.listTables(db)
  if (tables.length === 0) return
  if (!replace) throw new BackupError(OCCUPIED)
  await expectNobody(db)
  const names = [...tables.map(({ name }) => name), ...LISTS].map((name) => sql.table(name))
  await sql`drop table if exists ${sql.join(names)} cascade`.execute(db)
  await sql`drop sequence if exists event_numbers`.execute(db)
}

const LOOKS = 10

/** A server that has just stopped needs a moment until PostgreSQL knows it: two seconds in all. */
async function expectNobody(db: Kysely<Schema>): Promise<void> {
  const others = sql<{ count: number }>`select count(*) as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and application_name = 'lantern'`
  for (let look = 0; look < LOOKS; look += 1) {
    const { rows } = await others.execute(db)
    if ((rows[0]?.count ?? 0) === 0) return
    // Within a transaction the view stays as it was read first.
    await sql`select pg_stat_clear_snapshot(), pg_sleep(0.2)`.execute(db)
  }
  throw new BackupError('the database is in use: stop every server first')
}
