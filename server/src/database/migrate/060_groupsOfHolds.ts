// Holds say by which group's link their buyers came; those that were granted before are told by the links' own steps.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  'alter table holds add column group_id text',
  'alter table holds add column group_terms text',
  'create index holds_of_group on holds (group_id) where group_id is not null',
]

export const groupsOfHolds: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
