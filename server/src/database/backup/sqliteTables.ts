// A SQLite file's tables, read and filled for a backup.
import { sql } from 'kysely'
import { LISTS } from '../migrate/applied.ts'
import { ROWS_AT_ONCE, type Row, type Table, type TableWords, toRow } from './tables.ts'

const OWN_TABLES = sql`sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'`

export const sqliteTables: TableWords = {
  async listTables(db) {
    const query = sql<{ name: string; column: string }>`
      select tables.name, columns.name as "column" from (select name from ${OWN_TABLES}) as tables
      join pragma_table_info(tables.name) as columns order by tables.name, columns.cid`
    return gather((await query.execute(db)).rows)
  },

  async listArrows(db) {
    const query = sql<{ child: string; parent: string }>`
      select tables.name as child, arrows."table" as parent from (select name from ${OWN_TABLES}) as tables
      join pragma_foreign_key_list(tables.name) as arrows`
    return (await query.execute(db)).rows
  },

  async *readRows(db, table) {
    let rows: Row[] = []
    const all = db.selectFrom(sql.table<Readonly<Record<string, unknown>>>(table.name).as('one')).selectAll()
    for await (const row of all.stream()) {
      rows.push(toRow(table, row))
      if (rows.length < ROWS_AT_ONCE) continue
      yield rows
      rows = []
    }
    if (rows.length > 0) yield rows
  },

  async insertRows(db, { name, columns }, rows) {
    const names = sql.join(columns.map((column) => sql.ref(column)))
    const cells = columns.map((_, index) => sql`json_extract(value, ${sql.lit(`$[${index}]`)})`)
    await sql`insert into ${sql.table(name)} (${names}) select ${sql.join(cells)}
      from json_each(${JSON.stringify(rows)})`.execute(db)
  },

  async readLastNumber(db) {
    const { rows } = await sql<{ value: number }>`select value from counters where name = 'events'`.execute(db)
    return rows[0]?.value ?? 0
  },

  async skipTo(db, lastNumber) {
    await sql`insert into counters (name, value) values ('events', ${lastNumber})
      on conflict (name) do update set value = excluded.value`.execute(db)
  },
}

/** Rows of names and columns as tables. */
export function gather(rows: readonly { readonly name: string; readonly column: string }[]): Table[] {
  const tables = Map.groupBy(rows, ({ name }) => name)
  return [...tables]
    .filter(([name]) => !LISTS.has(name))
    .map(([name, own]) => ({ name, columns: own.map(({ column }) => column) }))
}
