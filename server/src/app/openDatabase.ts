// Opens the database of store and ledger: PostgreSQL where an address is given, else the SQLite file.
import type { SharedClock } from '../kit/clock.ts'
import type { Database } from '../database/database.ts'
import { openPostgres } from '../database/postgres/openPostgres.ts'
import { commitBatch } from '../ledger/jobs/commitBatch.ts'
import { openSqlite } from './openSqlite.ts'

export interface OpenDatabase {
  /** postgres:// or postgresql://; null: the file. */
  readonly url: string | null
  /** Of SQLite: made where it is missing (its folder must be there). */
  readonly file: string
  /** Default: the machine's, in PostgreSQL the database's clock. */
  readonly clock?: SharedClock
  /** For looking only: no migration, no write. */
  readonly readOnly?: boolean
}

/**
 * Several processes may open one database. Throws a DatabaseError: DATABASE_NEWER where it is newer than this server,
 * DATABASE_BUSY where PostgreSQL is not reached.
 */
export function openDatabase({ url, file, ...options }: OpenDatabase): Promise<Database> {
  if (url === null) return openSqlite({ file, ...options })
  return openPostgres({ url, first: [commitBatch.name], ...options })
}
