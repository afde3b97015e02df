// The table of topics' own: what staff made of answers, by their numbers.
import type { ActivityId, StaffId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import { type ErasuresOf, nobodys } from '../../database/erasure/erasure.ts'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

/** `no`: of the entry; `answer_version`: of the text that was judged: a pick holds for no other; `version`: of the mark. */
export interface MarkRow {
  activity_id: ActivityId
  no: number
  mark: 'picked' | 'hidden'
  answer_version: number
  marked_by: StaffId
  version: number
}

// A type and not an interface: kysely joins it to the tables it knows.
type Tables = {
  topic_marks: MarkRow
}

/** The same connection, knowing this table too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables>()

const marks = {
  async up(db: Kysely<Schema>) {
    await sql
      .raw(
        `create table topic_marks (
          activity_id text not null, no integer not null, mark text not null, answer_version bigint not null,
          marked_by text not null, version bigint not null, primary key (activity_id, no))`,
      )
      .execute(db)
  },
}

export const migrations: Migrations = { '001-marks': marks }

export const erasures: ErasuresOf<Tables> = {
  topic_marks: nobodys('what staff made of an answer, by its number: whose it was is known by its entry alone'),
}
