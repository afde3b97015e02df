// Orders whose money is still to be taken: their holds are found by themselves, and one that is voided makes room for the next.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create index holds_authorised on holds (id) where state = 'authorised'`,
  `drop index one_order_per_hold`,
  `create unique index one_order_per_hold on orders (hold_id) where second = 0 and state <> 'voided'`,
]

export const authorised: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
