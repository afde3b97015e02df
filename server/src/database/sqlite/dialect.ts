// What only SQLite understands: rows and lists as json, one writer at a time, numbers from a counter row.
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { InsertTarget, SqlWords } from '../database.ts'

const ROWS_AT_ONCE = 32
const table = {
  rowKey: 'integer primary key',
  clustered: ' without rowid',
  transactionColumn: '',
  logByShow: [],
  logWithoutTransactions: [],
}

const HELD_LINES = sql`(select holds.state as hold_state, json_extract(value, '$.offerId') as offer_id,
  json_extract(value, '$.saleId') as sale_id, json_extract(value, '$.quantity') as quantity,
  json_extract(value, '$.takes') as takes, json_extract(value, '$.takesSale') as takes_sale
  from holds, json_each(holds.lines)) as line`

export function createSqliteWords(sqlite: DatabaseSync): SqlWords {
  const inserts = createInserts(sqlite)
  return {
    table,

    givenRows(columns, rows) {
      const cells = Object.keys(columns).map(
        (name, index) => sql`json_extract(value, ${sql.lit(`$[${index}]`)}) as ${sql.ref(name)}`,
      )
      return sql`(select ${sql.join(cells)} from json_each(${JSON.stringify(rows)})) as given`
    },

    // In the thread that owns the file a statement costs no round trip: bound values are twice as fast as one json.
    async insertRows(_db, target, rows) {
      const whole = rows.length - (rows.length % ROWS_AT_ONCE)
      for (let from = 0; from < whole; from += ROWS_AT_ONCE) {
        inserts.of(target, ROWS_AT_ONCE).run(...rows.slice(from, from + ROWS_AT_ONCE).flat())
      }
      for (const row of rows.slice(whole)) inserts.of(target, 1).run(...row)
    },

    heldLines: HELD_LINES,

    isOneOf(column, values) {
      return sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
    },

    // BEGIN IMMEDIATE has locked the whole database already.
    lockRows: (query) => query,
    lockNames: () => Promise.resolve(),

    async openNumbering(db) {
      const row = await db.selectFrom('counters').select('value').where('name', '=', 'events').executeTakeFirstOrThrow()
      let last = row.value
      return {
        next: () => ++last,
        async save() {
          if (last === row.value) return
          await db.updateTable('counters').set({ value: last }).where('name', '=', 'events').execute()
        },
      }
    },
  }
}

/** Prepared once for each target and number of rows. */
function createInserts(sqlite: DatabaseSync) {
  const prepared = new Map<InsertTarget['columns'], Map<number, StatementSync>>()
  return {
    of(target: InsertTarget, rows: number): StatementSync {
      const known = prepared.get(target.columns) ?? new Map<number, StatementSync>()
      prepared.set(target.columns, known)
      const insert = known.get(rows) ?? sqlite.prepare(insertText(target, rows))
      known.set(rows, insert)
      return insert
    },
  }
}

function insertText({ table: name, columns }: InsertTarget, rows: number): string {
  const names = Object.keys(columns)
  const row = `(${names.map(() => '?').join()})`
  return `insert into ${name} (${names.join()}) values ${Array.from({ length: rows }, () => row).join()}`
}
