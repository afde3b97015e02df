// When the stock of a variant was read, so that a new show is allotted what is left; and which sale a place in line waits for.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `alter table variants add column stock_at bigint not null default 0`,
  // Nobody wrote down when: what was sold so far counts as known to the shop, as it did until now.
  `update variants set stock_at = coalesce((select max(at) from events), 0)`,
  // A row that is only locked: one new show at a time shares out what is left.
  `insert into counters (name, value) values ('allotments', 0)`,
  `alter table waits add column sale_id text`,
  `create index waits_for_sale on waits (sale_id, offer_id, no) where state = 'waiting' and sale_id is not null`,
]

export const whatIsLeft: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
