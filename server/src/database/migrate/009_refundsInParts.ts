// Money that goes back in parts, units that go back on the shop's shelf, and who tells the shop right now.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `alter table orders add column restock integer not null default 0`,
  `alter table orders add column back_minor bigint not null default 0`,
  `alter table orders add column refund_until bigint not null default 0`,
  `alter table orders rename column refund_at to refund_next_at`,
]

export const refundsInParts: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
