// The table of testers' own: how they are reached, apart from all else, so that it can be thrown away.
import type { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { ErasuresOf } from '../../database/erasure/erasure.ts'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

/** `name`: as they called themselves then; `consented_at`: when they said that the shop may use it. */
interface ContactRow {
  activity_id: ActivityId
  viewer_id: ViewerId
  name: string
  contact: string
  consented_at: number
  version: number
}

// A type and not an interface: kysely joins it to the tables it knows.
type Tables = {
  tester_contacts: ContactRow
}

/** The same connection, knowing this table too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables>()

const contacts = {
  async up(db: Kysely<Schema>) {
    await sql
      .raw(
        `create table tester_contacts (
          activity_id text not null, viewer_id text not null, name text not null,
          contact text not null, consented_at bigint not null, version bigint not null,
          primary key (activity_id, viewer_id))`,
      )
      .execute(db)
  },
}

export const migrations: Migrations = { '001-contacts': contacts }

export const erasures: ErasuresOf<Tables> = {
  tester_contacts: {
    keeps: {},
    async erase(db, { viewerId, version }) {
      // Staff see who is on the list: it is told again, without them.
      const lists = within(db).selectFrom('tester_contacts').select('activity_id').where('viewer_id', '=', viewerId)
      await within(db).updateTable('activities').set({ version }).where('id', 'in', lists).execute()
      await within(db).deleteFrom('tester_contacts').where('viewer_id', '=', viewerId).execute()
    },
  },
}
