// Wrong passwords of an account, counted over all processes.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const guesses: Migration = {
  async up(db: Kysely<Schema>) {
    const table = `create table guesses (account text primary key, wrong integer not null, last_at bigint not null, not_before bigint not null)`
    await sql.raw(table).execute(db)
  },
}
