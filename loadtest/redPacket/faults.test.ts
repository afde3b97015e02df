// The auditor reads a packet of the server's own: as it is it passes, and with any planted fault it does not.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { RedPacketEntry } from '@lantern/shared/features/redPacket/contract.ts'
import { aDraw } from '@lantern/server/src/testing/drawShow.ts'
import { openLargeDraw } from '@lantern/server/src/testing/largeDraw.ts'
import { auditPacket } from './audit.ts'
import { FAULT_NAMES, plantFault } from './faults.ts'
import { RUSH, type Tapped } from './plan.ts'
import { judgeRush } from './verdict.ts'

const PACKET = ActivityId.parse('packet')
const PLAN = { ...RUSH, taps: 40 }
const { places, totalMinor, leastMinor } = PLAN
let folder: string
let taps: Tapped[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-rush-'))
  const shop = await openLargeDraw({ url: null, file: join(folder, 'shop.db') })
  const coupon = { currency: 'USD', fromMinor: 0, productIds: null, until: 4_000_000_000_000 }
  const config = { greeting: null, how: 'lucky', places, totalMinor, leastMinor, ...coupon }
  const made = aDraw({}, { activityId: PACKET, kind: 'redPacket', config })
  await shop.ledger.makeActivity(made)
  const { showId } = made
  taps = await Promise.all(
    Array.from({ length: PLAN.taps }, async (_, nth) => {
      const viewerId = ViewerId.parse(`v${nth}`)
      const who = { showId, activityId: PACKET, viewerId, via: null, watching: null }
      const outcome = await shop.ledger.enter({ ...who, kind: 'redPacket', entry: null, requestId: 'tap' })
      if (!outcome.ok) return { ok: false, code: outcome.code, no: null, amountMinor: null, ms: 1 }
      const { amountMinor } = RedPacketEntry.parse(outcome.value.entry)
      return { ok: true, code: null, no: outcome.value.no, amountMinor, ms: 1 }
    }),
  )
  await shop.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const judge = () => judgeRush({ joined: PLAN.taps, taps, audit: auditPacket(folder, PACKET), plan: PLAN })

test('as the server wrote it it passes', () => {
  expect(judge().checks.filter(({ ok }) => !ok)).toEqual([])
})

test.each(FAULT_NAMES)('with the fault “%s” it does not', (fault) => {
  plantFault(folder, PACKET, fault)

  expect(judge().pass).toBe(false)
})

test('a fault that changes nothing is none', () => {
  expect(() => plantFault(folder, 'nowhere', 'sum')).toThrow('changed nothing')
})
