// A small random run of the ledger beside its reference on each database (seconds); the long one is ledger.deep.test.ts.
import { describe, test } from 'vitest'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { sqlitePlaces } from './ledger.contract.ts'
import { runModel } from './model/modelRun.ts'
import { nobodyGetsPastTheLine, oneBadRequest, saleLimitOverSizes, sweepsKeepTheirLimit } from './planted/scenes.ts'

describe.each([
  ['SQLite', sqlitePlaces, { commands: 500, steps: 7, commandsPerStep: 50 }],
  ['PostgreSQL', postgresPlaces(), { commands: 150, steps: 3, commandsPerStep: 50 }],
] as const)('on %s', (_name, makePlace, size) => {
  const replay = process.env['LEDGER_REPLAY']

  test('random commands do what the reference ledger does', async () => {
    await runModel(makePlace, { ...size, replay })
  })

  test('one bad request fails alone', () => oneBadRequest(makePlace))
  test('nobody gets past those in line when a sale ends by time', () => nobodyGetsPastTheLine(makePlace))
  test('a sale’s limit counts two sizes that are changed at once', () => saleLimitOverSizes(makePlace))
  test('sweeps of one batch keep to the limit of each', () => sweepsKeepTheirLimit(makePlace))
})
