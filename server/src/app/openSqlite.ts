// Opens the SQLite file that store and ledger share, with every job of both.
import type { SharedClock } from '../kit/clock.ts'
import { JOB_TABLE } from '../kit/startingPoints.ts'
import type { Database } from '../database/database.ts'
import { openSqliteThread } from '../database/sqlite/openSqliteThread.ts'

export interface OpenSqlite {
  /** Made where it is missing (its folder must be there). */
  readonly file: string
  /** Default: the machine's clock. */
  readonly clock?: SharedClock
  /** For looking only: no migration, no write. */
  readonly readOnly?: boolean
}

/** Several processes may open one file. A file newer than this server: an Error with code DATABASE_NEWER. */
export function openSqlite(options: OpenSqlite): Promise<Database> {
  return openSqliteThread({ ...options, jobsModule: JOB_TABLE })
}
