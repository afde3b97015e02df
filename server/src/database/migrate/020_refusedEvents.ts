// Events of the shop that were refused, folded, for staff to see on the shop's page.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STATEMENTS = [
  `create table refused_events (
    id text primary key, reason text not null, proven integer not null, endpoint_id text not null, topic text,
    order_ref text, hold_ref text, why text, bytes bigint not null, times bigint not null, first_at bigint not null,
    last_at bigint not null)`,
  `create index refused_events_by_age on refused_events (last_at)`,
  // A row that is only locked: one process at a time writes refusals down.
  `insert into counters (name, value) values ('refused', 0)`,
]

export const refusedEvents: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
