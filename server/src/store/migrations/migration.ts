// What a migration is: one step of the schema, forward only.
import type { Kysely } from 'kysely'
import type { TableWords } from '../database.ts'
import type { Schema } from '../schema.ts'

export interface Migration {
  readonly version: number
  readonly name: string
  /** `from`: the schema that the database stood at before this start brought it forward; 0: it is new. */
  up(db: Kysely<Schema>, words: TableWords, from: number): Promise<void>
}
