// Coupons that holds have: those of an activity are found without all that were claimed, and a code at the shop knows its own.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create index kept_rewards_of_activity on rewards (activity_id, state) where hold_id is not null`,
  `alter table hold_codes add column coupon text`,
]

export const couponsOfHolds: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
