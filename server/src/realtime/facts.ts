// What a change of a room means to those in it: facts for everyone, for staff, for one viewer, and the comments that wait for their tick.
import type { RoomEvent } from '@lantern/shared/contract/events.ts'
import type { CommentId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { DeskTotals } from '@lantern/shared/contract/snapshot.ts'
import { withoutComments } from '@lantern/shared/contract/withoutComments.ts'
import type { Comment, DeskHold, Hold, Wait } from '@lantern/shared/contract/things.ts'
import { toOwnHold } from './holdIndex.ts'
import type { RoomDelta } from './roomReads.ts'

/** Facts for everyone in the room, and those that only staff see beside them. */
export interface Facts {
  readonly everyone: readonly RoomEvent[]
  readonly staffOnly: readonly RoomEvent[]
}

/** The facts of a delta but for its comments, which have a lane of their own. */
export function factsOf(delta: RoomDelta, totals: DeskTotals): Facts {
  return { everyone: [...shopFacts(delta), ...talkFacts(delta)], staffOnly: staffFacts(delta, totals) }
}

function shopFacts(delta: RoomDelta): RoomEvent[] {
  const everyone: RoomEvent[] = []
  if (delta.show !== null) everyone.push({ type: 'show:changed', show: delta.show })
  if (delta.pins !== null) everyone.push({ type: 'pins:changed', pins: delta.pins })
  if (delta.sale !== null) everyone.push({ type: 'sale:changed', sale: delta.sale })
  if (delta.buying !== null) everyone.push({ type: 'buying:changed', buying: delta.buying })
  if (delta.offers.length > 0) everyone.push({ type: 'stock:changed', offers: [...delta.offers] })
  return everyone
}

function talkFacts(delta: RoomDelta): RoomEvent[] {
  const everyone: RoomEvent[] = []
  if (delta.removed.length > 0) everyone.push({ type: 'comments:removed', ids: [...delta.removed] })
  if (delta.talk !== null) everyone.push({ type: 'talk:changed', talk: delta.talk })
  if (delta.likes !== null) everyone.push({ type: 'likes:changed', likes: delta.likes })
  return everyone
}

function staffFacts(delta: RoomDelta, totals: DeskTotals): RoomEvent[] {
  const staffOnly: RoomEvent[] = []
  if (delta.marked.length > 0) staffOnly.push({ type: 'comments:marked', comments: [...delta.marked] })
  if (delta.standings.length > 0) staffOnly.push({ type: 'standings:changed', standings: [...delta.standings] })
  if (delta.holds.length > 0) staffOnly.push({ type: 'holds:changed', holds: [...delta.holds], totals })
  if (delta.orders.length > 0) staffOnly.push({ type: 'orders:changed', orders: [...delta.orders], totals })
  return staffOnly
}

/** What one viewer is told: own holds that changed, and own places in line. */
export interface OwnNews {
  readonly holds: Hold[]
  readonly waits: Wait[]
}

export function groupByViewer(
  holds: readonly DeskHold[],
  waits: ReadonlyMap<ViewerId, Wait[]>,
): Map<ViewerId, OwnNews> {
  const news = new Map<ViewerId, OwnNews>()
  for (const [viewerId, own] of waits) news.set(viewerId, { holds: [], waits: own })
  for (const hold of holds) {
    const own = news.get(hold.viewerId) ?? { holds: [], waits: [] }
    own.holds.push(toOwnHold(hold))
    news.set(hold.viewerId, own)
  }
  return news
}

/** What waits for its tick. */
export interface CommentTick {
  readonly events: readonly RoomEvent[]
  /** By author, who alone is to read them. */
  readonly silent: ReadonlyMap<ViewerId, readonly Comment[]>
}

export interface CommentLane {
  add(delta: Pick<RoomDelta, 'comments' | 'silent'>): void
  /** What waits still and was taken away meanwhile is told to nobody. */
  drop(ids: readonly CommentId[]): void
  /** Empties the lane. */
  take(): CommentTick
}

export function createCommentLane(): CommentLane {
  let waiting: Comment[] = []
  let silent: Comment[] = []
  return {
    add: (delta) => {
      waiting.push(...delta.comments)
      silent.push(...delta.silent)
    },
    drop: (ids) => {
      if (ids.length === 0) return
      waiting = withoutComments(waiting, ids)
      silent = withoutComments(silent, ids)
    },
    take: () => {
      const events: RoomEvent[] = waiting.length === 0 ? [] : [{ type: 'comments:added', comments: waiting }]
      const bySilent = Map.groupBy(silent, ({ viewerId }) => viewerId)
      waiting = []
      silent = []
      return { events, silent: bySilent }
    },
  }
}
