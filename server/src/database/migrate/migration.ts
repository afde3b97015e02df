// What a migration is: one step of the schema, forward only.
import type { Kysely } from 'kysely'
import type { TableWords } from '../database.ts'
import type { Schema } from '../schema.ts'

export interface Migration {
  /** `from`: the number of the newest step of the core that was done before this start; 0: the database is new. */
  up(db: Kysely<Schema>, words: TableWords, from: number): Promise<void>
}

/** An owner's steps by their names, such as `001-first`, done in the order of these; what was ever released is never changed. */
export type Migrations = Readonly<Record<`${number}-${string}`, Migration>>
