// Drafts of activities that open by themselves, entries that count against an address, and how winners are reached.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `alter table activities add column waits_for text`,
  `create index waiting_activities on activities (show_id) where waits_for is not null`,
  `alter table activity_entries add column crowd text`,
  `create index entries_of_crowd on activity_entries (activity_id, crowd) where crowd is not null`,
  // What was kept in tables of single kinds is brought over by their own steps, which come later.
  `create table activity_contacts (
    activity_id text not null, viewer_id text not null, name text, contact text not null, consented_at bigint not null,
    version bigint not null, primary key (activity_id, viewer_id))`,
  `create index contacts_of_viewer on activity_contacts (viewer_id)`,
]

export const waitingActivities: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
