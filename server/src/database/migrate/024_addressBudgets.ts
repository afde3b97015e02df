// What viewers without history behind one address have written and liked in a show lately, over all processes.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const addressBudgets: Migration = {
  async up(db: Kysely<Schema>) {
    const columns = `show_id text not null, crowd text not null, kind text not null, full_at bigint not null`
    await sql.raw(`create table address_budgets (${columns}, primary key (show_id, crowd, kind))`).execute(db)
  },
}
