// The way out: numbered frames to a room's audiences, and a viewer's own news.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Changes } from '@lantern/shared/contract/slices.ts'
import type { Own } from '@lantern/shared/contract/snapshot.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import { randomUUID } from 'node:crypto'
import type { Clock } from '../kit/clock.ts'
import { seenOf, type StaffAudience } from './audiences.ts'
import { type BroadcastParts, createBroadcast } from './broadcast.ts'
import type { Facts } from './facts.ts'
import type { Sampled } from './sampling.ts'
import { roomNames } from './sockets.ts'

/** By author. */
type Silent = ReadonlyMap<ViewerId, readonly Comment[]>

export interface Publisher {
  /** Names this life of the process. */
  readonly epoch: string
  /** One frame for each audience; nothing when there is nothing to tell. */
  publish(showId: ShowId, facts: Facts): void
  /** The same for comments; `silent` are told to their authors in the same frame as the others, so that nothing shows. */
  publishComments(showId: ShowId, sampled: Sampled, silent: Silent): void
  publishOwn(showId: ShowId, own: ReadonlyMap<ViewerId, Changes<Own>>): void
  /** The number of the last frame sent. */
  lastFrame(showId: ShowId, audience: string): number
  /** Sockets of this process in the show's room. */
  countSockets(showId: ShowId): number
}

export interface PublisherParts extends BroadcastParts {
  readonly clock: Clock
  readonly staff: readonly StaffAudience[]
}

const NOBODY: ReadonlySet<string> = new Set()

const inOrder = (comments: readonly Comment[]) => comments.toSorted((a, b) => a.seq - b.seq)

/** `"show":{..},"pins":{..}`: each piece is turned into JSON once, for all audiences. */
function piecesOf(changes: object): string {
  return Object.entries(changes)
    .map(([name, change]) => `"${name}":${JSON.stringify(change)}`)
    .join()
}

function commentsPiece(comments: readonly Comment[]): string {
  return comments.length === 0 ? '' : piecesOf({ comments: { rows: inOrder(comments), removed: [] } })
}

/** Numbers the frames of each audience, for this life of the process; empty parts are left out. */
function createFrames(clock: Clock) {
  const epoch = randomUUID()
  const numbers = new Map<string, number>()
  const part = (of: string, pieces: string) => (pieces === '' ? '' : `,"${of}":{${pieces}}`)
  const next = (name: string) => {
    const n = (numbers.get(name) ?? 0) + 1
    numbers.set(name, n)
    const before = `{"epoch":"${epoch}","n":${n},"now":${clock()}`
    return (room: string, desk = '') => `${before}${part('room', room)}${part('desk', desk)}}`
  }
  return { epoch, next, last: (name: string) => numbers.get(name) ?? 0 }
}

export function createPublisher({ clock, staff, ...parts }: PublisherParts): Publisher {
  const { adapter } = parts.sockets.sockets
  const broadcast = createBroadcast(parts)
  const frames = createFrames(clock)

  const idsIn = (room: string): ReadonlySet<string> => adapter.rooms.get(room) ?? NOBODY
  const countIn = (room: string) => idsIn(room).size
  const send = (name: string, room: string, desk = '') => {
    if (room !== '' || desk !== '') broadcast(idsIn(name), 'frame', frames.next(name)(room, desk))
  }
  const publish = (showId: ShowId, { room, desk }: Facts) => {
    const pieces = piecesOf(room)
    send(roomNames.audience('viewers', showId), pieces)
    for (const audience of staff)
      send(roomNames.audience(audience.name, showId), pieces, piecesOf(seenOf(desk, audience)))
  }
  const tellViewers = (showId: ShowId, everyone: readonly Comment[], silent: Silent) => {
    const viewers = roomNames.audience('viewers', showId)
    const here = [...silent].filter(([viewerId]) => countIn(roomNames.own(showId, viewerId)) > 0)
    if (here.length === 0) return send(viewers, commentsPiece(everyone))
    const frame = frames.next(viewers)
    const own = here.map(([viewerId, comments]) => ({ ids: idsIn(roomNames.own(showId, viewerId)), comments }))
    const authors = new Set(own.flatMap(({ ids }) => [...ids]))
    const others = [...idsIn(viewers)].filter((id) => !authors.has(id))
    broadcast(others, 'frame', frame(commentsPiece(everyone)))
    for (const { ids, comments } of own) broadcast(ids, 'frame', frame(commentsPiece([...everyone, ...comments])))
  }
  const countSockets = (showId: ShowId) =>
    ['viewers', ...staff.map(({ name }) => name)].reduce(
      (sum, name) => sum + countIn(roomNames.audience(name, showId)),
      0,
    )
  return {
    epoch: frames.epoch,
    publish,
    publishComments: (showId, { everyone, staffOnly }, silent) => {
      tellViewers(showId, everyone, silent)
      const pieces = commentsPiece([...everyone, ...staffOnly])
      for (const { name } of staff) send(roomNames.audience(name, showId), pieces)
    },
    publishOwn: (showId, own) => {
      for (const [viewerId, news] of own) {
        const room = roomNames.own(showId, viewerId)
        if (countIn(room) > 0) broadcast(idsIn(room), 'own:changed', JSON.stringify(news))
      }
    },
    lastFrame: (showId, audience) => frames.last(roomNames.audience(audience, showId)),
    countSockets,
  }
}
