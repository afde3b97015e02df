// What a database must be like after today's server has brought it forward, from a state that a server of before had left.
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import { newSqlitePlace } from '../../ledger/proofs/testShop.ts'
import {
  FILLED_SCHEMAS,
  type FilledSchema,
  filledPostgres,
  filledSqlite,
  startByNumber,
} from '../../testing/filledPlaces.ts'
import { postgresPlace, withPostgres } from '../../testing/postgresPlaces.ts'
import { workedPostgres, type WorkedPlace, workedSqlite } from '../../testing/workedPlaces.ts'
import type { Schema } from '../schema.ts'
import { KEPT_BY_NAME } from './applied.ts'
import { STEPS } from './steps.ts'

export const NOW = 1_000_700_000
const upTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1)

/** What the servers of before knew, one after the other: steps written side by side landed in another order. */
export const LATER = [13, 14, 15, 19, 18, 17, 16, 24, 23, 20, 21, 22]
export const FORMER = [
  ...[1, 2, 5, 6, 7, 8, 9, 10].map(upTo),
  ...LATER.map((_, n) => [...upTo(10), ...LATER.slice(0, n + 1)]),
]

export interface FormerPlaces {
  /** A shop of an earlier schema, with rows of its own where `more` has some. */
  fill(schema: FilledSchema, more?: string): Promise<WorkedPlace>
  make(): Promise<WorkedPlace>
}

export const ON_SQLITE: FormerPlaces = {
  fill: async (schema, more = '') => workedSqlite(await filledSqlite(schema, more)),
  make: async () => workedSqlite(await newSqlitePlace()),
}

/** To be called at the top of a test file. */
export function onPostgres(): FormerPlaces {
  const server = withPostgres()
  return {
    fill: async (schema, more = '') => workedPostgres(await filledPostgres(server(), { schema, more })),
    make: async () => workedPostgres(await postgresPlace(server())),
  }
}

/** As this server does it. */
export async function start(place: WorkedPlace): Promise<void> {
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

export const readNames = (db: Kysely<Schema>) =>
  db.selectFrom('kysely_migration').select('name').orderBy('name').execute()

/** The servers of before, each started once on a filled shop. */
export async function makeFormer(fill: FormerPlaces['fill'], nth: number): Promise<WorkedPlace> {
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

/** @param nths which of `FORMER` */
export function formerContract({ fill, make }: FormerPlaces, nths: readonly number[]): void {
  let shape: ReturnType<typeof shapeOfNew> | null = null

  test.each(nths.map((nth) => [FORMER[nth]?.join(), nth] as const))('from %s, once', async (_known, nth) => {
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
}
