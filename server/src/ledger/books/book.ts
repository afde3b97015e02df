// What a book of the ledger is: the rows of one kind that a batch works on, and what happens to them inside it.
import { sql } from 'kysely'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { WorkingSet, LoadedRows, Hooks } from '../workingSet.ts'
import type { Drift } from '../ledger.ts'
import type { Behind } from '../openedRows.ts'
import type { LedgerRequest } from '../requests.ts'

export interface Reader {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
}

/** Found before anything is locked, each once: the pools of a hold's lines and of a place in line never change. */
export interface Needs {
  readonly showIds: readonly string[]
  readonly offerIds: readonly string[]
  readonly saleIds: readonly string[]
  /** Shows whose offers are all needed. */
  readonly wholeShowIds: readonly string[]
  /** Shows whose lines close. */
  readonly closingShowIds: readonly string[]
  readonly holdIds: readonly string[]
  /** Holds past their deadline which a sweep of this batch may expire. */
  readonly dueIds: readonly string[]
  /** Who asks for units: what they have counts. */
  readonly viewerIds: readonly string[]
  /** Who may stand in line. */
  readonly waiterIds: readonly string[]
  /** Addresses, hashed, of those who ask. */
  readonly sources: readonly string[]
  /** Those of them whose viewers may be without history, and of holds that change: what is held behind them counts. */
  readonly crowds: readonly string[]
  readonly activityIds: readonly string[]
  readonly rewardIds: readonly string[]
  /** Holds whose orders are needed beside those that are named. */
  readonly owedIds: readonly string[]
  /** Live holds that have not got a price that was opened. */
  readonly behind: readonly Behind[]
}

export interface Asked {
  readonly requests: readonly LedgerRequest[]
  /** The database's clock, before the locks. */
  readonly now: () => Promise<number>
  /** What the books of lower rank have found. */
  readonly needs: Needs
}

/** A batch while its books are opened. */
export interface Opening {
  readonly requests: readonly LedgerRequest[]
  readonly needs: Needs
  /** Of the books of lower rank. */
  readonly rows: LoadedRows
  /** The ledger's clock, the same for the whole batch; to be asked first by a book behind the locks of its show. */
  readonly now: () => Promise<number>
}

/** A book opened for one batch. */
export interface Page extends Hooks {
  /** Rows that the ledger's own rules work on. */
  readonly rows?: Partial<LoadedRows>
  /** What is due by itself, before any request of the batch is decided. */
  readonly begin?: (set: WorkingSet) => void
  /** Writes what changed: one statement per table and kind of change, whatever the batch's size. */
  readonly save?: (to: Reader, set: WorkingSet) => Promise<void>
}

export interface Book {
  readonly name: string
  /**
   * Books are opened in the order of their ranks, each locking its rows in the order of their ids (`lockById`): so batches
   * that want the same rows, of one show or of several, wait for each other and never for ever.
   */
  readonly rank: number
  /** The table whose rows it locks; null: locks of lower rank cover it. */
  readonly locks: string | null
  /** At most so many events are recorded by its hooks for one request, one hold that is due or one place in line. */
  readonly events?: number
  /** What it, or a book of another rank, has to read for these requests. */
  readonly find?: (reader: Reader, asked: Asked) => Partial<Needs> | Promise<Partial<Needs>>
  readonly open: (reader: Reader, opening: Opening) => Promise<Page>
  /** What the database alone shows to be wrong. */
  readonly check?: (reader: Reader) => Promise<Drift[]>
}

/** The rows as a batch may lock them. */
export function lockById<DB, TB extends keyof DB, O>(
  words: SqlWords,
  query: SelectQueryBuilder<DB, TB, O>,
  id: string,
): SelectQueryBuilder<DB, TB, O> {
  return words.lockRows(query.orderBy(sql.ref(id)))
}

/** Throws where two have one rank: nobody could tell which locks first. */
export function byRank(books: readonly Book[]): readonly Book[] {
  const sorted = books.toSorted((a, b) => a.rank - b.rank)
  sorted.forEach((book, index) => {
    if (sorted[index + 1]?.rank === book.rank) throw new Error(`two books have the rank of ${book.name}`)
  })
  return sorted
}

export function unique<Id extends string>(ids: readonly Id[]): Id[] {
  return [...new Set(ids)]
}
