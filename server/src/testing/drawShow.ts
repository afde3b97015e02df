// A show with draws for tests: the recorded rounds decide, and the clock stands half a minute before one of them.
import { randomUUID } from 'node:crypto'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { MakeActivity } from '../activities/activities.ts'
import { KINDS } from '../activities/kinds.ts'
import { settleDraws } from '../activities/seals/settler.ts'
import { createSharedClock } from '../kit/clock.ts'
import { type DatabasePlace, openShop, SHOW, STAFF, type TestShop } from '../ledger/proofs/testShop.ts'
import { BEFORE_ROUND_1000, createRecordedBeacon, type RecordedBeacon } from './recordedBeacon.ts'
import { claimWin } from '../features/draw/claimWin.ts'

export const DRAW = ActivityId.parse('draw-1')
export const LENGTH_MS = 30_000
export const HOUR_MS = 3_600_000

export interface DrawShow extends TestShop {
  readonly beacon: RecordedBeacon
}

export async function openDrawShow(
  place: DatabasePlace,
  clock = createSharedClock(BEFORE_ROUND_1000),
): Promise<DrawShow> {
  const beacon = createRecordedBeacon(clock)
  return { ...(await openShop(place, { clock, beacon })), beacon }
}

export function aDraw(config: object = {}, more: Partial<MakeActivity> = {}): MakeActivity {
  return {
    activityId: DRAW,
    showId: SHOW,
    kind: 'draw',
    opensAt: null,
    lengthMs: LENGTH_MS,
    start: 'open',
    conditions: [],
    by: STAFF,
    config: { title: 'A mug', productId: null, worth: null, winners: 2, claimMs: HOUR_MS, ...config },
    ...more,
  }
}

export function enter({ ledger }: TestShop, viewer: string, activityId = DRAW) {
  const viewerId = ViewerId.parse(viewer)
  const ids = { showId: SHOW, activityId, viewerId, requestId: randomUUID() }
  return ledger.enter({ ...ids, via: null, watching: null, viewerName: `${viewer}!`, kind: 'draw', entry: {} })
}

/** By the clock; then its round is out. */
export async function closeByClock({ clock, ledger }: TestShop): Promise<void> {
  clock.advance(LENGTH_MS)
  await ledger.sweep(10)
  clock.advance(6000)
}

export const settle = ({ database, ledger, beacon }: DrawShow, pageSize = 3) =>
  settleDraws({ database, ledger, beacon, kinds: KINDS, pageSize })

export async function readDraws({ store }: TestShop) {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  const parts = Map.groupBy(record.own, ({ viewerId }) => String(viewerId))
  const ownOf = (all: readonly (typeof record.own)[number][]) => ({
    entries: all.flatMap(({ changes }) => changes.entries ?? []),
    wins: all.flatMap(({ changes }) => changes.wins ?? []),
  })
  const own = new Map([...parts].map(([who, all]) => [who, ownOf(all)]))
  return { seen: record.room.draws, staff: record.desk.draws, own }
}

export async function readDraw(shop: TestShop, activityId = DRAW) {
  const draw = (await readDraws(shop)).seen.find(({ id }) => id === activityId)
  if (!draw) throw new Error('there is no such draw')
  return draw
}

export function claim({ store }: TestShop, viewer: string, value = 'ann@shop.test') {
  const viewerId = ViewerId.parse(viewer)
  return store.change(claimWin, { showId: SHOW, activityId: DRAW, viewerId, contact: { is: 'email', value } })
}

/** In any of the show's draws. */
export function claimIn({ store }: TestShop, activityId: ActivityId, viewer: string) {
  const contact = { is: 'email', value: `${viewer}@shop.test` } as const
  return store.change(claimWin, { showId: SHOW, activityId, viewerId: ViewerId.parse(viewer), contact })
}
