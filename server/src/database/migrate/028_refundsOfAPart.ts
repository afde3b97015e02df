// What the shop shall keep of an order of which staff give back a part; 0: nothing, all goes back.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const refundsOfAPart: Migration = {
  async up(db: Kysely<Schema>) {
    await sql.raw(`alter table orders add column keep_minor bigint not null default 0`).execute(db)
  },
}
