// Databases that are emptied and used again: PostgreSQL needs a quarter of a second of CPU to make one and drop it, and one
// millisecond to empty it.
import { Client } from 'pg'
import type { Databases } from './postgresServer.ts'

export interface DatabasePool {
  /** The address of a database as the template is. */
  take(): Promise<string>
  /** Whoever is connected is cut off. One whose schema was changed is dropped. */
  give(url: string): Promise<void>
}

/** What makes a database of the template's schema equal to it again. */
interface Blank {
  readonly schema: string
  readonly reset: string
}

const QUIET_MS = 20_000

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: QUIET_MS })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function textOf(client: Client, query: string): Promise<string> {
  const { rows } = await client.query<{ text: string | null }>(query)
  return rows[0]?.text ?? ''
}

const OURS = `"namespace"."nspname" = 'public'`

/** Columns, keys, indexes, triggers and functions, as one short text. */
const SCHEMA = `
  select md5(string_agg(part, ' ' order by part)) as text from (
    select concat_ws(' ', relname, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)) as part
      from pg_attribute
      join pg_class on pg_class.oid = attrelid
      join pg_namespace "namespace" on "namespace".oid = relnamespace
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where ${OURS} and attnum > 0 and not attisdropped
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select pg_get_functiondef(pg_proc.oid) from pg_proc
      join pg_namespace "namespace" on "namespace".oid = pronamespace where ${OURS} and prokind = 'f'
  ) parts`

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

async function rowsAgain(client: Client, table: string): Promise<string> {
  const rows = await textOf(client, `select json_agg(t)::text as text from ${quoted(table)} t`)
  if (rows === '') return ''
  const from = `json_populate_recordset(null::${quoted(table)}, ${literal(rows)})`
  return `insert into ${quoted(table)} overriding system value select * from ${from};`
}

async function readBlank(client: Client): Promise<Blank> {
  const tables = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const sequences = await client.query<{ again: string }>(
    `select format('select setval(%L, %s, %L);', quote_ident(sequencename), coalesce(last_value, start_value),
       last_value is not null) as again from pg_sequences where schemaname = 'public'`,
  )
  const names = tables.rows.map(({ name }) => name)
  const deletes = names.map((name) => `delete from ${quoted(name)};`)
  const inserts: string[] = []
  for (const name of names) inserts.push(await rowsAgain(client, name))
  // Without the checks of keys and triggers of its own: the order of tables does not matter then.
  const reset = ['begin; set local session_replication_role = replica;', ...deletes, ...inserts]
  const again = sequences.rows.map((row) => row.again)
  return { schema: await textOf(client, SCHEMA), reset: [...reset, ...again, 'commit;'].join('\n') }
}

/** `template`: a database that nobody is connected to. */
export async function createDatabasePool(server: Databases, template: { readonly url: string }): Promise<DatabasePool> {
  const blank = await connected(template.url, readBlank)
  const free: string[] = []
  const drops = new Map<string, () => Promise<void>>()

  /** Null: it is no longer what it was. */
  const emptied = (url: string) =>
    connected(url, async (client) => {
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`)
      if ((await textOf(client, SCHEMA)) !== blank.schema) return null
      await client.query(blank.reset)
      return url
    })

  return {
    async take() {
      const again = free.pop()
      if (again !== undefined) return again
      const { url, drop } = await server.createDatabase(template)
      drops.set(url, drop)
      return url
    },
    async give(url) {
      const again = await emptied(url)
      if (again !== null) return void free.push(again)
      await drops.get(url)?.()
      drops.delete(url)
    },
  }
}
