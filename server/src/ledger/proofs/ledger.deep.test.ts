// The ledger for long on each database: 40,000 random commands, 40 killed storms, power loss (ten times as much of each with `-- --full`).
import { afterAll, describe, expect, test } from 'vitest'
import { postgresPlace, withOwnPostgres } from '../../testing/postgresPlaces.ts'
import { expectKept, killInStorm, randomAt, STORM_STOCK } from './model/crashRounds.ts'
import type { Acknowledged } from './model/crashRounds.ts'
import { runModel } from './model/modelRun.ts'
import { cutPower } from './model/powerLoss.ts'
import { openShop, sqlitePlace } from './testShop.ts'
import type { DatabasePlace } from './testShop.ts'

const TIMES = process.env['DEEP'] === 'full' ? 10 : 1
const ROUNDS = 20 * TIMES
const MOST_ANSWERS = 3000
const postgres = withOwnPostgres({ durable: true })
const replay = process.env['LEDGER_REPLAY']
const seed = Number(process.env['LEDGER_SEED'] ?? Date.now() % 1_000_000_000)
const told: string[] = []

afterAll(() => console.log(told.join('\n')))

/** Runs and tells how long it took; a failure names the seed to run it with again. */
async function proof(name: string, run: () => Promise<string>): Promise<void> {
  const from = performance.now()
  const figures = await run().catch((error: unknown) => {
    throw new Error(`${name}: run again with LEDGER_SEED=${seed}`, { cause: error })
  })
  told.push(`${name}: ${figures}, seed ${seed}, ${Math.round((performance.now() - from) / 1000)} s`)
}

describe('random commands do what the reference ledger does', () => {
  const size = { steps: 40, commandsPerStep: 60, replay: replay ?? String(seed) }
  const run = (makePlace: () => Promise<DatabasePlace>, commands: number) => async () =>
    `${(await runModel(makePlace, { ...size, commands })).commands} commands`

  test('24,000 on SQLite, or ten times as many', () => proof('model on SQLite', run(sqlitePlace, 24_000 * TIMES)))
  test('16,000 on PostgreSQL, or ten times as many', () =>
    proof(
      'model on PostgreSQL',
      run(() => postgresPlace(postgres()), 16_000 * TIMES),
    ))
})

interface Killed {
  readonly place: DatabasePlace
  readonly at: string
  /** What else dies in every fourth round. */
  readonly strike?: () => Promise<void>
  readonly heal?: () => Promise<void>
}

async function killManyTimes({ place, at, strike, heal }: Killed): Promise<string> {
  await (await openShop(place, { stock: STORM_STOCK })).close()
  const all: Acknowledged[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const strikes = strike !== undefined && round % 4 === 3
    const killAfter = 1 + randomAt(seed, round, MOST_ANSWERS)
    const promised = await killInStorm({ at, round, killAfter, ...(strikes && { strike }) })
    if (strikes) await heal?.()
    expect(promised.length).toBeGreaterThan(0)
    await expectKept(place, promised)
    all.push(...promised)
  }
  await expectKept(place, all)
  await place.drop()
  return `${ROUNDS} rounds, ${all.length} answers`
}

describe('a process killed in a storm of 2,000 holds loses nothing it has promised', () => {
  test('SQLite', () =>
    proof('SIGKILL on SQLite', async () => {
      const place = await sqlitePlace()
      return killManyTimes({ place, at: place.file })
    }))

  test('PostgreSQL, which is killed itself in every fourth round', () =>
    proof('SIGKILL on PostgreSQL', async () => {
      const place = await postgresPlace(postgres())
      const { kill, restart } = postgres()
      return killManyTimes({ place, at: place.url, strike: kill, heal: restart })
    }))
})

test('power lost at any length of SQLite’s log: what was promised before is there', () =>
  proof('power loss on SQLite', async () => {
    const place = await sqlitePlace()
    const answers = await cutPower(place, { seed, cuts: 10 })
    await place.drop()
    return `21 cuts, ${answers} answers`
  }))
