// What every database must hold to for red packets: exactly so many places, sums to the last unit, and what was given is kept.
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { RedPacketEntry } from '@lantern/shared/features/redPacket/contract.ts'
import type { WaitsFor } from '@lantern/shared/activities/waiting.ts'
import type { MakeActivity, MoveActivity } from '../../activities/activities.ts'
import { withShop } from '../../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../../ledger/proofs/ledger.contract.ts'
import { openShop, SHOW, STAFF, START_AT, type TestShop } from '../../ledger/proofs/testShop.ts'
import { createRoomMemory } from '../../realtime/roomState.ts'
import { amountsOf } from './amounts.ts'

const PACKET = ActivityId.parse('packet-1')
const SUM = { how: 'lucky', places: 20, totalMinor: 20_000, leastMinor: 200 } as const

export function redPacketContract(name: string, makePlace: PlaceMaker): void {
  describe(`red packets on ${name}`, () => redPackets(withShop(makePlace)))
  describe(`red packets whose coupons run out on ${name}`, () => runningOut(withShop(makePlace)))
}

function aPacket(config: object = {}, more: Partial<MakeActivity> = {}): MakeActivity {
  return {
    activityId: PACKET,
    showId: SHOW,
    kind: 'redPacket',
    opensAt: null,
    lengthMs: 60_000,
    start: 'open',
    conditions: [],
    by: STAFF,
    config: {
      greeting: 'For all who stayed',
      ...SUM,
      currency: 'CNY',
      fromMinor: 9900,
      productIds: null,
      until: 4_000_000_000_000,
      ...config,
    },
    ...more,
  }
}

function aTap(viewer: string, requestId: string = randomUUID()) {
  const viewerId = ViewerId.parse(viewer)
  const who = { showId: SHOW, activityId: PACKET, viewerId, viewerName: `${viewer}'s name`, via: null, watching: null }
  return { ...who, kind: 'redPacket', entry: null, requestId }
}

async function readRecord({ store }: TestShop) {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  return record
}

async function packetOf(shop: TestShop) {
  const [packet] = (await readRecord(shop)).desk.redPackets ?? []
  if (!packet) throw new Error('there is no red packet')
  return packet
}

const SEED = 'ab'.repeat(32)
const seeded = (bytes: number) => (bytes === 32 ? SEED : randomBytes(bytes).toString('hex'))
const amountOf = (entry: unknown) => RedPacketEntry.parse(entry).amountMinor
const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)
const viewers = (n: number) => Array.from({ length: n }, (_, nth) => `viewer-${nth}`)

/** What those that are still good are worth. */
function couponsIn({ own }: Awaited<ReturnType<typeof readRecord>>): number[] {
  const rewards = own.flatMap(({ changes }) => changes.rewards ?? [])
  return rewards.flatMap(({ what, state }) =>
    state === 'granted' && what.is === 'coupon' && 'minor' in what.off ? [what.off.minor] : [],
  )
}

