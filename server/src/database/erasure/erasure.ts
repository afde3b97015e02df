// What an owner of tables says of them: what a viewer reads of their rows, what becomes of these when the viewer is erased, and what stays.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { SqlWords } from '../database.ts'
import type { NotTold, Tells } from '../known/known.ts'
import type { Schema } from '../schema.ts'

export interface Erasing {
  readonly viewerId: ViewerId
  /** The viewer's addresses, hashed, as holds and places in line had them. */
  readonly sources: readonly string[]
  /** Of rows that pages have to read anew: what is told of the viewer comes with the shows' `viewer:erased`. */
  readonly version: number
  readonly words: SqlWords
}

export interface Erasable<Column extends string = string> {
  /** Columns that stay as they are, each with what it holds instead of anything of the viewer. */
  readonly keeps: Readonly<Partial<Record<Column, string>>>
  /** What the viewer reads of their own rows on "what this shop knows of me", or why it is told by others. */
  readonly tells: Tells | NotTold
  /** What those lock who write these rows at the same moment: whoever erases has all of it before anything of the shop's. */
  readonly locks?: readonly string[]
  /** Safe to repeat. */
  erase(db: Kysely<Schema>, erasing: Erasing): Promise<unknown>
  /** Where pages tell of the viewer by these rows. */
  shows?(db: Kysely<Schema>, viewerId: ViewerId): Promise<ShowId[]>
}

/** A table whose rows are nobody's, and why they say nothing of a viewer. */
export interface OfNobody {
  readonly ofNobody: string
}

/** Tables by name. */
export type OfTables = Readonly<Record<string, Erasable | OfNobody>>

/** One owner's tables, with their columns; whoever leaves one of its own out does not compile. */
export type ErasuresOf<Tables> = {
  readonly [Table in keyof Tables]: Erasable<keyof Tables[Table] & string> | OfNobody
}

/** The same of the core, whose owners together name every table there is. */
export type Erasures<Table extends keyof Schema> = ErasuresOf<Pick<Schema, Table>>

export const nobodys = (why: string): OfNobody => ({ ofNobody: why })
