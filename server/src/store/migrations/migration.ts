// What a migration is: one step of the schema, forward only.
import type { Kysely } from 'kysely'
import type { TableWords } from '../database.ts'
import type { Schema } from '../schema.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  up(db: Kysely<Schema>, words: TableWords): Promise<void>
}
