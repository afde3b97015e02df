// What only SQLite understands: rows and lists as json, one writer at a time, numbers from a counter row.
import { sql } from 'kysely'
import type { SqlWords } from '../database.ts'

export const sqliteWords: SqlWords = {
  givenRows(columns, rows) {
    const cells = Object.keys(columns).map(
      (name, index) => sql`json_extract(value, ${sql.lit(`$[${index}]`)}) as ${sql.ref(name)}`,
    )
    return sql`(select ${sql.join(cells)} from json_each(${JSON.stringify(rows)})) as given`
  },

  isOneOf(column, values) {
    return sql`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
  },

  // BEGIN IMMEDIATE has locked the whole database already.
  lockRows: (query) => query,

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
