// Prices that activities open: how far live holds were brought to them, and what goes back to whoever paid more.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table activity_prices (
    activity_id text primary key references activities (id), show_id text not null, cursor text)`,
  `create index prices_behind on activity_prices (activity_id) where cursor is not null`,
  `create table activity_payments (
    activity_id text not null references activities (id), hold_id text not null, show_id text not null,
    state text not null, due_minor bigint not null, version bigint not null, primary key (activity_id, hold_id))`,
  `create index payments_waiting on activity_payments (activity_id) where state = 'waiting'`,
  `create index payments_of_show on activity_payments (show_id)`,
]

export const openedPrices: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
