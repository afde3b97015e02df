// Variants that several shows sell from one stock, and what an offer knows of the units that are in no show.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table shared_stocks (
    variant_id text primary key, units bigint not null, block bigint not null, free bigint not null,
    revision bigint not null)`,
  'alter table offers add column shared bigint not null default 0',
  'create index shared_offers on offers (variant_id) where shared > 0',
]

export const sharedStocks: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
