// Shops connected in the studio: their values, how the last round trip went, and which of them a hold went to.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STATEMENTS = [
  `create table shop_connections (
    id text primary key, kind text not null, endpoint_id text not null, state text not null, version bigint not null,
    made_at bigint not null, used_at bigint, former_at bigint)`,
  `create unique index one_draft_of_a_kind on shop_connections (kind) where state = 'draft'`,
  `create unique index one_shop_in_use on shop_connections (state) where state = 'in_use'`,
  `create table connection_values (
    connection_id text not null references shop_connections (id), field text not null, value text not null,
    sealed bigint not null, tail text, at bigint not null, primary key (connection_id, field))`,
  `create table shop_trips (kind text primary key, result text, options text, ran_at bigint, started_at bigint)`,
  `create table hold_shops (
    hold_id text not null, connection_id text not null, at bigint not null, primary key (hold_id, connection_id))`,
  `create table former_fences (
    connection_id text not null, sku text not null, external_id text, since bigint not null,
    primary key (connection_id, sku))`,
  `insert into counters (name, value) values ('shop connections', 0)`,
]

export const shopConnections: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
