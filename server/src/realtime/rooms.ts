// The rooms that someone here watches: opened once, kept in step by ticks, nudges and a look at the database each second.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { RoomSource, Rooms } from '../commands/command.ts'
import type { Log } from '../ops/log.ts'
import { createLiveRoom, type LiveRoom, type LiveRoomParts } from './liveRoom.ts'
import type { Presence } from './presence.ts'
import type { Publisher } from './publisher.ts'
import type { RoomMemory } from './roomState.ts'

const TICK_MS = 100
const COMMENTS_EVERY_TICKS = 2
const LOOK_EVERY_TICKS = 10
/** A room without sockets is forgotten after so long. */
const EMPTY_MS = 60_000

export interface RoomsParts {
  readonly source: RoomSource
  readonly publisher: Publisher
  readonly sampling: LiveRoomParts['sampling']
  readonly overlays: LiveRoomParts['overlays']
  readonly onShow: LiveRoomParts['onShow']
  readonly presence: Presence
  readonly log: Log
}

export interface LiveRooms extends Rooms {
  /** Loads the room if nobody here watched it yet; null: there is no such show. */
  open(showId: ShowId): Promise<LiveRoom | null>
  /** Shows changed: their rooms are read with the next tick. */
  mark(showIds: Iterable<ShowId>): void
  /** Another process changed the show: its room is read at once. */
  refresh(showId: ShowId): void
  /** What is in memory here of a show that someone watches; null: nothing. */
  peek(showId: ShowId): RoomMemory | null
  /** The shows that someone here watches. */
  openShows(): readonly ShowId[]
  /** Stops the ticks; frames that wait are sent. Idempotent. */
  close(): void
}

interface Held {
  readonly opened: Promise<LiveRoom | null>
  room: LiveRoom | null
  usedAt: number
}

type Shelf = Map<ShowId, Held>

function createOpener(shelf: Shelf, parts: RoomsParts) {
  const load = async (showId: ShowId) => {
    const record = await parts.source.readRoom(showId)
    if (record === null) return null
    const room = createLiveRoom(record, parts)
    // What changed while it was read was told to nobody.
    room.mark()
    return room
  }
  return async (showId: ShowId): Promise<LiveRoom | null> => {
    const held = shelf.get(showId) ?? { opened: load(showId), room: null, usedAt: 0 }
    held.usedAt = performance.now()
    shelf.set(showId, held)
    try {
      held.room ??= await held.opened
    } catch (error) {
      shelf.delete(showId)
      throw error
    }
    if (held.room === null) shelf.delete(showId)
    return held.room
  }
}

function* openRooms(shelf: Shelf): Generator<LiveRoom> {
  for (const { room } of shelf.values()) if (room !== null) yield room
}

function createLookout(shelf: Shelf, { source, publisher, log }: RoomsParts) {
  let looking = false
  let failing = false
  const forgetEmpty = () => {
    const now = performance.now()
    for (const [showId, held] of shelf) {
      if (publisher.countSockets(showId) > 0) held.usedAt = now
      else if (now - held.usedAt > EMPTY_MS) shelf.delete(showId)
    }
  }
  const look = async () => {
    const cursors = new Map([...openRooms(shelf)].map((room) => [room.showId, room.memory.cursor()]))
    if (cursors.size === 0) return
    for (const showId of await source.findChangedRooms(cursors)) shelf.get(showId)?.room?.mark()
  }
  return async () => {
    forgetEmpty()
    if (looking) return
    looking = true
    try {
      await look()
      failing = false
    } catch (error) {
      if (!failing) log.error({ err: error }, 'database not read for changed rooms; trying again')
      failing = true
    }
    looking = false
  }
}

export function createRooms(parts: RoomsParts): LiveRooms {
  const shelf: Shelf = new Map()
  const open = createOpener(shelf, parts)
  const look = createLookout(shelf, parts)
  let ticks = 0

  const tick = () => {
    ticks += 1
    const now = performance.now()
    for (const room of openRooms(shelf)) {
      room.tick(parts.presence.count(room.showId), now)
      if (ticks % COMMENTS_EVERY_TICKS === 0) room.flushComments(now)
    }
    if (ticks % LOOK_EVERY_TICKS === 0) void look()
  }
  const refresh = (showId: ShowId) => void shelf.get(showId)?.room?.refresh()
  const timer = setInterval(tick, TICK_MS)
  return {
    open,
    findShow: async (showId) => (await open(showId))?.memory.show() ?? null,
    findRoom: async (showId) => (await open(showId))?.memory.roomState() ?? null,
    peek: (showId) => shelf.get(showId)?.room?.memory ?? null,
    openShows: () => [...openRooms(shelf)].map((room) => room.showId),
    announce: refresh,
    refresh,
    mark: (showIds) => {
      for (const showId of showIds) shelf.get(showId)?.room?.mark()
    },
    close: () => {
      clearInterval(timer)
      for (const room of openRooms(shelf)) room.flushComments(performance.now())
    },
  }
}
