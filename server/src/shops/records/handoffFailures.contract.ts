// What every database must hold to for ways to the shop that could not be made: the last of each hold, for every process.
import { expect, describe, test } from 'vitest'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { openShop, SHOW } from '../../ledger/proofs/testShop.ts'
import { createShopRecords } from './createShopRecords.ts'
import type { Database } from '../../database/database.ts'

export function handoffFailuresContract(name: string, makePlace: PlaceMaker): void {
  describe(`ways to the shop that could not be made on ${name}`, () => failures(withShop(makePlace)))
}

const failure = (hold: string, why = 'status 400: no such region') => ({
  holdId: HoldId.parse(hold),
  showId: SHOW,
  skus: ['CUP', 'HAT-S'],
  code: 'SHOP_REFUSED' as const,
  why,
})

function failures(current: ReturnType<typeof withShop>): void {
  const recordsOf = (database: Database) => createShopRecords({ database, onChange: () => undefined })

  test('are known to every process, the newest first, the last one alone of each hold', async () => {
    const { clock, database } = current().shop
    const far = await openShop(current().place, { clock })
    const [near, theirs] = [recordsOf(database), recordsOf(far.database)]

    await near.noteFailure(failure('a'))
    clock.advance(1)
    await theirs.noteFailure(failure('b'))
    clock.advance(1)
    await theirs.noteFailure(failure('a', 'again'))

    const at = clock.now()
    const wanted = [
      { ...failure('a', 'again'), at },
      { ...failure('b'), at: at - 1 },
    ]
    expect(await near.readFailures()).toEqual(wanted)
    expect(await theirs.readFailures()).toEqual(wanted)
    await far.close()
  })

  test('are forgotten when the hold has found its way, and after ten minutes', async () => {
    const { clock, database } = current().shop
    const records = recordsOf(database)
    await records.noteFailure(failure('a'))
    await records.noteFailure(failure('b'))

    await records.forgetFailure(HoldId.parse('a'))
    await records.forgetFailure(HoldId.parse('never'))
    expect(await records.readFailures()).toMatchObject([{ holdId: 'b' }])

    clock.advance(600_001)
    expect(await records.readFailures()).toEqual([])
  })
}
