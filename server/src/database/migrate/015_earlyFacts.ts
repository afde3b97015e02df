// What a shop says of an order before it says that it was paid: kept beside its receipt until the payment comes.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `alter table inbox add column early text`,
  `create index inbox_early on inbox (hold_id) where early is not null`,
]

export const earlyFacts: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
