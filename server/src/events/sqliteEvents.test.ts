// The log's contract on SQLite.
import { sqlitePlace } from '../ledger/testShop.ts'
import { openSqliteThread } from '../store/sqlite/openSqliteThread.ts'
import { eventsContract } from './events.contract.ts'

const jobsModule = new URL('../testing/testSubscriptions.ts', import.meta.url)

eventsContract(async () => {
  const { file, drop } = await sqlitePlace()
  return { drop, open: (clock) => openSqliteThread({ file, clock, jobsModule }) }
})
