// The table that draws had of their own until contacts of all kinds were kept in one.
import { type Kysely, sql } from 'kysely'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

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

const carried = {
  async up(db: Kysely<Schema>) {
    await sql
      .raw(
        `insert into activity_contacts (activity_id, viewer_id, name, contact, consented_at, version)
          select activity_id, viewer_id, null, contact, consented_at, 0 from draw_contacts`,
      )
      .execute(db)
    await sql.raw('drop table draw_contacts').execute(db)
  },
}

export const migrations: Migrations = { '001-contacts': contacts, '002-contacts-of-all': carried }
