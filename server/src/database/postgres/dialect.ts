// What only PostgreSQL understands: rows and lists as arrays, locks on rows, numbers from a sequence that waits for nobody.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Cell, CellType, Numbering, SqlWords } from '../database.ts'
import { NUMBERS_AT_ONCE } from './prepare.ts'

const TYPES: Readonly<Record<CellType, RawBuilder<unknown>>> = { text: sql`text`, integer: sql`bigint` }
const ARRAYS: Readonly<Record<CellType, RawBuilder<unknown>>> = { text: sql`text[]`, integer: sql`bigint[]` }

export const postgresWords: SqlWords = {
  table: {
    rowKey: 'bigint primary key',
    clustered: '',
    transactionColumn: ', xid xid8 not null default pg_current_xact_id()',
    logByShow: [
      'alter table events drop constraint numbered_events_pkey',
      'drop index events_of_show',
      'alter table events add primary key (show_id, seq)',
    ],
    logWithoutTransactions: ['alter table events drop column xid'],
  },

  givenRows: (columns, rows) => {
    const names = Object.keys(columns).map((name) => sql.ref(name))
    return sql`${unnest(columns, rows)} as given(${sql.join(names)})`
  },

  // What is the same in all rows, and much is in those of one batch, is handed over once.
  async insertRows(db, { table, columns }, rows) {
    const names = Object.keys(columns).map((name) => sql.ref(name))
    const differing = new Set(findDiffering(rows))
    const [first = []] = rows
    const cells = Object.values(columns).map((type, index) =>
      differing.has(index) ? sql.ref(`given.c${index}`) : sql`${withoutNul(first[index] ?? null)}::${TYPES[type]}`,
    )
    const given = unnestColumns(columns, rows, [...differing])
    const query = sql`insert into ${sql.table(table)} (${sql.join(names)}) select ${sql.join(cells)} from ${given}`
    await query.execute(db)
  },

  heldLines: sql`(select holds.state as hold_state, told."offerId" as offer_id, told."saleId" as sale_id, told.quantity,
    told.takes::int, told."takesSale"::int as takes_sale
    from holds, jsonb_to_recordset(holds.lines::jsonb)
      as told("offerId" text, "saleId" text, quantity bigint, takes boolean, "takesSale" boolean)) as line`,

  isOneOf: (column, values) => sql`${sql.ref(column)} = any(${toArrayText(values)})`,

  // Not `for update`: that would also wait for every transaction that inserts rows pointing at these.
  lockRows: (query) => query.forNoKeyUpdate(),

  // By their hashes: two names with one hash wait for each other, and nothing worse.
  async lockNames(db, names) {
    const numbered = sql`select distinct hashtextextended(name, 0) as number from unnest(${[...names]}::text[]) as name`
    await sql`select pg_advisory_xact_lock(number) from (${numbered} order by number) as sorted`.execute(db)
  },

  // Rows of one stream are written under its lock, so that its numbers rise in the order of the commits.
  async openNumbering(db, atMost) {
    const blocks = Math.max(1, Math.ceil(atMost / NUMBERS_AT_ONCE))
    const query = sql<{ first: number }>`select nextval('event_numbers') as first from generate_series(1, ${blocks})`
    const { rows } = await query.execute(db)
    return numberingFrom(rows.map((row) => row.first))
  },
}

type Columns = Readonly<Record<string, CellType>>
type Rows = readonly (readonly Cell[])[]

/** The columns, by their place, whose cells are not the same in all rows; at least one, however alike the rows are. */
function findDiffering(rows: Rows): readonly number[] {
  const [first = []] = rows
  const differing = first.flatMap((cell, column) => (rows.some((row) => row[column] !== cell) ? [column] : []))
  return differing.length === 0 ? [0] : differing
}

/** One array for each column, each in a parameter: of the ways to hand over rows the one that costs both sides least. */
function unnest(columns: Columns, rows: Rows, wanted = Object.keys(columns).map((_, index) => index)) {
  const types = Object.values(columns)
  const arrays = wanted.map((index) => {
    const cells = rows.map((row) => row[index] ?? null)
    return sql`${toArrayText(cells)}::${ARRAYS[types[index] ?? 'text']}`
  })
  return sql`unnest(${sql.join(arrays)})`
}

/** Some of the columns, named `c` and their place. */
function unnestColumns(columns: Columns, rows: Rows, wanted: readonly number[]): RawBuilder<unknown> {
  const names = wanted.map((index) => sql.ref(`c${index}`))
  return sql`${unnest(columns, rows, [...wanted])} as given(${sql.join(names)})`
}

/** As PostgreSQL reads an array; pg's own way of writing it takes twice as long. */
function toArrayText(cells: readonly Cell[]): string {
  return `{${cells.map((cell) => (typeof cell === 'string' ? quote(cell) : String(cell))).join()}}`
}

const NUL = '\0'

/** PostgreSQL has no NUL in a text: what somebody sends to break the rows beside it becomes the sign for the unreadable. */
function withoutNul<C extends Cell>(cell: C): C | string {
  return typeof cell === 'string' && cell.includes(NUL) ? cell.replaceAll(NUL, '\uFFFD') : cell
}

function quote(text: string): string {
  const told = withoutNul(text)
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
