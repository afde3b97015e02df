// The whole life of a hold: lines that keep their policy, waitlist, strikes; and tables that grow at their end.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { TableWords } from '../database.ts'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const OFFERS = [
  `alter table offers add column waiting bigint not null default 0`,
  `alter table offers add column lapsed bigint not null default 0`,
  `create index offers_in_demand on offers (show_id) where waiting > 0`,
]

/**
 * Holds get a rising number of their own as their key: new rows, lines and events land at the end of their tables. What they
 * point at was locked by the same transaction and is never deleted; checking it row by row costs PostgreSQL half of a hold.
 */
const holds = ({ rowKey, clustered }: TableWords) => [
  `create table numbered_holds (
    no ${rowKey}, id text not null, show_id text not null, viewer_id text not null,
    viewer_name text not null, via text, state text not null, currency text not null, total_minor bigint not null,
    granted_at bigint not null, expires_at bigint not null, extended integer not null, waited integer not null,
    source text, asked text, order_id text, version bigint not null)`,
  `insert into numbered_holds
    select row_number() over (order by granted_at, id), id, show_id, viewer_id, viewer_name, via, state, currency,
      total_minor, granted_at, expires_at, extended, 0, null, null, order_id, version from holds`,
  `create table numbered_lines (
    hold_no bigint not null, offer_id text not null, sale_id text, quantity bigint not null check (quantity > 0),
    unit_price_minor bigint not null, locks integer not null, takes integer not null, takes_sale integer not null,
    primary key (hold_no, offer_id))${clustered}`,
  `insert into numbered_lines
    select n.no, l.offer_id, l.sale_id, l.quantity, l.unit_price_minor,
      case when o.policy = 'lock_on_hold' then 1 else 0 end, l.takes, l.takes_sale
    from hold_lines l join numbered_holds n on n.id = l.hold_id join offers o on o.id = l.offer_id`,
]

const orders = [
  `create table kept_orders (
    hold_id text not null, order_id text not null, endpoint_id text not null,
    show_id text not null references shows (id), amount_minor bigint not null, currency text not null, at bigint not null,
    state text not null, matter text, second integer not null, version bigint not null,
    primary key (hold_id, order_id))`,
  `insert into kept_orders select hold_id, order_id, endpoint_id, show_id, amount_minor, currency, at, state, matter,
    second, version from orders`,
  `drop table orders`,
  `alter table kept_orders rename to orders`,
  `create unique index one_order_per_hold on orders (hold_id) where second = 0`,
  `create index orders_changed on orders (show_id, version)`,
]

const SWAP = [
  `drop table hold_lines`,
  `drop table holds`,
  `alter table numbered_holds rename to holds`,
  `alter table numbered_lines rename to hold_lines`,
  `create unique index holds_by_id on holds (id)`,
  `create index holds_of_viewer on holds (viewer_id)`,
  `create index holds_live on holds (expires_at) where state in ('held', 'paying')`,
]

const events = ({ rowKey, transactionColumn }: TableWords) => [
  `create table numbered_events (
    seq ${rowKey}, show_id text not null, at bigint not null, media_ms bigint, actor text not null,
    type text not null, hold_no bigint, payload text not null${transactionColumn})`,
  `insert into numbered_events (seq, show_id, at, media_ms, actor, type, payload)
    select seq, show_id, at, media_ms, actor, type, payload from events`,
  `drop table events`,
  `alter table numbered_events rename to events`,
  `create index events_of_show on events (show_id, seq)`,
]

const waits = ({ rowKey }: TableWords) => [
  `create table waits (
    no ${rowKey}, show_id text not null references shows (id), offer_id text not null references offers (id),
    viewer_id text not null, viewer_name text not null, via text, source text,
    quantity bigint not null check (quantity > 0), state text not null, present integer not null,
    joined_at bigint not null, seen_at bigint not null, version bigint not null)`,
  `create unique index one_place_in_line on waits (offer_id, viewer_id) where state = 'waiting'`,
  `create index waits_in_line on waits (offer_id, no) where state = 'waiting'`,
  `create index waits_of_viewer on waits (viewer_id) where state = 'waiting'`,
  `create index waits_changed on waits (show_id, version)`,
  `create table strikes (
    holder text primary key, lapses bigint not null, since bigint not null, cool_until bigint not null)`,
]

export const wholeHoldLife: Migration = {
  async up(db: Kysely<Schema>, words: TableWords) {
    const steps = [...OFFERS, ...holds(words), ...orders, ...SWAP, ...events(words), ...waits(words)]
    for (const statement of steps) await sql.raw(statement).execute(db)
  },
}
