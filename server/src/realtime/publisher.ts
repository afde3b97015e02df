// The way out: numbered frames to a room's audiences, and a viewer's own news.
import type { RoomEvent } from '@lantern/shared/contract/events.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import { type BroadcastParts, createBroadcast } from './broadcast.ts'
import type { Facts, OwnNews } from './facts.ts'
import { type Audience, roomNames } from './sockets.ts'

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

export interface PublisherParts extends BroadcastParts {
  readonly clock: Clock
}

const toJson = (event: RoomEvent) => JSON.stringify(event)

export function createPublisher({ clock, ...parts }: PublisherParts): Publisher {
  const { adapter } = parts.sockets.sockets
  const broadcast = createBroadcast(parts)
  const epoch = randomUUID()
  const numbers = new Map<string, number>()

  /** Each event is turned into JSON once, for all audiences. */
  const send = (room: string, events: readonly string[]) => {
    if (events.length === 0) return
    const n = (numbers.get(room) ?? 0) + 1
    numbers.set(room, n)
    broadcast(room, 'frame', `{"epoch":"${epoch}","n":${n},"now":${clock()},"events":[${events.join()}]}`)
  }
  const countIn = (room: string) => adapter.rooms.get(room)?.size ?? 0
  const countSockets = (showId: ShowId) =>
    countIn(roomNames.audience('viewers', showId)) + countIn(roomNames.audience('staff', showId))
  return {
    epoch,
    publish: (showId, { everyone, staffOnly }) => {
      const forAll = everyone.map(toJson)
      send(roomNames.audience('viewers', showId), forAll)
      send(roomNames.audience('staff', showId), [...forAll, ...staffOnly.map(toJson)])
    },
    publishOwn: (showId, own) => {
      for (const [viewerId, news] of own) {
        const room = roomNames.own(showId, viewerId)
        if (countIn(room) > 0) broadcast(room, 'own:changed', JSON.stringify(news))
      }
    },
    lastFrame: (showId, audience) => numbers.get(roomNames.audience(audience, showId)) ?? 0,
    countSockets,
  }
}
