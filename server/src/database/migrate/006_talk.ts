// What is said in a show: comments that can be held, hidden and answered, who may write, word lists, likes, visits.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { TableWords } from '../database.ts'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

/** Comments of before are shown, in the version that their place is. */
const COMMENTS = [
  `alter table comments add column version bigint not null default 0`,
  `alter table comments add column state text not null default 'shown'`,
  `alter table comments add column hidden_from text`,
  `alter table comments add column reply_to text`,
  `alter table comments add column judged_by text`,
  `alter table comments add column reports bigint not null default 0`,
  `alter table comments add column reports_version bigint not null default 0`,
  `update comments set version = seq`,
  `create index comments_changed on comments (show_id, version)`,
  `create index comments_of_viewer on comments (viewer_id)`,
  `create index comments_not_plain on comments (show_id, state, seq) where state <> 'shown'`,
  `create index comments_reported on comments (show_id, reports_version) where reports_version > 0`,
]

const tables = ({ clustered }: TableWords) => [
  `create table talk (
    show_id text primary key references shows (id), slow_ms bigint not null, muted_all integer not null,
    review integer not null, watch_ms bigint not null, buyers_only integer not null, pinned_comment text,
    version bigint not null)`,
  `create table mutes (
    show_id text not null references shows (id), viewer_id text not null, name text not null, muted_until bigint not null,
    version bigint not null, primary key (show_id, viewer_id))`,
  `create index mutes_of_viewer on mutes (viewer_id)`,
  `create table bans (viewer_id text primary key, name text not null, ban text, version bigint not null)`,
  `create index bans_changed on bans (version)`,
  `create table reports (
    comment_id text not null references comments (id), viewer_id text not null, at bigint not null,
    primary key (comment_id, viewer_id))`,
  `create index reports_of_viewer on reports (viewer_id)`,
  `create table word_lists (
    id text primary key, treatment text not null, words text not null, version bigint not null)`,
  `create table likes (
    show_id text primary key references shows (id), likes bigint not null, version bigint not null)`,
  `create table visits (
    viewer_id text not null, show_id text not null references shows (id), at bigint not null,
    primary key (viewer_id, show_id))${clustered}`,
]

export const talk: Migration = {
  async up(db: Kysely<Schema>, words: TableWords) {
    for (const statement of [...COMMENTS, ...tables(words)]) await sql.raw(statement).execute(db)
  },
}
