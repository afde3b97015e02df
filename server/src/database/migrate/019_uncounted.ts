// Variants that the shop sells without counting: no number of units binds them.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const uncounted: Migration = {
  async up(db: Kysely<Schema>) {
    await sql.raw('alter table variants add column counted integer not null default 1').execute(db)
  },
}
