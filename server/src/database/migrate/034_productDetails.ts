// What a sheet tells of a product, apart from what a room is sent; and the option values of its variants.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const STEPS = [
  `create table product_details (
    product_id text primary key references products (id), digest text not null, options text, pictures text,
    description text, sizes text, tags text, vendor text, type text
  )`,
  'alter table variants add column options text',
]

export const productDetails: Migration = {
  async up(db: Kysely<Schema>) {
    for (const statement of STEPS) await sql.raw(statement).execute(db)
  },
}
