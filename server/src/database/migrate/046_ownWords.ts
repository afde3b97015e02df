// What viewers enter in their own words, apart from what activities count.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const ownWords: Migration = {
  async up(db: Kysely<Schema>) {
    await sql`alter table activity_entries add column own_words text`.execute(db)
  },
}
