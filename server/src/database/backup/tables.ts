// The tables of a database as rows that any database of ours can take: what there is, in which order, and how to read and fill it.
import type { Kysely } from 'kysely'
import type { Cell } from '../database.ts'
import type { Schema } from '../schema.ts'

export interface Table {
  readonly name: string
  readonly columns: readonly string[]
}

export type Row = readonly Cell[]

/** What each database says in its own words about its tables. */
export interface TableWords {
  /** Those that migrations made, but for their own lists; columns that only one database has are left out. */
  listTables(db: Kysely<Schema>): Promise<readonly Table[]>
  /** Each pair: rows of `child` point at rows of `parent`. */
  listArrows(db: Kysely<Schema>): Promise<readonly Arrow[]>
  /** All rows as the transaction sees them, some hundred at a time. */
  readRows(db: Kysely<Schema>, table: Table): AsyncIterable<readonly Row[]>
  insertRows(db: Kysely<Schema>, table: Table, rows: readonly Row[]): Promise<void>
  /** No number that was given to an event, or to a version of a row, is above it. */
  readLastNumber(db: Kysely<Schema>): Promise<number>
  skipTo(db: Kysely<Schema>, lastNumber: number): Promise<void>
}

export interface Arrow {
  readonly child: string
  readonly parent: string
}

export const ROWS_AT_ONCE = 500

/** Parents before children, so that no row points at one that is not there yet. Throws where tables point at each other in a ring. */
export function sortByArrows(tables: readonly Table[], arrows: readonly Arrow[]): Table[] {
  const sorted: Table[] = []
  const placed = new Set<string>()
  const isReady = ({ name }: Table) =>
    arrows.every(({ child, parent }) => child !== name || parent === name || placed.has(parent))
  let left = tables
  while (left.length > 0) {
    const ready = left.filter(isReady)
    if (ready.length === 0) throw new Error(`tables point at each other: ${left.map(({ name }) => name).join()}`)
    sorted.push(...ready)
    for (const { name } of ready) placed.add(name)
    left = left.filter(({ name }) => !placed.has(name))
  }
  return sorted
}

export function toRow({ columns }: Table, row: Readonly<Record<string, unknown>>): Row {
  return columns.map((column) => toCell(row[column]))
}

function toCell(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`a cell of a kind that a backup does not know: ${typeof value}`)
}
