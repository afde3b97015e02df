// The log has streams, one for each show and one for the shop; whoever reads it on is a subscription with a cursor in each.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { TableWords } from '../database.ts'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STREAMS = [
  'alter table events rename column show_id to stream',
  `insert into counters (name, value) values ('stream shop', 0)`,
]

const SUBSCRIPTIONS = [
  `create table subscription_cursors (
    name text not null, stream text not null, seq bigint not null, tries integer not null, next_at bigint not null,
    problem text, primary key (name, stream))`,
  // Where the relay stood: nothing is told twice, and nothing is left out.
  `insert into subscription_cursors (name, stream, seq, tries, next_at)
    select 'webhooks', show_id, seq, 0, 0 from relay_cursors`,
  'drop table relay_cursors',
  `update counters set name = 'subscription webhooks' where name = 'relay'`,
  `create table checkpoints (
    name text not null, stream text not null, seq bigint not null, kept text not null, primary key (name, stream))`,
]

export const streams: Migration = {
  async up(db: Kysely<Schema>, words: TableWords) {
    // Within a stream the numbers rise in the order of the commits: nobody asks which transaction wrote a row.
    for (const statement of [...words.logWithoutTransactions, ...STREAMS, ...SUBSCRIPTIONS]) {
      await sql.raw(statement).execute(db)
    }
  },
}
