// The other currency that the shop asks in now, of shows whose offers are in the one before; null: it is theirs, or nobody knows.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const shopCurrency: Migration = {
  async up(db: Kysely<Schema>) {
    await sql.raw(`alter table shows add column shop_currency text`).execute(db)
  },
}
