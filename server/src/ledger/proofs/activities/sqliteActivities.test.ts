// The engine of activities on SQLite.
import type { SharedClock } from '../../../kit/clock.ts'
import { sqlitePlace } from '../testShop.ts'
import { openSqliteThread } from '../../../database/sqlite/openSqliteThread.ts'
import { activitiesContract } from './activities.contract.ts'
import { conditionsContract } from './conditions.contract.ts'
import { entriesContract } from './entries.contract.ts'
import { ownWordsContract } from './ownWords.contract.ts'
import { processesContract } from './processes.contract.ts'
import { randomContract } from './random.contract.ts'
import { waitingContract } from './waiting.contract.ts'
import { BOOKS_OF_PICKS } from './testKind.ts'

async function makePlace() {
  const { file, drop } = await sqlitePlace()
  const jobsModule = new URL('./testKindJobs.ts', import.meta.url)
  return { drop, books: BOOKS_OF_PICKS, open: (clock: SharedClock) => openSqliteThread({ file, clock, jobsModule }) }
}

activitiesContract('SQLite', makePlace)
conditionsContract('SQLite', makePlace)
entriesContract('SQLite', makePlace)
ownWordsContract('SQLite', makePlace)
processesContract('SQLite', makePlace)
randomContract('SQLite', makePlace)
waitingContract('SQLite', makePlace)
