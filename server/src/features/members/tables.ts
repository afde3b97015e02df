// The tables of members: what the shop told of its customers, by which names it knows them, and which viewers they are.
import type { CustomerId, MemberId, TierId } from '@lantern/shared/contract/members.ts'
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

/** `told_at`: when the newest token was made that said all this; 0: the shop has said nothing but that there is such a customer. */
export interface MemberRow {
  id: MemberId
  tier: string | null
  points: number | null
  stored_minor: number | null
  stored_currency: string | null
  name: string | null
  /** Whom the newest token was about; null: only orders told of the member. */
  told_of: CustomerId | null
  told_at: number
  known_at: number
}

/** Two of one member where the shop has joined customers. */
interface CustomerRow {
  customer_id: CustomerId
  member_id: MemberId
}

/**
 * `known_by`: with a `token` they have proven it; by an `order` they are whoever the shop's checkout took them for, who need not
 * have logged in: what the shop told of the member is not for them.
 */
export interface ViewerMemberRow {
  viewer_id: ViewerId
  member_id: MemberId
  known_by: 'token' | 'order'
  at: number
}

/** Of a token that was taken, until it is too old to be taken at all. */
interface TokenRow {
  hash: string
  viewer_id: ViewerId
  over_at: number
}

/** The lowest has rank 0; `percent`: off the show's price, null: nothing. */
interface TierRow {
  id: TierId
  name: string
  rank: number
  percent: number | null
}

// Types and not interfaces: kysely joins them to the tables it knows.
export type Tables = {
  members: MemberRow
  member_customers: CustomerRow
  viewer_members: ViewerMemberRow
  member_tokens: TokenRow
  member_tiers: TierRow
}

/** The same connection, knowing these tables too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables>()

/** Whoever changes who is which member is alone with it until the transaction ends. */
export const MEMBERS = 'members'

const STATEMENTS = [
  `create table members (
    id text not null primary key, tier text, points bigint, stored_minor bigint, stored_currency text, name text,
    told_at bigint not null, known_at bigint not null)`,
  'create table member_customers (customer_id text not null primary key, member_id text not null)',
  'create index member_customers_of_member on member_customers (member_id)',
  `create table viewer_members (
    viewer_id text not null primary key, member_id text not null, known_by text not null, at bigint not null)`,
  'create index viewer_members_of_member on viewer_members (member_id)',
  'create table member_tokens (hash text not null primary key, viewer_id text not null, over_at bigint not null)',
  'create index member_tokens_over on member_tokens (over_at)',
]

const members = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

const tiers = {
  async up(db: Kysely<Schema>) {
    const statement = `create table member_tiers (
      id text not null primary key, name text not null unique, rank integer not null, percent integer)`
    await sql.raw(statement).execute(db)
  },
}

const toldOf = {
  async up(db: Kysely<Schema>) {
    await sql.raw('alter table members add column told_of text').execute(db)
  },
}

export const migrations: Migrations = { '001-members': members, '002-tiers': tiers, '003-told-of': toldOf }
