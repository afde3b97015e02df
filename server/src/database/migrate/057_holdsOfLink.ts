// Finds the holds of who came by a link: links are counted while their show is live.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const holdsOfLink: Migration = {
  async up(db: Kysely<Schema>) {
    await sql.raw('create index holds_of_link on holds (via) where via is not null').execute(db)
  },
}
