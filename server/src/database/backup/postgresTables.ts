// A PostgreSQL database's tables, read and filled for a backup.
import { sql } from 'kysely'
import { NUMBERS_AT_ONCE } from '../postgres/prepare.ts'
import { gather } from './sqliteTables.ts'
import { ROWS_AT_ONCE, type Row, type TableWords, toRow } from './tables.ts'

/** Which transaction wrote a row means nothing in another database. */
const TRANSACTION_TYPE = 'xid8'

export const postgresTables: TableWords = {
  async listTables(db) {
    const query = sql<{ name: string; column: string }>`
      select columns.table_name::text as name, columns.column_name::text as "column" from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema = current_schema() and table_type = 'BASE TABLE' and udt_name <> ${TRANSACTION_TYPE}
      order by columns.table_name, columns.ordinal_position`
    return gather((await query.execute(db)).rows)
  },

  async listArrows(db) {
    const query = sql<{ child: string; parent: string }>`
      select child.relname::text as child, parent.relname::text as parent from pg_constraint
      join pg_class as child on child.oid = conrelid join pg_class as parent on parent.oid = confrelid
      where contype = 'f' and child.relnamespace = current_schema()::regnamespace`
    return (await query.execute(db)).rows
  },

  async *readRows(db, table) {
    const columns = sql.join(table.columns.map((column) => sql.ref(column)))
    await sql`declare copied no scroll cursor for select ${columns} from ${sql.table(table.name)}`.execute(db)
    for (;;) {
      const fetch = sql<Readonly<Record<string, unknown>>>`fetch ${sql.lit(ROWS_AT_ONCE)} from copied`
      const { rows } = await fetch.execute(db)
      if (rows.length === 0) break
      yield rows.map((row) => toRow(table, row))
    }
    await sql`close copied`.execute(db)
  },

  async insertRows(db, { name, columns }, rows) {
    const names = sql.join(columns.map((column) => sql.ref(column)))
    const records = rows.map((row) => toRecord(columns, row))
    await sql`insert into ${sql.table(name)} (${names}) select ${names}
      from json_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(records)}::json)`.execute(db)
  },

  async readLastNumber(db) {
    const { rows } = await sql<{ last: number }>`select last_value as last from event_numbers`.execute(db)
    return (rows[0]?.last ?? 0) + NUMBERS_AT_ONCE
  },

  async skipTo(db, lastNumber) {
    await sql`select setval('event_numbers', ${lastNumber}::bigint)`.execute(db)
  },
}

/** PostgreSQL has no NUL in a text: it becomes the sign for the unreadable. */
function toRecord(columns: readonly string[], row: Row) {
  const cells = row.map((cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '\uFFFD') : cell))
  return Object.fromEntries(columns.map((column, index) => [column, cells[index]]))
}
