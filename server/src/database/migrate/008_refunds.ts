// What becomes of money that staff give back: whether the shop is to be told, was told, or has to be seen to by hand.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `alter table orders add column refund text`,
  `alter table orders add column refund_tries bigint not null default 0`,
  `alter table orders add column refund_at bigint not null default 0`,
  `create index orders_to_refund on orders (refund_at) where refund = 'asked'`,
  // A row that is only locked: one process at a time takes from this queue.
  `insert into counters (name, value) values ('refunds', 0)`,
]

export const refunds: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
