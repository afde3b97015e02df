// Rewards: what viewers are granted by activities, and which viewers are the devices of staff.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table rewards (
    id text primary key, show_id text not null references shows (id), activity_id text not null references activities (id),
    entry_no bigint, paid_by text, viewer_id text, kind text not null, what text not null, state text not null,
    granted_at bigint not null, until bigint, hold_id text, used_in text, owed text not null,
    version bigint not null)`,
  `create index rewards_of_viewer on rewards (viewer_id)`,
  `create index rewards_of_show on rewards (show_id, version)`,
  `create index rewards_taken_in_show on rewards (used_in, version) where used_in is not null`,
  `create index rewards_of_activity on rewards (activity_id, state)`,
  `create index rewards_of_hold on rewards (hold_id) where hold_id is not null`,
  `create index rewards_of_order on rewards (paid_by) where paid_by is not null`,
  `create index ending_rewards on rewards (until) where state = 'granted'`,
  `create table staff_viewers (viewer_id text primary key, seen_at bigint not null)`,
]

export const rewards: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
