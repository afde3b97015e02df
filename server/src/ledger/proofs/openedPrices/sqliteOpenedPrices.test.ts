// The contract of step prices on SQLite.
import type { SharedClock } from '../../../kit/clock.ts'
import { openSqliteThread } from '../../../database/sqlite/openSqliteThread.ts'
import { sqlitePlace } from '../testShop.ts'
import { stepPriceContract } from './openedPrices.contract.ts'

stepPriceContract('SQLite', async () => {
  const { file, drop } = await sqlitePlace()
  const jobsModule = new URL('./testPriceJobs.ts', import.meta.url)
  return { drop, open: (clock: SharedClock) => openSqliteThread({ file, clock, jobsModule }) }
})