function redPackets(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const make = (...asked: Parameters<typeof aPacket>) => shop().ledger.makeActivity(aPacket(...asked))
  const tap = (...given: Parameters<typeof aTap>) => shop().ledger.enter(aTap(...given))
  const move = async (act: MoveActivity['act']) =>
    shop().ledger.moveActivity({
      showId: SHOW,
      activityId: PACKET,
      act,
      revision: (await packetOf(shop())).revision,
      by: STAFF,
    })

  test('2,000 taps at once for 20 places: exactly 20, to the last unit, and everyone else is told the truth', async () => {
    await make()

    const replies = await Promise.all(viewers(2000).map((viewer) => tap(viewer)))

    const got = replies.flatMap((reply) => (reply.ok ? [reply.value] : []))
    expect(got.map(({ no }) => no).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
    expect(sumOf(got.map(({ entry }) => amountOf(entry)))).toBe(SUM.totalMinor)
    const codes = replies.flatMap((reply) => (reply.ok ? [] : [reply.code]))
    expect(codes).toHaveLength(1980)
    expect(new Set(codes)).toEqual(new Set(['ACTIVITY_FULL']))
    expect(await packetOf(shop())).toMatchObject({ entries: 20, givenMinor: SUM.totalMinor })
    const coupons = couponsIn(await readRecord(shop()))
    expect([coupons.length, sumOf(coupons)]).toEqual([20, SUM.totalMinor])
    expect(await shop().ledger.check()).toEqual([])
  })

  test('what a place holds was settled before anybody tapped: by the seed, in the order of the taps', async () => {
    const known = await openShop(current().place, { clock: shop().clock, random: seeded })
    await known.ledger.makeActivity(aPacket())

    const amounts: number[] = []
    for (const viewer of viewers(20)) {
      const reply = await tap(viewer)
      if (reply.ok) amounts.push(amountOf(reply.value.entry))
    }

    expect(amounts).toEqual(amountsOf(SEED, SUM))
    await known.close()
  })

  test('the same tap twice, and another tap, are answered alike', async () => {
    await make()

    const first = await tap('ann', 'tap')

    expect(first).toMatchObject({ ok: true, value: { no: 1 } })
    expect(await tap('ann', 'tap')).toEqual(first)
    expect(await tap('ann', 'another')).toEqual(first)
    await Promise.all(viewers(19).map((viewer) => tap(viewer)))
    expect(await tap('ann', 'later')).toEqual(first)
    await move('close')
    expect(await tap('ann', 'tap')).toEqual(first)
    expect(await packetOf(shop())).toMatchObject({ state: 'settled', entries: 20 })
  })

  test('everyone sees how many are left, what was given, and who was luckiest first', async () => {
    await make({ how: 'fixed', places: 2, totalMinor: 1000 })
    expect((await readRecord(shop())).room.redPackets).toMatchObject([
      { givenMinor: 0, luckiest: null, goneAt: null, places: 2, entries: 0 },
    ])

    await tap('ann')
    expect(await packetOf(shop())).toMatchObject({ givenMinor: 500, goneAt: null, entries: 1 })
    shop().clock.advance(41_000)
    await tap('bob')

    const packet = await packetOf(shop())
    expect(packet.luckiest).toEqual({ name: "ann's name", amountMinor: 500 })
    expect((packet.goneAt ?? 0) - (packet.openedAt ?? 0)).toBe(41_000)
    expect(packet.givenMinor).toBe(1000)
  })

  test('whoever was luckiest is nobody once they are erased, what was given stays', async () => {
    await make({ how: 'fixed', places: 2, totalMinor: 1000 })
    await tap('ann')
    const followed = createRoomMemory(await readRecord(shop()))

    await shop().store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('ann'), by: STAFF })

    followed.apply(await shop().store.readRoomSince(SHOW, followed.cursor()))
    expect(followed.roomState().redPackets).toMatchObject([
      { givenMinor: 500, luckiest: { name: null, amountMinor: 500 }, entries: 1 },
    ])
    expect(await shop().ledger.check()).toEqual([])
  })

  test('a draft is for staff alone, and its seed for nobody', async () => {
    const known = await openShop(current().place, { clock: shop().clock, random: seeded })
    await known.ledger.makeActivity(aPacket({}, { start: 'draft' }))

    const record = await readRecord(shop())

    expect(record.room.redPackets).toEqual([])
    expect(record.desk.redPackets).toMatchObject([{ state: 'draft' }])
    expect(JSON.stringify(record)).not.toContain(SEED)
    await known.close()
  })

  test('cancelled it is off every screen, and nobody opens it any more; who has got something has it still', async () => {
    await make()
    const got = await tap('ann', 'tap')

    expect(await move('cancel')).toMatchObject({ ok: true })

    expect(await tap('bob')).toMatchObject({ ok: false, code: 'ACTIVITY_OVER' })
    expect(await tap('ann', 'tap')).toEqual(got)
    expect(couponsIn(await readRecord(shop()))).toEqual([got.ok ? amountOf(got.value.entry) : null])
  })

  test('after a restart the rest is dealt out as it would have been', async () => {
    await make()
    const before = await Promise.all(viewers(7).map((viewer) => tap(viewer)))
    const again = await openShop(current().place, { clock: shop().clock })

    const after = await Promise.all(Array.from({ length: 30 }, (_, n) => again.ledger.enter(aTap(`late-${n}`))))

    const got = [...before, ...after].flatMap((reply) => (reply.ok ? [amountOf(reply.value.entry)] : []))
    expect(got).toHaveLength(20)
    expect(sumOf(got)).toBe(SUM.totalMinor)
    await again.close()
  })

  test('two processes together give exactly 20', async () => {
    await make()
    const other = await openShop(current().place, { clock: shop().clock })

    const replies = await Promise.all(
      viewers(200).map((viewer, n) => (n % 2 === 0 ? shop() : other).ledger.enter(aTap(viewer))),
    )

    const got = replies.flatMap((reply) => (reply.ok ? [amountOf(reply.value.entry)] : []))
    expect([got.length, sumOf(got)]).toEqual([20, SUM.totalMinor])
    expect(await shop().ledger.check()).toEqual([])
    await other.close()
  })

  test('a room that is followed is the room that is read whole', async () => {
    await make()
    const followed = createRoomMemory(await readRecord(shop()))
    const acts = [() => tap('ann'), () => tap('bob'), () => move('close')]

    for (const act of acts) {
      await act()
      followed.apply(await shop().store.readRoomSince(SHOW, followed.cursor()))
      expect(followed.roomState().redPackets).toEqual((await readRecord(shop())).room.redPackets)
    }
  })
}

