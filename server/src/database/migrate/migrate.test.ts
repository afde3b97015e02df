// Which steps a database is brought forward by, from states that servers of before had left, on both databases.
import { type Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import { createLedger } from '../../ledger/createLedger.ts'
import { SHOW } from '../../ledger/proofs/testShop.ts'
import { createStore } from '../../records/createStore.ts'
import type { Schema } from '../schema.ts'
import {
  FORMER,
  formerContract,
  LATER,
  makeFormer,
  NOW,
  ON_SQLITE,
  onPostgres,
  readNames,
  start,
} from './former.contract.ts'
import { STEPS } from './steps.ts'

/** The first, the last that counted in order, and the last of all: those between take PostgreSQL long, and are former.deep.test.ts. */
const ON_EVERY_RUN = [0, 7, FORMER.length - 1]

describe.each([
  ['SQLite', ON_SQLITE, [...FORMER.keys()]],
  ['PostgreSQL', onPostgres(), ON_EVERY_RUN],
] as const)('on %s', (_name, places, nths) => {
  const { fill } = places
  formerContract(places, nths)

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
