// The way out: numbered frames to a room's audiences, and a viewer's own news.
import type { RoomEvent } from '@lantern/shared/contract/events.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Facts, OwnNews } from './facts.ts'
import { type Audience, roomNames, type Sockets } from './sockets.ts'

export interface Publisher {
  /** Names this life of the process. */
  readonly epoch: string
  /** One frame for each audience; nothing when there is nothing to tell. */
  publish(showId: ShowId, facts: Facts): void
  publishOwn(showId: ShowId, own: ReadonlyMap<ViewerId, OwnNews>): void
  /** The number of the last frame sent. */
  lastFrame(showId: ShowId, audience: Audience): number
  /** Sockets of this process in the show's room. */
  countSockets(showId: ShowId): number
}

export function createPublisher(sockets: Sockets, clock: Clock): Publisher {
  const epoch = randomUUID()
  const numbers = new Map<string, number>()

  const send = (room: string, events: readonly RoomEvent[]) => {
    if (events.length === 0) return
    const n = (numbers.get(room) ?? 0) + 1
    numbers.set(room, n)
    sockets.to(room).emit('frame', { epoch, n, now: clock(), events: [...events] })
  }
  const countIn = (room: string) => sockets.sockets.adapter.rooms.get(room)?.size ?? 0
  return {
    epoch,
    publish: (showId, { everyone, staffOnly }) => {
      send(roomNames.audience('viewers', showId), everyone)
      send(roomNames.audience('staff', showId), [...everyone, ...staffOnly])
    },
    publishOwn: (showId, own) => {
      for (const [viewerId, news] of own) {
        const room = roomNames.own(showId, viewerId)
        if (countIn(room) > 0) sockets.to(room).emit('own:changed', news)
      }
    },
    lastFrame: (showId, audience) => numbers.get(roomNames.audience(audience, showId)) ?? 0,
    countSockets: (showId) =>
      countIn(roomNames.audience('viewers', showId)) + countIn(roomNames.audience('staff', showId)),
  }
}
