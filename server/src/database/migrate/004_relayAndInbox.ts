// The inbox of what shops post, the hand-offs to ask about, and the relay: endpoints, deliveries, attempts, cursors.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const INBOX = [
  `create table arrivals (
    id text primary key, endpoint_id text not null, event_id text not null, hold_id text, type text not null, fact text,
    body text not null, state text not null, tries integer not null, next_at bigint not null,
    claimed_until bigint not null, received_at bigint not null, done_at bigint, note text)`,
  `create unique index arrivals_once on arrivals (endpoint_id, event_id)`,
  `create index arrivals_waiting on arrivals (received_at, id) where state = 'waiting'`,
  `create index arrivals_of_hold on arrivals (hold_id) where state = 'waiting'`,
  `create index arrivals_odd on arrivals (received_at) where state in ('unknown', 'failed')`,
  `create index arrivals_by_age on arrivals (received_at)`,
  `create table handoffs (
    hold_id text primary key, show_id text not null, handed_at bigint not null, next_at bigint not null,
    polls integer not null, claimed_until bigint not null, over integer not null)`,
  `create index handoffs_open on handoffs (next_at) where over = 0`,
  `create index orders_by_id on orders (order_id)`,
]

const RELAY = [
  `create table endpoints (
    id text primary key, url text not null, secret text not null, old_secret text, old_until bigint not null,
    types text not null, enabled integer not null, reason text, throttled_until bigint not null,
    created_at bigint not null)`,
  `create table deliveries (
    endpoint_id text not null, id text not null, seq bigint not null, type text not null, body text not null,
    state text not null, tries integer not null, next_at bigint not null, claimed_until bigint not null,
    created_at bigint not null, done_at bigint, primary key (endpoint_id, id))`,
  `create index deliveries_due on deliveries (endpoint_id, next_at) where state = 'pending'`,
  `create index deliveries_of_endpoint on deliveries (endpoint_id, seq)`,
  `create index deliveries_by_age on deliveries (created_at)`,
  `create table attempts (
    endpoint_id text not null, delivery_id text not null, at bigint not null, took_ms bigint not null, status integer,
    problem text)`,
  `create index attempts_of_delivery on attempts (endpoint_id, delivery_id, at)`,
  `create index attempts_by_age on attempts (at)`,
  `create table relay_cursors (show_id text primary key, seq bigint not null)`,
  // Nobody is told of what happened before there was anybody to tell.
  `insert into relay_cursors (show_id, seq) select show_id, max(seq) from events group by show_id`,
  // Rows that are only locked: one process at a time takes from the inbox, reads the log, takes from the deliveries.
  `insert into counters (name, value) values ('inbox', 0), ('relay', 0), ('deliveries', 0), ('handoffs', 0)`,
]

export const relayAndInbox: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of [...INBOX, ...RELAY]) await sql.raw(statement).execute(db)
  },
}
