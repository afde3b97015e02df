// Activities: their life, what viewers entered, the counts, and which one stands in front.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table activities (
    id text primary key, show_id text not null references shows (id), kind text not null, state text not null,
    config text not null, result text, places bigint, entries bigint not null, opens_at bigint, length_ms bigint,
    made_at bigint not null, opened_at bigint, closes_at bigint, closed_at bigint, settled_at bigint,
    made_by text not null, revision bigint not null, version bigint not null)`,
  `create index activities_of_show on activities (show_id, version)`,
  `create index moving_activities on activities (state) where state in ('announced', 'open', 'closed')`,
  `create table activity_entries (
    activity_id text not null references activities (id), no bigint not null, show_id text not null, viewer_id text,
    value text not null, requests text not null, entered_at bigint not null, changed_at bigint not null,
    version bigint not null, primary key (activity_id, no))`,
  `create unique index one_entry_of_a_viewer on activity_entries (activity_id, viewer_id)`,
  `create index entries_of_viewer on activity_entries (viewer_id)`,
  `create index entries_of_show on activity_entries (show_id, version)`,
  `create table activity_tallies (
    activity_id text not null references activities (id), key text not null, n bigint not null,
    primary key (activity_id, key))`,
  `create table activity_fronts (
    show_id text primary key references shows (id), activity_id text references activities (id), version bigint not null)`,
]

export const activities: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
