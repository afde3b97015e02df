// What only PostgreSQL understands: rows and lists as arrays, locks on rows, numbers from a sequence that waits for nobody.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Cell, CellType, Numbering, SqlWords } from '../database.ts'
import { NUMBERS_AT_ONCE } from './prepare.ts'

const ARRAYS: Readonly<Record<CellType, RawBuilder<unknown>>> = { text: sql`text[]`, integer: sql`bigint[]` }

export const postgresWords: SqlWords = {
  table: {
    rowKey: 'bigint primary key',
    clustered: '',
    transactionColumn: ', xid xid8 not null default pg_current_xact_id()',
  },

  givenRows: (columns, rows) => {
    const names = Object.keys(columns).map((name) => sql.ref(name))
    return sql`${unnest(columns, rows)} as given(${sql.join(names)})`
  },

  async insertRows(db, { table, columns }, rows) {
    const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
    await sql`insert into ${sql.table(table)} (${names}) select * from ${unnest(columns, rows)}`.execute(db)
  },

  isOneOf: (column, values) => sql`${sql.ref(column)} = any(${toArrayText(values)})`,

  // Not `for update`: that would also wait for every transaction that inserts rows pointing at these.
  lockRows: (query) => query.forNoKeyUpdate(),

  // Rows of one show are written under its lock, so that its numbers rise in the order of the commits.
  async openNumbering(db, atMost) {
    const blocks = Math.max(1, Math.ceil(atMost / NUMBERS_AT_ONCE))
    const query = sql<{ first: number }>`select nextval('event_numbers') as first from generate_series(1, ${blocks})`
    const { rows } = await query.execute(db)
    return numberingFrom(rows.map((row) => row.first))
  },

  isSettled: sql`events.xid < pg_snapshot_xmin(pg_current_snapshot())`,
}

/** One array for each column, each in a parameter: of the ways to hand over rows the one that costs both sides least. */
function unnest(columns: Readonly<Record<string, CellType>>, rows: readonly (readonly Cell[])[]): RawBuilder<unknown> {
  const arrays = Object.values(columns).map((type, index) => {
    const cells = rows.map((row) => row[index] ?? null)
    return sql`${toArrayText(cells)}::${ARRAYS[type]}`
  })
  return sql`unnest(${sql.join(arrays)})`
}

/** As PostgreSQL reads an array; pg's own way of writing it takes twice as long. */
function toArrayText(cells: readonly Cell[]): string {
  return `{${cells.map((cell) => (typeof cell === 'string' ? quote(cell) : String(cell))).join()}}`
}

const NUL = '\0'

/** PostgreSQL has no NUL in a text: what somebody sends to break the rows beside it becomes the sign for the unreadable. */
function quote(text: string): string {
  const told = text.includes(NUL) ? text.replaceAll(NUL, '\uFFFD') : text
  return `"${/["\\]/.test(told) ? told.replace(/["\\]/g, '\\$&') : told}"`
}

function numberingFrom(firsts: readonly number[]): Numbering {
  let used = 0
  return {
    next() {
      const first = firsts[Math.floor(used / NUMBERS_AT_ONCE)]
      if (first === undefined) throw new Error(`more numbers were used than asked for: ${used}`)
      return first + (used++ % NUMBERS_AT_ONCE)
    },
    save: async () => {},
  }
}
