// A further book in the ledger on SQLite: its own contract, and orders, whose every move its check counts.
import { openSqliteThread } from '../../database/sqlite/openSqliteThread.ts'
import { booksContract } from './books.contract.ts'
import { ordersContract } from './orders.contract.ts'
import { withSeats } from './testSeats.ts'
import { sqlitePlace } from './testShop.ts'

async function seatedPlace() {
  const place = await sqlitePlace()
  const jobsModule = new URL('./testSeatJobs.ts', import.meta.url)
  return withSeats(place, (clock) => openSqliteThread({ file: place.file, clock, jobsModule }))
}

booksContract('SQLite', seatedPlace)
ordersContract('SQLite with a further book', seatedPlace)
