// Many rows written by one statement, whatever their number.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Cell, CellType, SqlWords } from './database.ts'
import type { Schema } from './schema.ts'

type Columns = Readonly<Record<string, CellType>>
export type ColumnsOf<Table extends keyof Schema> = {
  readonly [Column in keyof Schema[Table] & string]?: CellType
}

export interface Target<Columns> {
  readonly table: keyof Schema
  readonly columns: Columns
}

type RowOf<C> = { readonly [Column in keyof C]: Cell }

/** Inserts all rows or throws. */
export async function insertRows<C extends Columns>(
  { db, words }: { db: Kysely<Schema>; words: SqlWords },
  target: Target<C>,
  rows: readonly RowOf<C>[],
): Promise<void> {
  if (rows.length === 0) return
  await words.insertRows(db, target, toCells(Object.keys(target.columns), rows))
}

/** Updates the rows found by `keys`; every other column of the target is set. */
export async function updateRows<C extends Columns>(
  { db, words }: { db: Kysely<Schema>; words: SqlWords },
  target: Target<C> & { readonly keys: readonly (keyof C & string)[] },
  rows: readonly RowOf<C>[],
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(target.columns)
  const isKey = (name: string) => target.keys.includes(name)
  const sets = names.filter((name) => !isKey(name)).map((name) => sql`${sql.ref(name)} = ${sql.ref(`given.${name}`)}`)
  const finds = target.keys.map((name) => sql`${sql.ref(`${target.table}.${name}`)} = ${sql.ref(`given.${name}`)}`)
  const given = words.givenRows(target.columns, toCells(names, rows))
  await sql`update ${sql.table(target.table)} set ${sql.join(sets)} from ${given} where ${sql.join(finds, sql` and `)}`.execute(
    db,
  )
}

function toCells<C extends Columns>(names: readonly (keyof C)[], rows: readonly RowOf<C>[]): Cell[][] {
  return rows.map((row) => names.map((name) => row[name]))
}
