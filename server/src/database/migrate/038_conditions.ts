// What an activity asks of whoever enters, and how long each viewer has watched each show.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `alter table activities add column conditions text not null default '[]'`,
  `alter table visits add column watched_ms bigint not null default 0`,
  `alter table visits add column watched_until bigint not null default 0`,
]

export const conditions: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
