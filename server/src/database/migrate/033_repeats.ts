// How often the shop has sent a message again, and when it did last: staff see that it did, and that nothing changed.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STATEMENTS = [
  `alter table arrivals add column repeats bigint not null default 0`,
  `alter table arrivals add column repeated_at bigint`,
  `create index arrivals_repeated on arrivals (repeated_at) where repeated_at is not null`,
]

export const repeats: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
