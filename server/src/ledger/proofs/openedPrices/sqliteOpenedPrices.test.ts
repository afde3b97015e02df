// The contract of step prices on SQLite.
import { describe } from 'vitest'
import type { SharedClock } from '../../../kit/clock.ts'
import { openSqliteThread } from '../../../database/sqlite/openSqliteThread.ts'
import { sqlitePlace } from '../testShop.ts'
import { stepPriceContract } from './openedPrices.contract.ts'
import { randomSteps } from './random.contract.ts'

async function makePlace() {
  const { file, drop } = await sqlitePlace()
  const jobsModule = new URL('./testPriceJobs.ts', import.meta.url)
  return { drop, open: (clock: SharedClock) => openSqliteThread({ file, clock, jobsModule }) }
}

stepPriceContract('SQLite', makePlace)
// On PostgreSQL, with other seeds: random.deep.test.ts.
describe('step prices at random on SQLite', () => randomSteps(makePlace, [21]))
