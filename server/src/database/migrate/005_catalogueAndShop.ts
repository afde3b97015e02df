// The shop's own ids beside our products, what has vanished there, codes made for holds, and the shop's stock.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `alter table products add column external_id text`,
  `alter table variants add column external_id text`,
  `alter table variants add column available integer not null default 1`,
  `create index variants_by_external_id on variants (external_id)`,
  `create table hold_codes (hold_id text primary key, made_at bigint not null, ended_at bigint)`,
  `create index hold_codes_open on hold_codes (hold_id) where ended_at is null`,
  `create table shop_stock (
    variant_id text primary key references variants (id), available bigint not null, short bigint not null,
    at bigint not null)`,
]

export const catalogueAndShop: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
