// ledger:check reads a database alone, wherever it is, and tells drift, its absence and its own failure apart.
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { Client } from 'pg'
import { DatabaseSync } from 'node:sqlite'
import { runHere, runProgram } from '../testing/commands.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { type CheckedPlace, runCheck, runLedgerCheck } from './runLedgerCheck.ts'
import { aHold, openShop, sqlitePlace } from '../ledger/proofs/testShop.ts'
import type { DatabasePlace } from '../ledger/proofs/testShop.ts'

const SCRIPT = fileURLToPath(new URL('../cli/ledgerCheck.ts', import.meta.url))
const SPOIL = `update offers set free = free - 1 where taken > 0`
const places = postgresPlaces()

async function sellOne(place: DatabasePlace): Promise<void> {
  const shop = await openShop(place)
  await shop.ledger.place(aHold('a', 'va', [[shop.offers.cup, 1]]))
  await shop.close()
}

async function checkHere(place: CheckedPlace) {
  const lines: string[] = []
  const code = await runCheck(place, (line) => lines.push(line))
  return { code, lines }
}

const drifted = { code: 1, lines: expect.arrayContaining([expect.stringContaining('I1 -1 units: offer')]) }

describe('ledger:check', () => {
  test('of a SQLite file: 0 when all holds, 1 with the rows that drifted', async () => {
    const place = await sqlitePlace()
    const checked = { url: null, file: place.file }
    await sellOne(place)

    expect(await checkHere(checked)).toEqual({ code: 0, lines: ['ledger:check: I1, I2 and I4 hold'] })
    const file = new DatabaseSync(place.file)
    file.exec(SPOIL)
    file.close()
    expect(await checkHere(checked)).toMatchObject(drifted)
    await place.drop()
  })

  test('of PostgreSQL: the same, also by DATABASE_URL alone', async () => {
    const place = await places()
    await sellOne(place)

    expect(await checkHere({ url: place.url, file: '' })).toMatchObject({ code: 0 })
    const client = new Client({ connectionString: place.url })
    await client.connect()
    await client.query(SPOIL)
    await client.end()
    expect(await runProgram(SCRIPT, { env: { DATABASE_URL: place.url ?? '' } })).toMatchObject(drifted)
    await place.drop()
  })

  test('2 when it cannot be made: no file, no server, an absurd address', async () => {
    expect(await checkHere({ url: null, file: '/nowhere/shop.db' })).toMatchObject({ code: 2 })
    expect(await checkHere({ url: 'postgres://nobody@127.0.0.1:1/none', file: '' })).toMatchObject({ code: 2 })
    expect(await runHere(runLedgerCheck, { env: { DATABASE_URL: 'mysql://host/shop' } })).toMatchObject({ code: 2 })
  })
})
