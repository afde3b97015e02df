// Where the shop's own page of a product is; null: the shop has none, or has not said.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const shopPages: Migration = {
  async up(db: Kysely<Schema>) {
    await sql.raw('alter table products add column page_url text').execute(db)
  },
}
