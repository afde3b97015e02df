// Seals of activities: what was promised, the receipts of entries, and who was drawn.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table activity_seals (
    activity_id text primary key references activities (id), seed text not null, commitment text not null,
    chain text, round bigint, randomness text, signature text, head text not null)`,
  `alter table activity_entries add column entry_id text`,
  `alter table activity_entries add column receipt text`,
  `alter table activity_entries add column viewer_name text`,
  `create unique index entries_by_id on activity_entries (entry_id)`,
  `create table activity_wins (
    activity_id text not null references activities (id), entry_id text not null, show_id text not null,
    place bigint not null, state text not null, won_at bigint not null, until bigint not null, claimed_at bigint,
    version bigint not null, primary key (activity_id, entry_id))`,
  `create index wins_of_show on activity_wins (show_id, version)`,
  `create index unclaimed_wins on activity_wins (until) where state = 'won'`,
]

export const seals: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
