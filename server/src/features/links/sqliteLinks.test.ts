// The contract of share links on SQLite.
import { openSqliteThread } from '../../database/sqlite/openSqliteThread.ts'
import type { SharedClock } from '../../kit/clock.ts'
import { sqlitePlace } from '../../ledger/proofs/testShop.ts'
import { linksContract } from './links.contract.ts'

linksContract('SQLite', async () => {
  const { file, drop } = await sqlitePlace()
  const jobsModule = new URL('../../testing/linkJobs.ts', import.meta.url)
  return { drop, open: (clock: SharedClock) => openSqliteThread({ file, clock, jobsModule }) }
})
