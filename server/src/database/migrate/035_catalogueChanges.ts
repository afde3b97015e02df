// What a refresh has found that is another in the shop than here, until staff take it or leave it.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table catalogue_changes (
    key text primary key, position integer not null, product_id text, title text not null, differences text not null,
    read text, digest text not null, state text not null
  )`,
  'create index catalogue_changes_by_place on catalogue_changes (state, position)',
]

export const catalogueChanges: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
