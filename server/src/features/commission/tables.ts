// The tables of commission: a ledger to which rows are only added, and what the shop has paid out.
import type { HoldId, OrderId, ProductId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import { type Kysely, sql } from 'kysely'
import { type ErasuresOf, nobodys } from '../../database/erasure/erasure.ts'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

/**
 * One line of an order, one level, one fact (`seq`) of its show's stream: by how much what it is worth has changed. `why`: it was
 * paid, something of it went back, or the shop changed it. `rate`: json; `base_minor`: what the shop keeps of the line by then.
 */
export interface CommissionRow {
  seq: number
  offer_id: string
  level: 1 | 2
  show_id: ShowId
  at: number
  hold_id: HoldId
  order_id: OrderId
  product_id: ProductId
  quantity: number
  sharer_id: SharerId
  link: string
  rules: number
  rate: string
  why: 'earned' | 'reversed' | 'changed'
  base_minor: number
  amount_minor: number
  currency: string
  /** Before that it is pending; the same for all rows of an order. */
  confirmed_at: number
}

/** What staff said they have paid. */
export interface PayoutRow {
  id: string
  sharer_id: SharerId
  currency: string
  amount_minor: number
  at: number
  by: StaffId
}

// A type and not an interface: kysely joins it to the tables it knows.
type Tables = { commission_rows: CommissionRow; commission_payouts: PayoutRow }

/** The same connection, knowing these tables too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables>()

const STATEMENTS = [
  `create table commission_rows (
    seq bigint not null, offer_id text not null, level bigint not null, show_id text not null, at bigint not null,
    hold_id text not null, order_id text not null, product_id text not null, quantity bigint not null,
    sharer_id text not null, link text not null, rules bigint not null, rate text not null, why text not null,
    base_minor bigint not null, amount_minor bigint not null, currency text not null, confirmed_at bigint not null,
    primary key (seq, offer_id, level))`,
  `create table commission_payouts (
    id text primary key, sharer_id text not null, currency text not null, amount_minor bigint not null, at bigint not null,
    by text not null)`,
  `create index payouts_of_sharer on commission_payouts (sharer_id)`,
  `create index commission_of_sharer on commission_rows (sharer_id, at)`,
  `create index commission_of_hold on commission_rows (hold_id)`,
]

const commission = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

/** Boards are of a show, or of a time. */
const boards = {
  async up(db: Kysely<Schema>) {
    await sql.raw('create index commission_of_show on commission_rows (show_id, level)').execute(db)
    await sql.raw('create index commission_by_time on commission_rows (at)').execute(db)
  },
}

export const migrations: Migrations = { '001-commission': commission, '002-boards': boards }

export const erasures: ErasuresOf<Tables> = {
  commission_rows: nobodys('money by the random ids of orders and sharers: books and taxes need it'),
  commission_payouts: nobodys('money by the random ids of sharers: books and taxes need it'),
}
