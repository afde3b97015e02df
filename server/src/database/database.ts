// The port to a database: work is a named job, run as one transaction wherever that database wants it run.
import type { Kysely, RawBuilder, SelectQueryBuilder, SqlBool } from 'kysely'
import { CodedError } from '../kit/codedError.ts'
import type { Schema } from './schema.ts'

export type Cell = string | number | null
export type CellType = 'text' | 'integer'

export interface InsertTarget {
  readonly table: keyof Schema
  readonly columns: Readonly<Record<string, CellType>>
}

/** Gives the rising numbers of events and versions within one transaction. */
export interface Numbering {
  next(): number
  /** To be called before the transaction ends. */
  save(): Promise<void>
}

/** The parts of a table's definition that databases spell differently. */
export interface TableWords {
  /** The type of a whole number that is the row's own key. */
  readonly rowKey: string
  /** Behind a table that is kept in the order of its primary key, where the database can do that. */
  readonly clustered: string
  /** A further column that tells which transaction wrote a row of the event log, where transactions overlap. */
  readonly transactionColumn: string
  /** Makes the event log keep its rows by show and seq alone, where a number of the row's own costs another index. */
  readonly logByShow: readonly string[]
  /** Takes that column away again. */
  readonly logWithoutTransactions: readonly string[]
}

/** What each database says in its own words. */
export interface SqlWords {
  readonly table: TableWords
  /** Inserts all rows or throws; the columns are the keys of `columns`, rows follow their order. */
  insertRows(db: Kysely<Schema>, target: InsertTarget, rows: readonly (readonly Cell[])[]): Promise<void>
  /** Rows handed over in one parameter, to stand after FROM; the columns are the keys of `columns`, rows follow their order. */
  givenRows(columns: Readonly<Record<string, CellType>>, rows: readonly (readonly Cell[])[]): RawBuilder<unknown>
  /** The lines of all holds as rows of `line`, to stand after FROM: hold_state, offer_id, sale_id, quantity, takes, takes_sale. */
  readonly heldLines: RawBuilder<unknown>
  /** `column` is one of `values`, handed over in one parameter. */
  isOneOf(column: string, values: readonly string[] | readonly number[]): RawBuilder<SqlBool>
  /** Keeps the selected rows from changing until the transaction ends. */
  lockRows<DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>): SelectQueryBuilder<DB, TB, O>
  /** Keeps others who name one of these waiting until the transaction ends; in an order that is the same for all. */
  lockNames(db: Kysely<Schema>, names: readonly string[]): Promise<void>
  /** At most `atMost` numbers; ask only after the rows they describe are locked. */
  openNumbering(db: Kysely<Schema>, atMost: number): Promise<Numbering>
}

export interface JobContext {
  /** The database's clock; read it after the locks. */
  readonly now: () => Promise<number>
  /** A new random id. */
  readonly newId: () => string
  readonly words: SqlWords
}

/** One transaction. Input and output must survive json: the work may run in another thread. */
export interface Job<Input, Output> {
  readonly name: string
  readonly kind: 'read' | 'write'
  work(db: Kysely<Schema>, input: Input, context: JobContext): Promise<Output>
}

export interface Database {
  /**
   * Runs the job as one transaction, durable when it resolves. When it throws, nothing of it has happened; but after
   * DATABASE_BUSY, where a connection may have been lost during the commit, it is to be asked again with the same ids.
   * DATABASE_UNWRITABLE: there is no room on its disk; reads go on.
   */
  run<Input, Output>(job: Job<Input, Output>, input: Input): Promise<Output>
  /** Lets jobs under way end; later ones throw. */
  close(): Promise<void>
}

export class DatabaseError extends CodedError {}
