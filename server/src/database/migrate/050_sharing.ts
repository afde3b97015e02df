// Sharers, their links and who came by them, the shop's rules for them, and who is credited with a hold.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table sharing_rules (version bigint primary key, at bigint not null, by text not null, rules text not null)`,
  `create table sharers (
    id text primary key, viewer_id text, staff_id text, name text not null, upper_id text, joined_at bigint not null,
    consent text not null, over_at bigint, key_no bigint not null, device text, code text,
    code_until bigint not null, code_tries bigint not null)`,
  `create unique index sharer_of_viewer on sharers (viewer_id) where viewer_id is not null`,
  `create unique index sharer_of_staff on sharers (staff_id) where staff_id is not null`,
  `create table sharer_links (code text primary key, sharer_id text not null, show_id text not null, over_at bigint)`,
  `create index links_of_sharer on sharer_links (sharer_id)`,
  `create table sharer_clicks (
    viewer_id text not null, code text not null, day bigint not null, first_at bigint not null, last_at bigint not null,
    clicks bigint not null, primary key (viewer_id, code, day))`,
  `create index clicks_of_link on sharer_clicks (code)`,
  `alter table holds add column credit text`,
  `create index credited_holds_of_link on holds (via) where credit is not null`,
]

export const sharing: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
