// What was redeemed at the shop's counter: a coupon or an order, each once.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table redemptions (
    id text not null primary key, kind text not null, ref text not null, show_id text not null, place text not null,
    by_staff text not null, at bigint not null, version bigint not null, unique (ref, kind))`,
  'create index redemptions_of_day on redemptions (at)',
]

export const redemptions: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
