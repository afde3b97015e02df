// What a change of a room means to those in it: pieces for everyone, for staff, for one viewer, and the comments that wait for their tick.
import type { CommentId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Changes, joinChanges, OWN_SLICES } from '@lantern/shared/contract/slices.ts'
import type { StaffState, Own, RoomState } from '@lantern/shared/contract/snapshot.ts'
import { withoutComments } from '@lantern/shared/contract/withoutComments.ts'
import type { Comment, StaffHold, Wait } from '@lantern/shared/contract/things.ts'
import { toOwnHold } from './holdIndex.ts'
import type { RoomDelta } from '../room/roomRecord.ts'

/** Pieces for everyone in the room, and those that only staff see beside them. */
export interface Facts {
  readonly room: Changes<RoomState>
  readonly desk: Changes<StaffState>
}

/** What a delta tells at once: all but the comments that were added, which have a lane of their own. */
export function factsOf({ room, desk }: RoomDelta): Facts {
  const { comments, ...others } = room
  const removed = comments?.removed ?? []
  const gone: Changes<RoomState> = removed.length === 0 ? {} : { comments: { rows: [], removed } }
  return { room: { ...withoutEmpty(others), ...gone }, desk: withoutEmpty(desk) }
}

/** No rows are no news. */
function withoutEmpty<State extends object>(changes: State): Partial<State> {
  const isNews = ([, change]: [string, unknown]) =>
    change !== undefined && !(Array.isArray(change) && change.length === 0)
  const kept = new Set(
    Object.entries(changes)
      .filter(isNews)
      .map(([name]) => name),
  )
  const news: Partial<State> = { ...changes }
  for (const name in news) if (!kept.has(name)) delete news[name]
  return news
}

interface OfViewers {
  readonly holds: readonly StaffHold[]
  readonly waits: ReadonlyMap<ViewerId, Wait[]>
  readonly own: RoomDelta['own']
}

/** By viewer: what changed of their own. */
export function groupByViewer({ holds, waits, own }: OfViewers): Map<ViewerId, Changes<Own>> {
  const grouped = new Map<ViewerId, Changes<Own>>()
  const add = (viewerId: ViewerId, changes: Changes<Own>) =>
    grouped.set(viewerId, joinChanges(OWN_SLICES, grouped.get(viewerId) ?? {}, changes))
  for (const hold of holds) add(hold.viewerId, { holds: [toOwnHold(hold)] })
  for (const [viewerId, places] of waits) add(viewerId, { waits: places })
  for (const { viewerId, changes } of own) add(viewerId, changes)
  return grouped
}

/** What waits for its tick. */
export interface CommentTick {
  readonly comments: readonly Comment[]
  /** By author, who alone is to read them. */
  readonly silent: ReadonlyMap<ViewerId, readonly Comment[]>
}

export interface CommentLane {
  add(added: { readonly comments: readonly Comment[]; readonly silent: readonly Comment[] }): void
  /** What waits still and was taken away meanwhile is told to nobody. */
  drop(ids: readonly CommentId[]): void
  /** Empties the lane. */
  take(): CommentTick
}

export function createCommentLane(): CommentLane {
  let waiting: Comment[] = []
  let silent: Comment[] = []
  return {
    add: (added) => {
      waiting.push(...added.comments)
      silent.push(...added.silent)
    },
    drop: (ids) => {
      if (ids.length === 0) return
      waiting = withoutComments(waiting, ids)
      silent = withoutComments(silent, ids)
    },
    take: () => {
      const tick = { comments: waiting, silent: Map.groupBy(silent, ({ viewerId }) => viewerId) }
      waiting = []
      silent = []
      return tick
    },
  }
}
