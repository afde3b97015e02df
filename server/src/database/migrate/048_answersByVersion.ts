// What viewers entered in their own words, in the order in which staff look through it: thousands of answers are never sorted.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const answersByVersion: Migration = {
  async up(db: Kysely<Schema>) {
    await sql`create index own_words_of_activity on activity_entries (activity_id, version, no)
      where own_words is not null`.execute(db)
  },
}
