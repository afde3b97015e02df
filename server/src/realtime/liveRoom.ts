// One room that someone here watches: reads what changed, remembers it, tells it.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Show } from '@lantern/shared/contract/things.ts'
import type { Log } from '../ops/log.ts'
import type { RoomSource } from '../commands/command.ts'
import { createCommentLane, factsOf, groupByViewer } from './facts.ts'
import type { Overlays } from './overlays.ts'
import type { Publisher } from './publisher.ts'
import { createSample, type SamplingRules } from './sampling.ts'
import type { RoomDelta, RoomRecord } from '../room/roomRecord.ts'
import { createRoomMemory, type RoomMemory } from './roomState.ts'
import { createWatchingPace } from './watchingPace.ts'

export interface LiveRoom {
  readonly showId: ShowId
  readonly memory: RoomMemory
  /** Something changed: read it with the next tick. */
  mark(): void
  /** Reads and tells now; calls during a read share one further read. Never throws. */
  refresh(): Promise<void>
  /** The state lane: reads when marked, tells how many watch. */
  tick(viewers: number, now: number): void
  /** The comment lane; `now` in ms, never going back. */
  flushComments(now: number): void
}

export interface LiveRoomParts {
  readonly source: RoomSource
  readonly publisher: Publisher
  readonly overlays: Pick<Overlays, 'tellSold' | 'keepOnly'>
  readonly sampling: Omit<SamplingRules, 'isFirst'>
  /** The show as it was here, and as it is now. */
  readonly onShow: (before: Show, after: Show) => void
  readonly log: Log
}

function createReader(read: () => Promise<void>, log: Log) {
  let running: Promise<void> | null = null
  let again = false
  let failing = false
  let marked = false

  const readOnce = async () => {
    marked = false
    try {
      await read()
      failing = false
    } catch (error) {
      if (!failing) log.error({ err: error }, 'room not read; trying again')
      failing = true
      marked = true
    }
  }
  const run = async () => {
    do {
      again = false
      await readOnce()
    } while (again)
    running = null
  }
  const refresh = () => {
    if (running === null) running = run()
    else again = true
    return running
  }
  return { refresh, mark: () => void (marked = true), isMarked: () => marked }
}

export function createLiveRoom(record: RoomRecord, parts: LiveRoomParts): LiveRoom {
  const { source, publisher, sampling, log, overlays, onShow } = parts
  const memory = createRoomMemory(record)
  const showId = memory.show().id
  const lane = createCommentLane()
  const sample = createSample({
    ...sampling,
    isFirst: ({ fromStaff, viewerId }) => fromStaff || memory.hasBought(viewerId),
  })
  const pace = createWatchingPace()

  const take = (delta: RoomDelta) => {
    const { room, desk, own, inner } = delta
    const before = memory.show()
    const waits = memory.apply(delta)
    if (room.show) onShow(before, room.show)
    lane.drop(room.comments?.removed ?? [])
    lane.add({ comments: room.comments?.rows ?? [], silent: inner.silent ?? [] })
    publisher.publish(showId, factsOf(delta))
    publisher.publishOwn(showId, groupByViewer({ holds: desk.holds ?? [], waits, own }))
    if (desk.orders && desk.orders.length > 0) overlays.tellSold(showId, memory.sold)
    if (inner.overlayKey) overlays.keepOnly(showId, inner.overlayKey)
  }
  const reader = createReader(async () => take(await source.readRoomSince(showId, memory.cursor())), log)
  const tellViewers = (viewers: number, now: number) => {
    if (viewers === memory.viewers() || !pace.isDue(publisher.countSockets(showId), now)) return
    memory.setViewers(viewers)
    publisher.publish(showId, { room: { viewers }, desk: {} })
  }
  return {
    showId,
    memory,
    mark: reader.mark,
    refresh: reader.refresh,
    tick: (viewers, now) => {
      tellViewers(viewers, now)
      if (reader.isMarked()) void reader.refresh()
    },
    flushComments: (now) => {
      const { comments, silent } = lane.take()
      publisher.publishComments(showId, sample(comments, now), silent)
    },
  }
}
