// Red packets, draws and step prices whose process is killed, again and again, on each database (budget: 3 minutes; ten times as often with `-- --full`).
import { describe, expect, test } from 'vitest'
import { postgresPlace, withOwnPostgres } from '../../testing/postgresPlaces.ts'
import { randomAt } from './model/crashRounds.ts'
import { expectDrawnOnce, KILLS } from './model/drawCrashes.ts'
import { expectPacketKept, expectSettled, killWhileOpening, type Opened } from './model/playCrashes.ts'
import { expectGivenBackOnce } from './model/stepCrashes.ts'
import { openShop, sqlitePlace } from './testShop.ts'
import type { DatabasePlace } from './testShop.ts'

const TIMES = process.env['DEEP'] === 'full' ? 10 : 1
const ROUNDS = 8 * TIMES
/** A packet of 20 places is told of so often at most: most are killed while somebody opens it. */
const MOST_ANSWERS = 30
const seed = Number(process.env['LEDGER_SEED'] ?? Date.now() % 1_000_000_000)
const postgres = withOwnPostgres({ durable: true })

interface Killed {
  readonly place: DatabasePlace
  /** File or url. */
  readonly at: string
}

async function onSqlite(): Promise<Killed> {
  const place = await sqlitePlace()
  return { place, at: place.file }
}

async function onPostgres(): Promise<Killed> {
  const place = await postgresPlace(postgres())
  return { place, at: place.url }
}

describe.each([
  ['SQLite', onSqlite],
  ['PostgreSQL', onPostgres],
])(`killed on %s, run again with LEDGER_SEED=${seed}`, (_name, make) => {
  test('a red packet keeps what it told, gives exactly its places, and its sum to the last unit', async () => {
    const { place, at } = await make()
    await (await openShop(place)).close()
    const all = new Map<string, readonly Opened[]>()
    for (let round = 0; round < ROUNDS; round++) {
      const packet = `packet-${round}`
      const told = await killWhileOpening(at, packet, 1 + randomAt(seed, round, MOST_ANSWERS))
      expect(told.length).toBeGreaterThan(0)
      all.set(packet, told)
      await expectPacketKept(place, packet, told)
    }
    for (const [packet, told] of all) await expectPacketKept(place, packet, told)
    await expectSettled(place, [...all.keys()])
    await place.drop()
  })

  test.each(KILLS)('a draw is drawn once and alike: $what', async (kill) => {
    const { place, at } = await make()
    await expectDrawnOnce({ place, at, ...kill })
    await place.drop()
  })

  test('what was paid above a step that was reached goes back once, wherever it was killed before', async () => {
    for (let round = 0; round < TIMES; round++) {
      const { place, at } = await make()
      const random = (kill: number, below: number) => randomAt(seed, 100 * round + kill, below)
      await expectGivenBackOnce({ place, at, random })
      await place.drop()
    }
  })
})
