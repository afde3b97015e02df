// What sharers call the links that they make for groups, and what messenger each is for.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

/** Links of before have no name: each is the only one of its show. */
const STEPS = [
  `alter table sharer_links add column name text`,
  `alter table sharer_links add column messenger text`,
  `alter table sharer_links add column made_at bigint not null default 0`,
]

export const sharersLinks: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
