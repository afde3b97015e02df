// The store's contract on SQLite, and a file from the future.
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { createSharedClock } from '../clock.ts'
import { sqlitePlaces } from '../ledger/ledger.contract.ts'
import { openShop, sqlitePlace, START_AT } from '../ledger/testShop.ts'
import { storeContract } from './store.contract.ts'

storeContract('SQLite', sqlitePlaces)

test('a file newer than the server is refused', async () => {
  const place = await sqlitePlace()
  await (await openShop(place)).close()
  const file = new DatabaseSync(place.file)
  file.exec(`insert into migrations values (999, 'later', 0)`)
  file.close()

  await expect(place.open(createSharedClock(START_AT))).rejects.toMatchObject({ code: 'DATABASE_NEWER' })
  await place.drop()
})
