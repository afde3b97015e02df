// Cookies of viewers who were erased: a hash of whom each stands for, until it would run out by itself.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STATEMENTS = [
  `create table revoked_viewers (
    viewer_hash text primary key, revoked_at bigint not null, over_at bigint not null)`,
  `create index revoked_viewers_by_age on revoked_viewers (revoked_at)`,
]

export const revokedViewers: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
