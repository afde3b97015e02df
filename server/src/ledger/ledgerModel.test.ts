// A small random run of the ledger on SQLite; the long one is ledger.deep.test.ts.
import { test } from 'vitest'
import { sqlitePlaces } from './ledger.contract.ts'
import { runModel } from './modelRun.ts'

test('random commands never break I1, I2 or I4', { timeout: 60_000 }, async () => {
  await runModel(sqlitePlaces, { runs: 3, steps: 8, commandsPerStep: 25 })
})
