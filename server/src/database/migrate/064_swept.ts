// Which shows hold nothing more of a kind of row that is kept for a time only.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STATEMENT = `create table swept (
  kind text not null, show_id text not null, at bigint not null, primary key (kind, show_id))`

export const swept: Migration = {
  async up(db: Kysely<Schema>) {
    await sql.raw(STATEMENT).execute(db)
  },
}
