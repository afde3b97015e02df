// The tables of groups: what each is called, and where its people fetch what they bought.
import type { GroupId, Messenger, PointId } from '@lantern/shared/contract/groups.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
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

export const migrations: Migrations = { '001-groups': groups }

export const erasures: ErasuresOf<Tables> = {
  chat_groups: nobodys('names that staff gave to groups, and to those who lead them'),
  pickup_points: nobodys('places, as staff describe them'),
}
