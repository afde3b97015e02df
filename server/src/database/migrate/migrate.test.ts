// Which steps a database is brought forward by, from every state that a server of before had left, on both databases.
import { type Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import { createLedger } from '../../ledger/createLedger.ts'
import { SHOW, newSqlitePlace } from '../../ledger/proofs/testShop.ts'
import {
  FILLED_SCHEMAS,
  type FilledSchema,
  filledPostgres,
  filledSqlite,
  startByNumber,
} from '../../testing/filledPlaces.ts'
import { postgresPlace, withPostgres } from '../../testing/postgresPlaces.ts'
import { workedPostgres, type WorkedPlace, workedSqlite } from '../../testing/workedPlaces.ts'
import { createStore } from '../../records/createStore.ts'
import type { Schema } from '../schema.ts'
import { KEPT_BY_NAME } from './applied.ts'
import { STEPS } from './steps.ts'

const NOW = 1_000_700_000
const server = withPostgres()
const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1)

/** What the servers of before knew, one after the other: steps written side by side landed in another order. */
const LATER = [13, 14, 15, 19, 18, 17, 16, 24, 23, 20, 21, 22]
const FORMER = [...[1, 2, 5, 6, 7, 8, 9, 10].map(upTo), ...LATER.map((_, n) => [...upTo(10), ...LATER.slice(0, n + 1)])]

const PLACES = [
  [
    'SQLite',
    async (schema: FilledSchema, more = '') => workedSqlite(await filledSqlite(schema, more)),
    async () => workedSqlite(await newSqlitePlace()),
  ],
  [
    'PostgreSQL',
    async (schema: FilledSchema, more = '') => workedPostgres(await filledPostgres(server(), { schema, more })),
    async () => workedPostgres(await postgresPlace(server())),
  ],
] as const

/** As this server does it. */
async function start(place: WorkedPlace): Promise<void> {
  await (await place.open(createSharedClock(NOW))).close()
}

/** Tables with their columns, in no order, and indexes as the database itself tells them. */
async function readShape(db: Kysely<Schema>) {
  const tables = await db.introspection.getTables()
  const columns = tables.flatMap(({ name, columns: own }) =>
    own.map((one) => `${name}.${one.name} ${one.dataType} ${one.isNullable ? 'null' : 'not null'}`),
  )
  const isPostgres = db.getExecutor().adapter.supportsTransactionalDdl
  const query = isPostgres
    ? sql<{ text: string }>`select indexdef as text from pg_indexes
        where schemaname = current_schema() and tablename not like 'kysely%'`
    : sql<{ text: string }>`select sql as text from sqlite_master where type = 'index' and sql is not null`
  const indexes = (await query.execute(db)).rows.map(({ text }) => text)
  return { columns: columns.sort(), indexes: indexes.sort() }
}

const readNames = (db: Kysely<Schema>) => db.selectFrom('kysely_migration').select('name').orderBy('name').execute()

/** The servers of before, each started once on a filled shop. */
async function makeFormer(fill: (typeof PLACES)[number][1], nth: number): Promise<WorkedPlace> {
  const known = FORMER[nth] ?? []
  const filled = FILLED_SCHEMAS.findLast((schema) => known.includes(schema)) ?? 1
  const place = await fill(filled, `update variants set currency = 'HUF';`)
  await place.within(async (db, table) => {
    for (const numbers of FORMER.slice(0, nth + 1)) await startByNumber(db, table, numbers)
  })
  return place
}

async function shapeOfNew(make: () => Promise<WorkedPlace>) {
  const place = await make()
  await start(place)
  return place.within(readShape).finally(place.drop)
}

describe.each(PLACES)('on %s', (_name, fill, make) => {
  let shape: ReturnType<typeof shapeOfNew> | null = null

  test.each(FORMER.map((known, nth) => [known.join(), nth] as const))('from %s, once', async (_known, nth) => {
    const known = FORMER[nth] ?? []
    const place = await makeFormer(fill, nth)

    for (let starts = 0; starts < 2; starts += 1) await start(place)

    expect((await place.within(readNames)).map(({ name }) => name)).toEqual(STEPS.map(({ id }) => id))
    expect(await place.within(readShape)).toEqual(await (shape ??= shapeOfNew(make)))
    const numbers = await place.within((db) => db.selectFrom('migrations').select('version').execute())
    expect(numbers.map(({ version }) => version).sort()).toEqual([...known, KEPT_BY_NAME].sort())
    // A step that is no step when it is done twice: it would be a hundred times as much again.
    const prices = await place.within((db) => db.selectFrom('variants').select('price_minor').distinct().execute())
    expect(prices).toEqual([{ price_minor: known.includes(14) ? 2000 : 200_000 }])
    await place.drop()
  })

  test('a filled shop that was left between two steps sells on', async () => {
    const place = await makeFormer(fill, FORMER.length - 5)
    const database = await place.open(createSharedClock(NOW))
    const ledger = createLedger({ database, onChange: () => {} })

    expect(await ledger.check()).toEqual([])
    const room = await createStore({ database, onChange: () => {} }).readRoom(SHOW)
    expect(room?.room.comments.rows).toHaveLength(2)
    await ledger.close()
    await database.close()
    await place.drop()
  })

  test('servers that start at once bring it forward once', async () => {
    const place = await fill(9)

    await Promise.all([start(place), start(place), start(place)])

    expect(await place.within(readNames)).toHaveLength(STEPS.length)
    await place.drop()
  })

  test('a server that knows numbers reads that it is newer', async () => {
    const place = await fill(9)
    await start(place)

    const last = (db: Kysely<Schema>) =>
      db.selectFrom('migrations').select('version').orderBy('version', 'desc').executeTakeFirstOrThrow()

    expect((await place.within(last)).version).toBeGreaterThan(Math.max(...LATER))
    await place.drop()
  })

  test.each(['core/999-later', 'features/later/001-first'])('%s is of a newer server', async (name) => {
    const place = await fill(9)
    await start(place)
    await place.within((db) =>
      db
        .insertInto('kysely_migration')
        .values({ name, timestamp: new Date(NOW).toISOString() })
        .execute(),
    )

    const known = STEPS.findLast(({ id }) => id.startsWith('core/'))?.id
    await expect(start(place)).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      message: `the database has schema ${name}, this server knows schemas up to ${known}: start a newer server`,
    })
    await place.drop()
  })

  test('a step that fails is told as it failed, and nothing of the start is left', async () => {
    const place = await fill(9)
    await place.within((db) => sql`create table guesses (id integer)`.execute(db))

    await expect(start(place)).rejects.toThrow(/guesses.* already exists/)

    await place.within((db) => sql`drop table guesses`.execute(db))
    await start(place)
    expect(await place.within(readNames)).toHaveLength(STEPS.length)
    await place.drop()
  })
})

test('the names of the steps sort as their owners are told: the core first', () => {
  const ids = STEPS.map(({ id }) => id)

  expect(ids.findLastIndex((id) => id.startsWith('core/'))).toBe(ids.filter((id) => id.startsWith('core/')).length - 1)
  expect(ids.every((id) => /^(core|features\/[a-z][A-Za-z]*)\/\d{3}-[a-z0-9-]+$/.test(id))).toBe(true)
})
