// The store's contract on PostgreSQL, and what only it can do: transactions that overlap, connections that are lost.
import { Client } from 'pg'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import { aHold, openShop, SHOW, START_AT } from '../../ledger/proofs/testShop.ts'
import { postgresPlace, postgresPlaces, withPostgres } from '../../testing/postgresPlaces.ts'
import type { Job } from '../database.ts'
import { storeContract } from '../../records/store.contract.ts'
import { openPostgres } from './openPostgres.ts'

const server = withPostgres()
storeContract('PostgreSQL', { makePlace: postgresPlaces(), makeNew: () => postgresPlace(server()) })

function aJob<Output>(kind: 'read' | 'write', work: Job<null, Output>['work']): Job<null, Output> {
  return { name: `test.${kind}`, kind, work }
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await work(client).finally(() => client.end())
}

async function openTest(first: readonly string[] = []) {
  const { url } = await server().createDatabase()
  return { url, database: await openPostgres({ url, first }) }
}

test('events brought in from elsewhere are never numbered again', async () => {
  const place = await postgresPlace(server())
  await (await openShop(place)).close()
  await withClient(place.url, (client) =>
    client.query(`insert into events (seq, stream, at, actor, type, payload) values (5000, $1, 0, 'x', 'x', '{}')`, [
      SHOW,
    ]),
  )

  const shop = await openShop(place)
  await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))

  expect((await shop.store.readRoom(SHOW))?.cursor).toBeGreaterThan(5000)
  await shop.close()
})

test('a database newer than the server is refused', async () => {
  const place = await postgresPlace(server())
  await (await openShop(place)).close()
  await withClient(place.url, (client) => client.query(`insert into migrations values (999, 'later', 0)`))

  await expect(place.open(createSharedClock(START_AT))).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
})

test('a lost connection is DATABASE_BUSY, and the next job finds a new one', async () => {
  const { database } = await openTest()
  const die = aJob('write', (db) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(db))
  const one = aJob('read', async (db) => (await sql<{ one: number }>`select 1 as one`.execute(db)).rows)

  await expect(database.run(die, null)).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
  expect(await database.run(one, null)).toEqual([{ one: 1 }])
  await database.close()
  await expect(database.run(one, null)).rejects.toMatchObject({ code: 'DATABASE_CLOSED' })
})

test('what would fail again is DATABASE_FAILED, and nothing of it has happened', async () => {
  const { database } = await openTest()
  const keep = (name: string) => ({ name, value: 'x' })
  const twice = aJob('write', async (db) => {
    await db.insertInto('settings').values(keep('a')).execute()
    await db.insertInto('settings').values(keep('a')).execute()
  })
  const swallowed = aJob('write', async (db) => {
    await db.insertInto('settings').values(keep('b')).execute()
    await sql`select 1 / 0`.execute(db).catch(() => {})
  })
  const writing = aJob('read', (db) => db.insertInto('settings').values(keep('c')).execute())

  for (const job of [twice, swallowed, writing]) {
    await expect(database.run<null, unknown>(job, null)).rejects.toMatchObject({ code: 'DATABASE_FAILED' })
  }
  const kept = aJob('read', (db) => db.selectFrom('settings').selectAll().execute())
  expect(await database.run(kept, null)).toEqual([])
  await database.close()
})

test('jobs that come first find a connection while all others are taken', async () => {
  const { database } = await openTest(['test.write'])
  const held = Promise.withResolvers<void>()
  const slow = Array.from({ length: 20 }, () =>
    database.run(
      aJob('read', () => held.promise),
      null,
    ),
  )

  const first = await database.run(
    aJob('write', async () => 'done'),
    null,
  )

  expect(first).toBe('done')
  held.resolve()
  await Promise.all(slow)
  await database.close()
})

test('a promise is on disk also where the server was told otherwise', async () => {
  const { url, database } = await openTest()
  const name = new URL(url).pathname.slice(1)
  // Of all places where a server is told, this one counts most.
  await withClient(url, (client) =>
    client.query(`alter role postgres in database "${name}" set synchronous_commit = off`),
  )
  const other = await openPostgres({ url })
  const show = aJob('read', async (db) => (await sql`show synchronous_commit`.execute(db)).rows)
  const askPlainly = async (client: Client) => {
    expect((await client.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'off' }])
  }

  await withClient(url, askPlainly)
  expect(await other.run(show, null)).toEqual([{ synchronous_commit: 'on' }])
  await Promise.all([database.close(), other.close()])
})

test('nobody there is DATABASE_BUSY', async () => {
  await expect(openPostgres({ url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
    code: 'DATABASE_BUSY',
  })
})
