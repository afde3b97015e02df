// The address that a hold or a place in line counts against, where its viewer has no history, and whether staff lifted that.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STATEMENTS = [
  `alter table holds add column crowd text`,
  `alter table waits add column crowd text`,
  `alter table shows add column crowd text not null default 'on'`,
  `create index holds_of_crowd on holds (crowd) where crowd is not null and state in ('held', 'paying')`,
  `create index waits_of_crowd on waits (crowd) where crowd is not null and state = 'waiting'`,
]

export const crowds: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
