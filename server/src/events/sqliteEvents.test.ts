// The log's contract on SQLite.
import { sqlitePlace } from '../ledger/proofs/testShop.ts'
import { openSqliteThread } from '../database/sqlite/openSqliteThread.ts'
import type { SharedClock } from '../kit/clock.ts'
import { eventsContract } from './events.contract.ts'
import { keepingContract } from './keeping.contract.ts'

const jobsModule = new URL('../testing/testSubscriptions.ts', import.meta.url)

async function places() {
  const { file, drop } = await sqlitePlace()
  return { drop, open: (clock: SharedClock) => openSqliteThread({ file, clock, jobsModule }) }
}

eventsContract(places)
keepingContract(places)
