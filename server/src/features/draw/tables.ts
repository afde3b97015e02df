// The table of draws' own: how winners are reached, apart from all else, so that it can be thrown away.
import type { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { ErasuresOf } from '../../database/erasure/erasure.ts'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

/** `contact`: json; `consented_at`: when the winner said that the shop may use it. */
interface ContactRow {
  activity_id: ActivityId
  viewer_id: ViewerId
  contact: string
  consented_at: number
}

// A type and not an interface: kysely joins it to the tables it knows.
type Tables = {
  draw_contacts: ContactRow
}

/** The same connection, knowing this table too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables>()

const contacts = {
  async up(db: Kysely<Schema>) {
    await sql
      .raw(
        `create table draw_contacts (
          activity_id text not null, viewer_id text not null, contact text not null,
          consented_at bigint not null, primary key (activity_id, viewer_id))`,
      )
      .execute(db)
  },
}

export const migrations: Migrations = { '001-contacts': contacts }

export const erasures: ErasuresOf<Tables> = {
  draw_contacts: {
    keeps: {},
    erase: (db, { viewerId }) => within(db).deleteFrom('draw_contacts').where('viewer_id', '=', viewerId).execute(),
  },
}
