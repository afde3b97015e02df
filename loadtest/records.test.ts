// The auditor's look at the database, on a file that the server's own store and ledger have written.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@lantern/server/src/app/openDatabase.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLedgerClient, fillShop } from './ledger/ledgerShop.ts'
import { readRecords } from './records.ts'

let folder: string

beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lantern-records-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

test('pools are counted anew from the lines of the holds', async () => {
  const place = { url: null, file: join(folder, 'lantern.db') }
  const offerIds = await fillShop(await openDatabase(place), 2)
  const client = createLedgerClient(await openDatabase(place), offerIds)
  await client.place({ holdId: 'first', viewerId: 'viewer-one-of-the-show', offer: 0 })
  await client.place({ holdId: 'second', viewerId: 'viewer-two-of-the-show', offer: 0 })
  await client.close()

  const { pools, holds, orders } = readRecords(folder)

  const sums = new Map(
    pools.map(({ id, taken, takenByHolds, paidByHolds }) => [id, { taken, takenByHolds, paidByHolds }]),
  )
  expect(sums.get(offerIds[0] ?? '')).toEqual({ taken: 2, takenByHolds: 2, paidByHolds: 0 })
  expect(sums.get(offerIds[1] ?? '')).toEqual({ taken: 0, takenByHolds: 0, paidByHolds: 0 })
  expect([...holds]).toEqual([
    ['first', 'held'],
    ['second', 'held'],
  ])
  expect(orders.size).toBe(0)
})
