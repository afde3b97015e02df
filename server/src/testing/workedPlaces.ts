// A database that a test reads and writes by statements of its own, beside the server's.
import type { Kysely } from 'kysely'
import type { DatabasePlace } from '../ledger/proofs/testShop.ts'
import { sqliteTables } from '../database/backup/sqliteTables.ts'
import { postgresTables } from '../database/backup/postgresTables.ts'
import type { TableWords as Tables } from '../database/backup/tables.ts'
import type { TableWords } from '../database/database.ts'
import { createPool } from '../database/postgres/pool.ts'
import { transact } from '../database/postgres/transaction.ts'
import { postgresWords } from '../database/postgres/dialect.ts'
import type { Schema } from '../database/schema.ts'
import { openConnection } from '../database/sqlite/connection.ts'

type Work<Output> = (db: Kysely<Schema>, words: TableWords) => Promise<Output>

export interface WorkedPlace extends DatabasePlace {
  /** What tables there are, and what is in them. */
  readonly tables: Tables
  /** One transaction. */
  within<Output>(work: Work<Output>): Promise<Output>
}

export function workedSqlite(place: DatabasePlace & { readonly file: string }): WorkedPlace {
  return {
    ...place,
    tables: sqliteTables,
    async within(work) {
      const { db, words, transact: inOne, close } = openConnection({ file: place.file, readOnly: false })
      return inOne('write', () => work(db, words.table)).finally(close)
    },
  }
}

export function workedPostgres(place: DatabasePlace & { readonly url: string }): WorkedPlace {
  return {
    ...place,
    tables: postgresTables,
    async within(work) {
      const pool = createPool({ url: place.url, connections: 1 })
      return transact(pool, 'write', (db) => work(db, postgresWords.table)).finally(() => pool.end())
    },
  }
}
