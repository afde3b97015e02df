// The table of templates: what the shop makes its plays from.
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import type { TemplateId } from '@lantern/shared/features/templates/contract.ts'
import { type Kysely, sql } from 'kysely'
import { type ErasuresOf, nobodys } from '../../database/erasure/erasure.ts'
import type { Migrations } from '../../database/migrate/migration.ts'
import type { Schema } from '../../database/schema.ts'

/** `name_key`: the name as it is compared with others; `terms`: json, what the command of its kind asks; `version` counts its own changes. */
export interface TemplateRow {
  id: TemplateId
  name: string
  name_key: string
  kind: string
  terms: string
  currency: string
  based_at: number
  saved_at: number
  saved_by: StaffId
  version: number
}

// A type and not an interface: kysely joins it to the tables it knows.
type Tables = {
  templates: TemplateRow
}

/** The same connection, knowing this table too. */
export const within = (db: Kysely<Schema>) => db.withTables<Tables>()

const STATEMENT = `create table templates (
  id text primary key, name text not null, name_key text not null unique, kind text not null, terms text not null,
  currency text not null, based_at bigint not null, saved_at bigint not null, saved_by text not null,
  version bigint not null)`

const templates = {
  async up(db: Kysely<Schema>) {
    await sql.raw(STATEMENT).execute(db)
  },
}

export const migrations: Migrations = { '001-templates': templates }

export const erasures: ErasuresOf<Tables> = {
  templates: nobodys('what staff set, and who of them'),
}
