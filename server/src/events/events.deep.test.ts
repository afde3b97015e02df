// A process killed while it writes the log and reads it on: each fact is taken once, in its order (budget: 1 minute).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createSharedClock } from '../kit/clock.ts'
import { openShop, SHOW, sqlitePlace } from '../ledger/proofs/testShop.ts'
import type { Database } from '../database/database.ts'
import { openSqliteThread } from '../database/sqlite/openSqliteThread.ts'
import { postgresPlace, withOwnPostgres } from '../testing/postgresPlaces.ts'
import { readTally, SUBSCRIPTIONS, TALLY } from '../testing/testSubscriptions.ts'
import { SHOP } from './stream.ts'

const STORM = fileURLToPath(new URL('../testing/subscriptionStorm.ts', import.meta.url))
const ROUNDS = 4
const jobsModule = new URL('../testing/testSubscriptions.ts', import.meta.url)
const server = withOwnPostgres()

/** After so many turns. */
async function killAfter(at: string, turns: number): Promise<void> {
  const child = spawn(process.execPath, [STORM, at], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= turns) child.kill('SIGKILL')
  await ended
}

async function expectWhole(database: Database): Promise<void> {
  while ((await database.run(SUBSCRIPTIONS.take, { name: TALLY.name, limit: 1000 })).facts > 0);
  for (const stream of [SHOP, SHOW] as const) {
    const { taken, logged } = await database.run(readTally, { stream })
    expect(logged.length).toBeGreaterThan(ROUNDS)
    expect(taken).toEqual(logged)
  }
}

test.each([
  [
    'SQLite',
    async () => {
      const place = await sqlitePlace()
      const open = () => openSqliteThread({ file: place.file, jobsModule })
      return { place, at: place.file, open }
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const place = await postgresPlace(server())
      return { place, at: place.url, open: () => place.open(createSharedClock(Date.now())) }
    },
  ],
])('on %s', async (_name, make) => {
  const { place, at, open } = await make()
  await (await openShop(place)).close()
  for (let round = 0; round < ROUNDS; round += 1) await killAfter(at, 3 + 7 * round)

  const database = await open()
  await expectWhole(database)
  await database.close()
  await place.drop()
})
