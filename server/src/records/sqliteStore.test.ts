// The store's contract on SQLite, and a file from the future.
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { newSqlitePlace, openShop, SHOW, sqlitePlace, START_AT } from '../ledger/proofs/testShop.ts'
import { createStore } from './createStore.ts'
import { storeContract } from './store.contract.ts'

storeContract('SQLite', { makePlace: sqlitePlaces, makeNew: newSqlitePlace })

test('a file newer than the server is refused', async () => {
  const place = await sqlitePlace()
  await (await openShop(place)).close()
  const file = new DatabaseSync(place.file)
  file.exec(`insert into migrations values (999, 'later', 0)`)
  file.close()

  await expect(place.open(createSharedClock(START_AT))).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
  await place.drop()
})

test('a thread goes from file to file, and none of them hears of another', async () => {
  const [one, other] = [await sqlitePlace(), await newSqlitePlace()]
  const first = await openShop(one)
  await first.close()
  const newer = new DatabaseSync(other.file)
  newer.exec(`create table migrations (version integer primary key, name text not null, at bigint not null)`)
  newer.exec(`insert into migrations values (999, 'later', 0)`)
  newer.close()

  await expect(other.open(createSharedClock(START_AT))).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
  const again = await one.open(createSharedClock(START_AT))
  const store = createStore({ database: again, onChange: () => {} })

  expect((await store.readRoom(SHOW))?.room.show.id).toBe(SHOW)
  await expect(first.store.readRoom(SHOW)).rejects.toMatchObject({ code: 'DATABASE_CLOSED' })
  await again.close()
  await expect(store.readRoom(SHOW)).rejects.toMatchObject({ code: 'DATABASE_CLOSED' })
  await Promise.all([one.drop(), other.drop()])
})
