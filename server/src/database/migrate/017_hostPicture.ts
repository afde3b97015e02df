// What viewers get of the host while the camera is off or the host pauses: they read it, also who joins then.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

export const hostPicture: Migration = {
  async up(db: Kysely<Schema>) {
    await sql.raw(`alter table shows add column picture text not null default 'shown'`).execute(db)
  },
}
