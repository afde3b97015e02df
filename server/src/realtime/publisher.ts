// The way out: numbered frames to a room's audiences, and a viewer's own news.
import type { RoomEvent } from '@lantern/shared/contract/events.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
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
  /** The same for comments; `silent` are told to their authors in the same frame as the others, so that nothing shows. */
  publishComments(showId: ShowId, facts: Facts, silent: ReadonlyMap<ViewerId, readonly Comment[]>): void
  publishOwn(showId: ShowId, own: ReadonlyMap<ViewerId, OwnNews>): void
  /** The number of the last frame sent. */
  lastFrame(showId: ShowId, audience: Audience): number
  /** Sockets of this process in the show's room. */
  countSockets(showId: ShowId): number
}

export interface PublisherParts extends BroadcastParts {
  readonly clock: Clock
}

const NOBODY: ReadonlySet<string> = new Set()
const toJson = (event: RoomEvent) => JSON.stringify(event)

/** Among the comments of the frame, in their order. */
function withOwn(events: readonly RoomEvent[], own: readonly Comment[]): RoomEvent[] {
  const told = events.flatMap((event) => (event.type === 'comments:added' ? event.comments : []))
  const others = events.filter(({ type }) => type !== 'comments:added')
  const comments = [...told, ...own].sort((a, b) => a.seq - b.seq)
  return [...others, { type: 'comments:added', comments }]
}

export function createPublisher({ clock, ...parts }: PublisherParts): Publisher {
  const { adapter } = parts.sockets.sockets
  const broadcast = createBroadcast(parts)
  const epoch = randomUUID()
  const numbers = new Map<string, number>()

  const idsIn = (room: string): ReadonlySet<string> => adapter.rooms.get(room) ?? NOBODY
  const nextFrame = (room: string) => {
    const n = (numbers.get(room) ?? 0) + 1
    numbers.set(room, n)
    const before = `{"epoch":"${epoch}","n":${n},"now":${clock()},"events":[`
    return (events: readonly string[]) => `${before}${events.join()}]}`
  }
  /** Each event is turned into JSON once, for all audiences. */
  const send = (room: string, events: readonly string[]) => {
    if (events.length > 0) broadcast(idsIn(room), 'frame', nextFrame(room)(events))
  }
  const publish: Publisher['publish'] = (showId, { everyone, staffOnly }) => {
    const forAll = everyone.map(toJson)
    send(roomNames.audience('viewers', showId), forAll)
    send(roomNames.audience('staff', showId), [...forAll, ...staffOnly.map(toJson)])
  }
  const countIn = (room: string) => idsIn(room).size
  const countSockets = (showId: ShowId) =>
    countIn(roomNames.audience('viewers', showId)) + countIn(roomNames.audience('staff', showId))
  return {
    epoch,
    publish,
    publishComments: (showId, facts, silent) => {
      const here = [...silent].filter(([viewerId]) => countIn(roomNames.own(showId, viewerId)) > 0)
      if (here.length === 0) return publish(showId, facts)
      const viewers = roomNames.audience('viewers', showId)
      const frame = nextFrame(viewers)
      const own = here.map(([viewerId, comments]) => ({ ids: idsIn(roomNames.own(showId, viewerId)), comments }))
      const authors = new Set(own.flatMap(({ ids }) => [...ids]))
      const others = [...idsIn(viewers)].filter((id) => !authors.has(id))
      broadcast(others, 'frame', frame(facts.everyone.map(toJson)))
      for (const { ids, comments } of own) broadcast(ids, 'frame', frame(withOwn(facts.everyone, comments).map(toJson)))
      send(roomNames.audience('staff', showId), [...facts.everyone, ...facts.staffOnly].map(toJson))
    },
    publishOwn: (showId, own) => {
      for (const [viewerId, news] of own) {
        const room = roomNames.own(showId, viewerId)
        if (countIn(room) > 0) broadcast(idsIn(room), 'own:changed', JSON.stringify(news))
      }
    },
    lastFrame: (showId, audience) => numbers.get(roomNames.audience(audience, showId)) ?? 0,
    countSockets,
  }
}