function runningOut(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const DAY_MS = 86_400_000
  const until = START_AT + DAY_MS
  const draft = async (more: Partial<MakeActivity> = {}) => {
    const made = await shop().ledger.makeActivity(aPacket({ until }, { start: 'draft', ...more }))
    if (!made.ok) throw new Error(made.code)
    return { showId: SHOW, activityId: PACKET, revision: made.value.revision, by: STAFF }
  }
  const isPast = { ok: false, code: 'COUPON_PAST' }

  test('one that is kept cannot be shown any more, nor announced for later than its coupons are good', async () => {
    const seen = await draft({ opensAt: until })
    expect(await shop().ledger.moveActivity({ ...seen, act: 'announce' })).toMatchObject(isPast)

    shop().clock.advance(DAY_MS)

    for (const act of ['announce', 'open'] as const)
      expect(await shop().ledger.moveActivity({ ...seen, act })).toMatchObject(isPast)
    expect(await shop().ledger.moveActivity({ ...seen, act: 'remove' })).toMatchObject({ ok: true })
  })

  test('it is open as long as its coupons are good, at most', async () => {
    const seen = await draft({ lengthMs: 2 * DAY_MS })

    await shop().ledger.moveActivity({ ...seen, act: 'open' })

    expect(await packetOf(shop())).toMatchObject({ state: 'open', closesAt: until })
  })

  test('it cannot be planned for later than its coupons are good', async () => {
    const seen = await draft()
    const plan = (waitsFor: WaitsFor) => shop().ledger.planActivity({ ...seen, waitsFor })

    expect(await plan({ is: 'time', at: until })).toMatchObject(isPast)
    expect(await plan({ is: 'minutes', minutes: DAY_MS / 60_000 })).toMatchObject(isPast)
    expect(await plan({ is: 'time', at: until - 1 })).toMatchObject({ ok: true })
  })

  test('what it waited for comes too late: it opens not, waits no more, and staff see it', async () => {
    const { revision } = await draft({ waitsFor: { is: 'viewers', viewers: 1 } })
    shop().clock.advance(DAY_MS)
    const { clock } = shop()
    const late = await openShop(current().place, { clock, viewersNow: () => [{ showId: SHOW, viewers: 5 }] })

    expect(await late.ledger.sweep(10)).toBe(1)
    expect(await late.ledger.sweep(10)).toBe(0)

    expect(await packetOf(late)).toMatchObject({ state: 'draft', waitsFor: null })
    expect((await packetOf(late)).revision).toBeGreaterThan(revision)
    await late.close()
  })
}
