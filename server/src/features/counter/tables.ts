// The table of codes that buyers show at the counter; each stands for one coupon or one order, for some minutes.
import type { CounterKind } from '@lantern/shared/contract/counter.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { ErasuresOf } from '../../database/erasure/erasure.ts'
import { notTold } from '../../database/known/known.ts'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

/** `ref`: of the coupon, or of the order's hold. */
export interface CodeRow {
  code: string
  kind: CounterKind
  ref: string
  show_id: ShowId
  viewer_id: ViewerId
  until: number
}

// A type and not an interface: kysely joins it to the tables it knows.
type Tables = { counter_codes: CodeRow }
/** Of what groups keep, the columns that are read here. */
type Read = { leader_pages: { group_id: string }; hand_overs: { hold_id: string } }

/** The same connection, knowing these tables too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables & Read>()

const STATEMENTS = [
  `create table counter_codes (
    code text not null primary key, kind text not null, ref text not null, show_id text not null,
    viewer_id text not null, until bigint not null)`,
  'create index counter_codes_of on counter_codes (ref)',
]

const codes = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}

export const migrations: Migrations = { '001-codes': codes }

const KEY = 'an id or a name of our own'

export const erasures: ErasuresOf<Tables> = {
  counter_codes: {
    tells: notTold('codes that the page shows by itself, each good for five minutes'),
    keeps: { code: KEY, kind: KEY, ref: KEY, show_id: KEY },
    erase: (db, { viewerId }) => within(db).deleteFrom('counter_codes').where('viewer_id', '=', viewerId).execute(),
  },
}
