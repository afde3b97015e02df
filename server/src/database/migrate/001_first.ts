// The first schema: catalogue, shows, pools, holds, orders, the event log, comments, staff.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const pool = `
  allotted bigint not null check (allotted >= 0),
  free bigint not null check (free >= 0),
  taken bigint not null check (taken >= 0),
  paid bigint not null check (paid >= 0)`

const CATALOGUE = [
  `create table products (
    id text primary key, position integer not null, title text not null, picture text not null)`,
  `create table variants (
    id text primary key, product_id text not null references products (id), position integer not null,
    sku text not null unique, title text, price_minor bigint not null, currency text not null, stock bigint not null)`,
]

const SHOWS = [
  `create table shows (
    id text primary key, title text not null, shop_name text not null, currency text not null, phase text not null,
    created_at bigint not null, starts_at bigint not null, live_at bigint, ended_at bigint, host text not null,
    media_node text, media_epoch bigint not null, version bigint not null)`,
  `create table show_products (
    show_id text not null references shows (id), product_id text not null references products (id),
    number integer not null, primary key (show_id, product_id))`,
  `create table offers (
    id text primary key, show_id text not null references shows (id), product_id text not null references products (id),
    variant_id text not null references variants (id), position integer not null, currency text not null,
    price_minor bigint not null, shop_price_minor bigint not null, ${pool}, per_viewer bigint not null,
    policy text not null, hold_ms bigint not null, version bigint not null)`,
  `create unique index offers_of_show on offers (show_id, variant_id)`,
  `create index offers_changed on offers (show_id, version)`,
  `create table flash_sales (
    id text primary key, show_id text not null references shows (id), product_id text not null references products (id),
    currency text not null, price_minor bigint not null, ${pool}, per_viewer bigint not null, opens_at bigint not null,
    closes_at bigint not null, grace_ms bigint not null, ended_at bigint, end_reason text, version bigint not null)`,
  `create index flash_sales_changed on flash_sales (show_id, version)`,
  `create index flash_sales_open on flash_sales (closes_at) where ended_at is null`,
  `create table pins (
    show_id text primary key references shows (id), product_ids text not null, version bigint not null)`,
]

const HOLDS = [
  `create table holds (
    id text primary key, show_id text not null references shows (id), viewer_id text not null, viewer_name text not null,
    via text, state text not null, currency text not null, total_minor bigint not null, granted_at bigint not null,
    expires_at bigint not null, extended integer not null, order_id text, version bigint not null)`,
  `create index holds_of_viewer on holds (viewer_id)`,
  `create index holds_changed on holds (show_id, version)`,
  `create index holds_live on holds (expires_at) where state in ('held', 'paying')`,
  `create table hold_lines (
    hold_id text not null references holds (id), offer_id text not null references offers (id),
    sale_id text references flash_sales (id), quantity bigint not null check (quantity > 0),
    unit_price_minor bigint not null, takes integer not null, takes_sale integer not null,
    primary key (hold_id, offer_id))`,
  `create table orders (
    hold_id text not null references holds (id), order_id text not null, endpoint_id text not null,
    show_id text not null references shows (id), amount_minor bigint not null, currency text not null, at bigint not null,
    state text not null, matter text, second integer not null, version bigint not null,
    primary key (hold_id, order_id))`,
  `create unique index one_order_per_hold on orders (hold_id) where second = 0`,
  `create index orders_changed on orders (show_id, version)`,
  `create table inbox (
    endpoint_id text not null, event_id text not null, hold_id text not null, type text not null, at bigint not null,
    primary key (endpoint_id, event_id))`,
]

const LOG = [
  `create table counters (name text primary key, value bigint not null)`,
  `insert into counters (name, value) values ('events', 0)`,
  `create table events (
    seq bigint primary key, show_id text not null references shows (id), at bigint not null, media_ms bigint,
    actor text not null, type text not null, payload text not null)`,
  `create index events_of_show on events (show_id, seq)`,
  `create table comments (
    id text primary key, show_id text not null references shows (id), viewer_id text not null, name text not null,
    from_staff integer not null, text text not null, at bigint not null, seq bigint not null)`,
  `create unique index comments_of_show on comments (show_id, seq)`,
]

const STAFF = [
  `create table staff (
    id text primary key, name text not null unique, role text not null, password_hash text not null)`,
  `create table sessions (
    token_hash text primary key, staff_id text not null references staff (id), created_at bigint not null,
    seen_at bigint not null)`,
  `create table secrets (name text primary key, value text not null)`,
  `create table settings (name text primary key, value text not null)`,
]

export const first: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of [...CATALOGUE, ...SHOWS, ...HOLDS, ...LOG, ...STAFF]) await sql.raw(statement).execute(db)
  },
}
