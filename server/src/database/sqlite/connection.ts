// One connection to a SQLite file, as kysely's own dialect wants it; statements are prepared once.
import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue, StatementSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type { SqlWords } from '../database.ts'
import type { Schema } from '../schema.ts'
import { makeOwnerOnly } from './ownerOnly.ts'
import { createSqliteWords } from './dialect.ts'

const MAX_PREPARED = 300
const BUSY_MS = 5000
const RETRY_MS = 50
/** Keeps the pages of a big evening in memory. */
const CACHE_KIB = 65_536
/** 16 MiB of log between two checkpoints: pages that many batches touch are then written back once. */
const CHECKPOINT_PAGES = 4096

export interface Connection {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
  /** Everything `work` does is one transaction; a writing one holds the file's only write lock from its start. */
  transact<Output>(kind: 'read' | 'write', work: () => Promise<Output>): Promise<Output>
  close(): void
}

export function openConnection(options: { file: string; readOnly: boolean }): Connection {
  const sqlite = openFile(options)
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: adapt(sqlite) }) })
  return {
    db,
    words: createSqliteWords(sqlite),
    async transact(kind, work) {
      sqlite.exec(kind === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN')
      try {
        const output = await work()
        sqlite.exec('COMMIT')
        return output
      } catch (error) {
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
        throw error
      }
    },
    close() {
      sqlite.close()
    },
  }
}

function openFile({ file, readOnly }: { file: string; readOnly: boolean }): DatabaseSync {
  if (!readOnly && file !== ':memory:') makeOwnerOnly(file)
  const sqlite = new DatabaseSync(file, { readOnly, timeout: BUSY_MS, enableForeignKeyConstraints: true })
  if (!readOnly) enterWal(sqlite)
  sqlite.exec('PRAGMA synchronous = FULL')
  sqlite.exec(`PRAGMA cache_size = -${CACHE_KIB}`)
  sqlite.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  return sqlite
}

/** The change to WAL does not wait for another process that opens the new file at the same moment: try again. */
function enterWal(sqlite: DatabaseSync): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let left = BUSY_MS / RETRY_MS; !tryWal(sqlite, left); left--) Atomics.wait(pause, 0, 0, RETRY_MS)
}

function tryWal(sqlite: DatabaseSync, left: number): boolean {
  try {
    sqlite.exec('PRAGMA journal_mode = WAL')
    return true
  } catch (error) {
    if (left > 0 && kindOf(error) === 'DATABASE_BUSY') return false
    throw error
  }
}

type FailureKind = 'DATABASE_BUSY' | 'DATABASE_UNWRITABLE' | 'DATABASE_FAILED'

/** What is not the request's fault, by SQLite's result code. */
const KINDS: ReadonlyMap<number, FailureKind> = new Map([
  [5, 'DATABASE_BUSY'],
  /** SQLITE_IOERR: the disk fails, or has no room to sync. */
  [10, 'DATABASE_UNWRITABLE'],
  /** SQLITE_FULL. */
  [13, 'DATABASE_UNWRITABLE'],
  /** SQLITE_CANTOPEN: no room for the log beside the file, or no file handles left. */
  [14, 'DATABASE_UNWRITABLE'],
])

export function kindOf(error: unknown): FailureKind {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return 'DATABASE_FAILED'
  return KINDS.get(error.errcode & 0xff) ?? 'DATABASE_FAILED'
}

function adapt(sqlite: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => sqlite.close(),
    prepare(text) {
      const known = prepared.get(text)
      if (known) return known
      const statement = adaptStatement(sqlite.prepare(text))
      if (prepared.size >= MAX_PREPARED) prepared.clear()
      prepared.set(text, statement)
      return statement
    },
  }
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toInput)),
    run: (parameters) => statement.run(...parameters.map(toInput)),
    iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
  }
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  throw new TypeError(`SQLite cannot take a ${typeof value}`)
}
