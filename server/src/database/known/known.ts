// What an owner of tables tells a viewer of their own rows: the readers behind "what this shop knows of me".
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { KnownFact, KnownKind, KnownRow } from '@lantern/shared/contract/known.ts'
import type { Kysely } from 'kysely'
import { decimal } from '../../domain/csv.ts'
import type { SqlWords } from '../database.ts'
import type { Schema } from '../schema.ts'

export interface Telling {
  readonly viewerId: ViewerId
  readonly offset: number
  readonly limit: number
  readonly words: SqlWords
}

/** A row of a table; the names of show and product are looked up for all rows at once. */
export interface ToldRow extends KnownRow {
  readonly showId?: ShowId | null
  readonly offerIds?: readonly string[]
}

export interface Tells {
  readonly kind: KnownKind
  /** From row `offset` on, in an order that stays. */
  read(db: Kysely<Schema>, telling: Telling): Promise<ToldRow[]>
}

/** Rows that are not told by themselves, and why. */
export interface NotTold {
  readonly notTold: string
}

export const notTold = (why: string): NotTold => ({ notTold: why })

type Facts = Partial<Record<KnownFact, string | number | null>>

/** What is empty is left out. */
export function factsOf(facts: Facts): KnownRow['facts'] {
  const said = Object.entries(facts).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(said)
}

/** 464 CNY -> 4.64 CNY. */
export const moneyText = (minor: number, currency: string) => `${decimal(minor, currency)} ${currency}`
