// Comment to buy: the rules of each show, the keyword of each offer, and the comments that changed holds.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table buyings (
    show_id text primary key references shows (id), is_on integer not null, matching text not null,
    number_required integer not null, version bigint not null)`,
  `create table offer_keywords (
    offer_id text primary key references offers (id), show_id text not null references shows (id),
    position integer not null, keyword text not null, folded text not null)`,
  `create unique index one_keyword_in_a_show on offer_keywords (show_id, folded)`,
  `create table comment_acts (comment_id text primary key references comments (id), hold_ids text not null)`,
]

export const commentBuying: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
