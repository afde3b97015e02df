// The OBS overlay: the address of each show that works, and the overlays that were seen.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table overlay_keys (
    show_id text primary key references shows (id), token_hash text, made_by text not null, made_at bigint not null,
    version bigint not null)`,
  `create table overlays (
    id text primary key, show_id text not null references shows (id), name text not null, active integer not null,
    beat_at bigint not null, painted_at bigint not null, left_at bigint)`,
  `create index overlays_of_show on overlays (show_id, beat_at)`,
]

export const overlay: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
