// What the host sends from, and the last way to the shop of each hold that could not be made: known to every process.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  'alter table shows add column host_device text',
  `create table handoff_failures (
    hold_id text primary key, show_id text not null, skus text not null, code text not null, why text not null,
    at bigint not null
  )`,
  'create index handoff_failures_at on handoff_failures (at)',
]

export const whoSendsAndWhoFailed: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
