// A database that comes back is as the template is, or does not come back.
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { createDatabasePool } from './databasePool.ts'
import { withPostgres } from './postgresPlaces.ts'

const server = withPostgres()
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const FACTORY = `
  create table kinds (id integer primary key, raw bytea);
  insert into kinds values (1, '\\xff00'), (2, null);
  create table parts (id bigint generated always as identity primary key, kind integer references kinds, note text);
  insert into parts (kind, note) values (1, 'it''s the first');`

async function open(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  closers.push(() => client.end().catch(() => {}))
  return client
}

async function startPool() {
  const template = await server().createDatabase()
  closers.push(template.drop)
  const client = await open(template.url)
  await client.query(FACTORY)
  await client.end()
  const pool = await createDatabasePool(server(), template)
  closers.push(pool.close)
  return pool
}

async function seen(client: Client) {
  const { rows: kinds } = await client.query<{ id: number; raw: Buffer | null }>('select * from kinds order by id')
  const { rows: parts } = await client.query('select * from parts')
  const { rows: next } = await client.query('select last_value::int, is_called from parts_id_seq')
  return { kinds: kinds.map(({ id, raw }) => [id, raw?.toString('hex') ?? null]), parts, next }
}

test('rows, numbers and what the template holds are as before; who was connected is cut off', async () => {
  const pool = await startPool()
  const url = await pool.take()
  const before = await open(url)
  const blank = await seen(before)
  await before.query(
    `update kinds set raw = null; insert into parts (kind) values (1), (2); delete from parts where id = 1`,
  )

  await pool.give(url)

  expect(await pool.take()).toBe(url)
  expect(blank).toMatchObject({
    kinds: [
      [1, 'ff00'],
      [2, null],
    ],
    parts: [{ note: "it's the first" }],
  })
  expect(await seen(await open(url))).toEqual(blank)
  await expect(before.query('select 1')).rejects.toThrow()
})

test.each([
  'alter table parts add column more text',
  'alter table kinds alter column raw set not null',
  'create index more on parts (note)',
  'drop table parts',
  'alter table parts drop constraint parts_kind_fkey',
])('after "%s" it is dropped', async (change) => {
  const pool = await startPool()
  const url = await pool.take()
  const client = await open(url)
  await client.query('delete from kinds where id = 2')
  await client.query(change)
  await client.end()

  await pool.give(url)

  expect(await pool.take()).not.toBe(url)
  await expect(open(url)).rejects.toThrow('does not exist')
})

test('two that ask at once get two', async () => {
  const pool = await startPool()

  const [one, other] = await Promise.all([pool.take(), pool.take()])

  expect(one).not.toBe(other)
})
