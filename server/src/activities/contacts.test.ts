// Contacts that draws and lists of testers had in tables of their own are in the one of all kinds, on both databases.
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import { sqlitePlace } from '../ledger/proofs/testShop.ts'
import { postgresPlace, withPostgres } from '../testing/postgresPlaces.ts'
import { type WorkedPlace, workedPostgres, workedSqlite } from '../testing/workedPlaces.ts'
import { migrations as ofDraws } from '../features/draw/tables.ts'
import { migrations as ofTesters } from '../features/testers/tables.ts'

const CARRIED = '002-contacts-of-all'
const server = withPostgres()

async function start(place: WorkedPlace): Promise<void> {
  await (await place.open(createSharedClock(1_000_700_000))).close()
}

/** As a server left it that did not know the one table. */
async function makeFormer(place: WorkedPlace): Promise<void> {
  await start(place)
  await place.within(async (db, words) => {
    for (const [name, owner] of Object.entries({ draw: ofDraws, testers: ofTesters })) {
      await owner['001-contacts']?.up(db, words, 0)
      const step = `features/${name}/${CARRIED}`
      await sql`delete from kysely_migration where name = ${step}`.execute(db)
    }
    await sql`insert into draw_contacts values ('draw', 'ann', '{"is":"text","value":"at the counter"}', 7)`.execute(db)
    await sql`insert into tester_contacts values ('list', 'bob', 'Bob', 'bob@shop.test', 8, 9)`.execute(db)
  })
}

test.each([
  ['SQLite', async () => workedSqlite(await sqlitePlace())],
  ['PostgreSQL', async () => workedPostgres(await postgresPlace(server()))],
] as const)('on %s', async (_name, make) => {
  const place = await make()
  await makeFormer(place)

  await start(place)
  await start(place)

  const [rows, tables] = await place.within(async (db) => [
    await db.selectFrom('activity_contacts').selectAll().orderBy('viewer_id').execute(),
    (await db.introspection.getTables()).map(({ name }) => name),
  ])
  const counter = '{"is":"text","value":"at the counter"}'
  expect(rows).toEqual([
    { activity_id: 'draw', viewer_id: 'ann', name: null, contact: counter, consented_at: 7, version: 0 },
    { activity_id: 'list', viewer_id: 'bob', name: 'Bob', contact: 'bob@shop.test', consented_at: 8, version: 9 },
  ])
  expect(tables).not.toContain('draw_contacts')
  expect(tables).not.toContain('tester_contacts')
  await place.drop()
})
