// Evenings at random with step prices, for long, on each database; ten times as many with `-- --full`.
import { describe } from 'vitest'
import { openSqliteThread } from '../../../database/sqlite/openSqliteThread.ts'
import type { SharedClock } from '../../../kit/clock.ts'
import { postgresPlace, withOwnPostgres } from '../../../testing/postgresPlaces.ts'
import { sqlitePlace } from '../testShop.ts'
import { randomSteps } from './random.contract.ts'

const TIMES = process.env['DEEP'] === 'full' ? 10 : 1
const newest = Date.now() % 1_000_000_000
const SEEDS = [21, 22, 23, ...Array.from({ length: 2 * TIMES }, (_, n) => newest + n)]
const postgres = withOwnPostgres()

async function onSqlite() {
  const { file, drop } = await sqlitePlace()
  const jobsModule = new URL('./testPriceJobs.ts', import.meta.url)
  return { drop, open: (clock: SharedClock) => openSqliteThread({ file, clock, jobsModule }) }
}

describe.each([
  ['SQLite', onSqlite],
  ['PostgreSQL', () => postgresPlace(postgres())],
])('on %s', (_name, makePlace) => randomSteps(makePlace, SEEDS))
