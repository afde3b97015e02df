// The tables of groups: what each is called, and where its people fetch what they bought.
import type { GroupId, Messenger, PointId } from '@lantern/shared/contract/groups.ts'
import type { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import { type ErasuresOf, nobodys } from '../../database/erasure/erasure.ts'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

/** `tags`: json of texts; `leader`: what staff call whoever leads it. */
export interface GroupRow {
  id: GroupId
  name: string
  messenger: Messenger
  theme: string | null
  leader: string | null
  tags: string
  size: number | null
  point_id: PointId | null
  made_at: number
  deleted_at: number | null
}

export interface PointRow {
  id: PointId
  name: string
  address: string
  hours: string | null
  note: string | null
  /** The phone that hands over there, hashed; null: none has yet. */
  device_hash: string | null
}

/** `tries`: wrong passes since the last one was given. */
export interface LeaderPageRow {
  group_id: GroupId
  code_hash: string
  device_hash: string | null
  bound_at: number | null
  made_at: number
  pass_hash: string | null
  pass_until: number | null
  tries: number
}

interface ArrivalRow {
  group_id: GroupId
  show_id: ShowId
  at: number
  told: number
}

/** `at`: by the phone's clock; `is_first`: 1 where nobody had handed the hold over before, else it is a conflict. */
export interface HandOverRow {
  hold_id: HoldId
  id: string
  group_id: GroupId
  at: number
  taken_at: number
  device_hash: string
  is_first: 0 | 1
}

/** `show_id`: empty, for every show that has no list of its own; `off`: json. */
export interface PricesRow {
  group_id: GroupId
  show_id: string
  off: string
}

/** Of share links what groups read: whose a link is, and what it counted. */
interface GroupLinkRow {
  code: string
  show_id: ShowId
  group_id: GroupId | null
  voided_at: number | null
  opens: number
  people: number
}

// Types and not interfaces: kysely joins them to the tables it knows.
type Tables = {
  chat_groups: GroupRow
  pickup_points: PointRow
  leader_pages: LeaderPageRow
  pickup_arrivals: ArrivalRow
  hand_overs: HandOverRow
  group_prices: PricesRow
}
type Read = { links: GroupLinkRow }

/** The same connection, knowing these tables too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables & Read>()

const STATEMENTS = [
  `create table chat_groups (
    id text not null primary key, name text not null, messenger text not null, theme text, leader text,
    tags text not null, size integer, point_id text, made_at bigint not null, deleted_at bigint)`,
  `create table pickup_points (
    id text not null primary key, name text not null, address text not null, hours text, note text)`,
]

const groups = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const HANDING_OVER = [
  'alter table pickup_points add column device_hash text',
  `create table leader_pages (
    group_id text not null primary key, code_hash text not null unique, device_hash text, bound_at bigint,
    made_at bigint not null, pass_hash text, pass_until bigint, tries integer not null)`,
  `create table pickup_arrivals (
    group_id text not null, show_id text not null, at bigint not null, told integer not null,
    primary key (group_id, show_id))`,
  `create table hand_overs (
    hold_id text not null, id text not null, group_id text not null, at bigint not null, taken_at bigint not null,
    device_hash text not null, is_first integer not null, primary key (hold_id, id))`,
  'create index hand_overs_of_group on hand_overs (group_id)',
]

const handingOver = {
  async up(db: Kysely<Schema>) {
    for (const statement of HANDING_OVER) await sql.raw(statement).execute(db)
  },
}

const prices = {
  async up(db: Kysely<Schema>) {
    const statement = `create table group_prices (
      group_id text not null, show_id text not null, off text not null, primary key (group_id, show_id))`
    await sql.raw(statement).execute(db)
  },
}

export const migrations: Migrations = { '001-groups': groups, '002-handing-over': handingOver, '003-prices': prices }

export const erasures: ErasuresOf<Tables> = {
  chat_groups: nobodys('names that staff gave to groups, and to those who lead them'),
  pickup_points: nobodys('places, as staff describe them'),
  leader_pages: nobodys('hashes of what opens a page, none of them of a viewer'),
  pickup_arrivals: nobodys('when all was there, and how many were told'),
  group_prices: nobodys('what groups pay, as staff set it'),
  hand_overs: nobodys('what was handed over, by the ids of holds: whose they were is known by these alone'),
}
