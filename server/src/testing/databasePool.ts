// Databases that are emptied and used again: PostgreSQL needs a quarter of a second of CPU to make one and drop it, and one
// millisecond to empty it.
import { Client } from 'pg'
import type { Databases } from './postgresServer.ts'

export interface DatabasePool {
  /** The address of a database as the template is. */
  take(): Promise<string>
  /** Whoever is connected is cut off. One whose schema was changed is dropped. */
  give(url: string): Promise<void>
  /** Keeps the rows that it has now, with a note; `put` makes another one equal to it. */
  keep(url: string, note: unknown): Promise<void>
  /** Answers the note; null: none was kept. */
  put(url: string): Promise<unknown>
  /** The databases stay; nobody of the pool is connected to them any more. */
  close(): Promise<void>
}

/** What makes a database of the template's schema equal to it again. */
interface Blank {
  readonly schema: string
  readonly reset: string
}

const QUIET_MS = 20_000

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: QUIET_MS })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
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

const CATALOGS = [
  'class',
  'attribute',
  'attrdef',
  'constraint',
  'index',
  'trigger',
  'proc',
  'rewrite',
  'type',
  'sequence',
]
const stateOf = (name: string) => `select '${name}', count(*), max(xmin::text::bigint) from pg_${name}`

/**
 * How many rows each catalog has, and which transaction wrote the newest: whatever changes a schema writes or removes one. To
 * compare every column and key itself costs the server 40 ms.
 */
const SCHEMA = `select string_agg(concat_ws(' ', name, rows, newest), ', ') as text
  from (${CATALOGS.map(stateOf).join(' union all ')}) as catalogs (name, rows, newest)`

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

/** One connection a database, which stays: a new one reads of every table what it is, which takes the server 40 ms. */
function createKeepers() {
  const keepers = new Map<string, Client>()
  const open = async (url: string) => {
    const client = await connect(url)
    client.once('end', () => keepers.delete(url))
    keepers.set(url, client)
    return client
  }
  return {
    of: async (url: string) => keepers.get(url) ?? open(url),
    end: async (url: string) => void (await keepers.get(url)?.end()),
    endAll: async () => void (await Promise.all([...keepers.values()].map((client) => client.end()))),
  }
}

/** `template`: a database that nobody is connected to. */
export async function createDatabasePool(server: Databases, template: { readonly url: string }): Promise<DatabasePool> {
  const blank = await connected(template.url, readBlank)
  const free: string[] = []
  const drops = new Map<string, () => Promise<void>>()
  const keepers = createKeepers()
  let kept: { readonly reset: string; readonly note: unknown } | null = null

  /** Null: it is no longer what it was. */
  const emptied = async (url: string) => {
    const client = await keepers.of(url)
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    if ((await textOf(client, SCHEMA)) !== blank.schema) return null
    await client.query(blank.reset)
    return url
  }

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
      await keepers.end(url)
      await drops.get(url)?.()
      drops.delete(url)
    },
    async keep(url, note) {
      const { reset } = await readBlank(await keepers.of(url))
      kept ??= { reset, note }
    },
    async put(url) {
      if (kept === null) return null
      await (await keepers.of(url)).query(kept.reset)
      return kept.note
    },
    close: keepers.endAll,
  }
}
