// Red packets and draws whose process is killed: what was told before stays, and what comes of them is the same, once.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { RedPacketEntry } from '@lantern/shared/features/redPacket/contract.ts'
import type { EnterActivity, MakeActivity } from '../../../activities/activities.ts'
import { createSharedClock } from '../../../kit/clock.ts'
import { openShop, SHOW, STAFF, START_AT, type DatabasePlace, type TestShop } from '../testShop.ts'

export interface CrashOrders {
  /** File or url. */
  readonly at: string
  /** What its clock says. */
  readonly now: number
  /** The red packet that it makes and opens; it dies with its nth answer, or is killed when all is over. */
  readonly packet?: { readonly id: string; readonly killAfter: number }
  /** It settles what is due, and dies at its nth request for that. */
  readonly dies?: { readonly nth: number; readonly when: 'before' | 'meanwhile' | 'after'; readonly afterMs: number }
}

/** A place that a viewer was told. */
export interface Opened {
  readonly viewer: string
  readonly requestId: string
  readonly no: number
  readonly amountMinor: number
}

const PLACES = 20
const TOTAL_MINOR = 20_000
const CHILD = fileURLToPath(new URL('../crashPlays.ts', import.meta.url))

export function aPacket(activityId: ActivityId): MakeActivity {
  const sum = { how: 'lucky', places: PLACES, totalMinor: TOTAL_MINOR, leastMinor: 200 }
  const coupon = { currency: 'USD', fromMinor: 0, productIds: null, until: 4_000_000_000_000 }
  const life = { opensAt: null, lengthMs: 600_000, start: 'open', conditions: [], by: STAFF } as const
  return { activityId, showId: SHOW, kind: 'redPacket', ...life, config: { greeting: null, ...sum, ...coupon } }
}

export function aTap(
  activityId: ActivityId,
  { viewer, requestId }: Pick<Opened, 'viewer' | 'requestId'>,
): EnterActivity {
  const who = { viewerId: ViewerId.parse(viewer), viewerName: viewer, via: null, watching: null }
  return { showId: SHOW, activityId, kind: 'redPacket', ...who, entry: null, requestId }
}

function start(orders: CrashOrders): ChildProcess & { stdout: NodeJS.ReadableStream } {
  return spawn(process.execPath, [CHILD, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Opens a packet in a process that dies with so many answers, before anything else can happen; answers with them. */
export async function killWhileOpening(at: string, packet: string, killAfter: number): Promise<Opened[]> {
  const child = start({ at, now: START_AT, packet: { id: packet, killAfter } })
  const told: Opened[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const said: Opened | 'over' = JSON.parse(line)
    if (said === 'over') child.kill('SIGKILL')
    else told.push(said)
  }
  return told
}

/** Settles in a process that kills itself at its nth request; throws where there was nothing to die of. */
export async function dieWhileSettling(orders: CrashOrders): Promise<void> {
  const child = start(orders)
  child.stdout.once('data', () => child.kill('SIGTERM'))
  const [, signal] = await once(child, 'exit')
  assert.equal(signal, 'SIGKILL', 'it was over before its time to die came')
}

/** Whoever was told a place has it; the rest of them go once each, and all come to the sum that was promised. */
export async function expectPacketKept(place: DatabasePlace, packet: string, told: readonly Opened[]): Promise<void> {
  const shop = await openShop(place, { clock: createSharedClock(START_AT) })
  try {
    const activityId = ActivityId.parse(packet)
    // Looked at first: whoever was lost and taps again in the same order would get the same place.
    await expectStored(shop, activityId, told)
    await expectSameAnswers(shop, activityId, told)
    // Where it was killed before the packet was made it is made now.
    await shop.ledger.makeActivity(aPacket(activityId))
    await expectTheRestGoes(shop, activityId)
    assert.deepEqual(await shop.ledger.check(), [])
  } finally {
    await shop.close()
  }
}

async function expectStored({ store }: TestShop, activityId: ActivityId, told: readonly Opened[]): Promise<void> {
  const own = (await store.readRoom(SHOW))?.own ?? []
  const kept = own.flatMap(({ viewerId, changes }) =>
    (changes.entries ?? []).flatMap((one) => (one.activityId === activityId ? [`${viewerId} ${one.no}`] : [])),
  )
  const lost = told.filter(({ viewer, no }) => !kept.includes(`${viewer} ${no}`))
  assert.deepEqual(lost, [], 'told and lost')
}

async function expectSameAnswers({ ledger }: TestShop, activityId: ActivityId, told: readonly Opened[]): Promise<void> {
  const again = await Promise.all(
    told.map(async ({ viewer, requestId }) => {
      const outcome = await ledger.enter(aTap(activityId, { viewer, requestId }))
      if (!outcome.ok) return { viewer, requestId, code: outcome.code }
      const { no, entry } = outcome.value
      return { viewer, requestId, no, amountMinor: RedPacketEntry.parse(entry).amountMinor }
    }),
  )
  assert.deepEqual(again, told, 'told and lost')
}

async function expectTheRestGoes({ ledger, store }: TestShop, activityId: ActivityId): Promise<void> {
  const names = Array.from({ length: 3 * PLACES }, (_, n) => `late-${n}`)
  await Promise.all(names.map((viewer) => ledger.enter(aTap(activityId, { viewer, requestId: 'late' }))))
  const record = await store.readRoom(SHOW)
  const entries = (record?.own ?? []).flatMap(({ changes }) => changes.entries ?? [])
  const rewards = (record?.own ?? []).flatMap(({ changes }) => changes.rewards ?? [])
  const opened = entries.filter((one) => one.activityId === activityId)
  const amounts = opened.map(({ entry }) => RedPacketEntry.parse(entry).amountMinor)
  const offs = rewards.flatMap((one) =>
    one.activityId === activityId && one.what.is === 'coupon' && 'minor' in one.what.off ? [one.what.off.minor] : [],
  )
  const numbers = opened.map(({ no }) => no).toSorted((a, b) => a - b)
  assert.deepEqual(
    numbers,
    Array.from({ length: PLACES }, (_, nth) => nth + 1),
    'exactly the places',
  )
  assert.equal(sumOf(amounts), TOTAL_MINOR)
  assert.deepEqual(offs.toSorted(), amounts.toSorted(), 'one coupon of as much for each')
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0)

/** When its time is over it says what was given: all of it. */
export async function expectSettled(place: DatabasePlace, packets: readonly string[]): Promise<void> {
  const shop = await openShop(place, { clock: createSharedClock(START_AT + 600_000) })
  try {
    await shop.ledger.sweep(1000)
    const record = await shop.store.readRoom(SHOW)
    const told = (record?.desk.redPackets ?? []).filter(({ id }) => packets.includes(id))
    const wrong = told.filter(
      ({ state, entries, givenMinor }) => state !== 'settled' || entries !== PLACES || givenMinor !== TOTAL_MINOR,
    )
    assert.deepEqual(wrong, [])
    assert.ok(told.length > 0)
    assert.deepEqual(await shop.ledger.check(), [])
  } finally {
    await shop.close()
  }
}
