// Offers of products that staff took out of a show: nothing is sold of them, and what was held of them keeps its name.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const withdrawnOffers: Migration = {
  async up(db: Kysely<Schema>) {
    await sql.raw(`alter table offers add column withdrawn integer not null default 0`).execute(db)
  },
}
