// Which steps a database is brought forward by.
import { expect, test } from 'vitest'
import { sqlitePlace } from '../../ledger/testShop.ts'
import { openConnection } from '../sqlite/connection.ts'
import { migrate, MIGRATIONS } from './migrate.ts'

test('a step that landed after a later one is made up for, once', async () => {
  const place = await sqlitePlace()
  const { db, words, transact, close } = openConnection({ file: place.file, readOnly: false })
  const needs = { now: () => Promise.resolve(1), words }
  const isLate = (version: number) => version === 20
  await transact('write', () => migrate(db, { ...needs, upTo: 19 }))
  await transact('write', async () => {
    for (const { version, name, up } of MIGRATIONS.filter((one) => one.version > 19 && !isLate(one.version))) {
      await up(db, words.table, 19)
      await db.insertInto('migrations').values({ version, name, at: 0 }).execute()
    }
  })

  for (let start = 0; start < 2; start += 1) await transact('write', () => migrate(db, needs))

  expect(await db.selectFrom('refused_events').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('migrations').selectAll().execute()).toHaveLength(MIGRATIONS.length)
  close()
  await place.drop()
})
