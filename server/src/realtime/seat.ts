// Where one socket sits: which show it has joined, and how it comes in and leaves.
import type { ShowId, Via, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Snapshot } from '@lantern/shared/contract/snapshot.ts'
import type { Clock } from '../kit/clock.ts'
import type { Session } from '../commands/bind.ts'
import type { Anyone, Entered, Ports } from '../commands/command.ts'
import type { Absence } from './absence.ts'
import { deskFor, STAFF } from './audiences.ts'
import type { Introduction } from './handshake.ts'
import type { LiveRoom } from './liveRoom.ts'
import type { Presence } from './presence.ts'
import type { Overlays } from './overlays.ts'
import type { Publisher } from './publisher.ts'
import type { LiveRooms } from './rooms.ts'
import type { WatchTime } from '../commands/watchTime.ts'
import { roomNames, type RoomSocket } from './sockets.ts'

export interface SeatParts {
  readonly rooms: LiveRooms
  readonly publisher: Publisher
  readonly presence: Presence
  readonly absence: Absence
  readonly watchTime: Pick<WatchTime, 'came' | 'left'>
  readonly overlays: Overlays
  readonly sfu: Pick<Ports['sfu'], 'closePeer'>
  readonly clock: Clock
}

export interface Seat {
  readSession(): Omit<Session, 'confirm'>
  /** Leaves the show and closes what the socket had of its picture. Idempotent. */
  leave(): void
}

const LEAST_SPREAD_MS = 1_000
const MOST_SPREAD_MS = 15_000

/** About 1 ms per socket: how long clients should spread their return. */
export function spreadOf(sockets: number): number {
  return Math.min(MOST_SPREAD_MS, Math.max(LEAST_SPREAD_MS, sockets))
}

function audienceOf(person: Anyone): string {
  return person.kind === 'staff' ? STAFF[person.role].name : 'viewers'
}

function takeSnapshot({ publisher, clock }: SeatParts, { memory, showId }: LiveRoom, person: Anyone): Snapshot {
  const { viewerId, name } = person
  return {
    epoch: publisher.epoch,
    frame: publisher.lastFrame(showId, audienceOf(person)),
    serverNow: clock(),
    room: memory.roomStateOf(viewerId),
    self: { viewerId, name, role: person.kind === 'staff' ? person.role : 'viewer' },
    own: memory.own(viewerId),
    desk: person.kind === 'staff' ? deskFor(STAFF[person.role], memory.desk()) : null,
  }
}

function comes({ presence, absence, watchTime }: SeatParts, showId: ShowId, viewerId: ViewerId): void {
  if (!presence.peopleOf(showId).has(viewerId)) watchTime.came(showId, viewerId)
  presence.add(showId, viewerId)
  absence.came(showId, viewerId)
}

function goes({ presence, absence, watchTime }: SeatParts, showId: ShowId, viewerId: ViewerId): void {
  presence.remove(showId, viewerId)
  if (!presence.peopleOf(showId).has(viewerId)) watchTime.left(showId, viewerId)
  absence.left(showId, viewerId)
}

export function createSeat(parts: SeatParts, socket: RoomSocket, { person, via, mediaOf }: Introduction): Seat {
  const { rooms, publisher, sfu } = parts
  let seated: { showId: ShowId; via: Via | null } | null = mediaOf === null ? null : { showId: mediaOf, via }

  const namesOf = (showId: ShowId) => {
    const audience = roomNames.audience(audienceOf(person), showId)
    if (person.kind === 'overlay') return [audience]
    return [audience, roomNames.own(showId, person.viewerId), roomNames.media(showId)]
  }
  const leave = () => {
    if (seated === null) return
    const { showId } = seated
    seated = null
    for (const name of namesOf(showId)) void socket.leave(name)
    if (person.kind === 'overlay') parts.overlays.remove(socket, person)
    if (person.kind === 'viewer' && mediaOf === null) goes(parts, showId, person.viewerId)
    sfu.closePeer({ showId, peerId: socket.id })
  }
  const sit = (showId: ShowId, joinedVia: Via | null) => {
    if (seated?.showId !== showId) {
      leave()
      if (person.kind === 'viewer') comes(parts, showId, person.viewerId)
      if (person.kind === 'overlay') parts.overlays.add(socket, person)
      void socket.join(namesOf(showId))
    }
    seated = { showId, via: joinedVia ?? via }
  }
  /** From `sit` to the snapshot nothing waits: no frame can slip in between. */
  const enter = async (showId: ShowId, joinedVia: Via | null): Promise<Entered | null> => {
    const room = await rooms.open(showId)
    if (room === null || !socket.connected) return null
    sit(showId, joinedVia)
    const snapshot = takeSnapshot(parts, room, person)
    if (person.kind === 'overlay') socket.emit('sold:changed', { sold: room.memory.sold() })
    return { snapshot, reconnectSpreadMs: spreadOf(publisher.countSockets(showId)) }
  }
  if (mediaOf !== null) void socket.join(roomNames.media(mediaOf))
  return {
    leave,
    readSession: () => ({
      person,
      socketId: socket.id,
      showId: seated?.showId ?? null,
      via: seated?.via ?? via,
      isMediaOnly: mediaOf !== null,
      enter,
    }),
  }
}
