// What is said in one room, in memory: the latest comments, those taken away, those staff look at, who may not write.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { RoomState, Desk } from '@lantern/shared/contract/snapshot.ts'
import type { DeskComment, Standing } from '@lantern/shared/contract/talk.ts'
import { withoutComments } from '@lantern/shared/contract/withoutComments.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import type { RoomDelta, RoomRecord } from './roomReads.ts'

const LATEST_COMMENTS = 50
const LATEST_REMOVED = 50
const LATEST_SILENT = 500
const LATEST_MARKED = 200
const LATEST_STANDINGS = 200

type Said = Pick<RoomState, 'comments' | 'removed' | 'talk' | 'likes'>
type Watched = Pick<Desk, 'marked' | 'standings'>

export interface TalkMemory {
  apply(delta: RoomDelta): void
  /** What everyone sees. */
  said(): Said
  /** The comments as their silently banned author sees them; null: this viewer sees what everyone does. */
  withSilent(viewerId: ViewerId): Comment[] | null
  /** What staff see beside it. */
  watched(): Watched
}

interface Row {
  readonly version: number
}

/** The rows known and told, each in its best version, newest first, without those that are nothing any more. */
function merge<One extends Row>(
  known: readonly One[],
  told: readonly One[],
  { key, isOver, most }: { key(row: One): string; isOver(row: One): boolean; most: number },
): One[] {
  if (told.length === 0) return [...known]
  const rows = new Map([...known, ...told].map((row) => [key(row), row]))
  const kept = [...rows.values()].filter((row) => !isOver(row))
  return kept.sort((a, b) => b.version - a.version).slice(0, most)
}

const MARKED = {
  key: ({ id }: DeskComment) => id,
  isOver: ({ state, reports }: DeskComment) => state === 'erased' || (state === 'shown' && reports === 0),
  most: LATEST_MARKED,
}
const STANDINGS = {
  key: ({ viewerId }: Standing) => viewerId,
  isOver: ({ mutedUntil, ban }: Standing) => mutedUntil === null && ban === null,
  most: LATEST_STANDINGS,
}

function mergeComments(known: readonly Comment[], { comments, removed }: RoomDelta): Comment[] {
  const byId = new Map([...known, ...comments].map((comment) => [comment.id, comment]))
  const latest = [...byId.values()].sort((a, b) => a.seq - b.seq).slice(-LATEST_COMMENTS)
  return removed.length === 0 ? latest : withoutComments(latest, removed)
}

function mergeSaid(said: Said, delta: RoomDelta): Said {
  const { comments, removed, talk, likes } = delta
  if (comments.length + removed.length === 0 && talk === null && likes === null) return said
  const back = new Set(comments.map(({ id }) => id))
  const gone = [...removed, ...said.removed.filter((id) => !back.has(id) && !removed.includes(id))]
  return {
    comments: mergeComments(said.comments, delta),
    removed: gone.slice(0, LATEST_REMOVED),
    talk: talk ?? said.talk,
    likes: Math.max(likes ?? 0, said.likes),
  }
}

/** Those that would be among the latest; a comment that was let through, or erased, is none of them any more. */
function mergeSilent(known: readonly Comment[], delta: RoomDelta, { comments }: Said): Comment[] {
  const { comments: added, silent, removed } = delta
  const over = [...added.map(({ id }) => id), ...removed]
  const oldest = comments.length < LATEST_COMMENTS ? 0 : (comments[0]?.seq ?? 0)
  const all = [...new Map([...known, ...silent].map((comment) => [comment.id, comment])).values()]
  return withoutComments(all, over)
    .filter(({ seq }) => seq >= oldest)
    .slice(-LATEST_SILENT)
}

const ownOf = (silent: readonly Comment[]) => Map.groupBy(silent, ({ viewerId }) => viewerId)

export function createTalkMemory(record: RoomRecord): TalkMemory {
  const { comments, removed, talk, likes, marked, standings } = record
  let silent: readonly Comment[] = record.silent
  let bySilent = ownOf(silent)
  let said: Said = { comments: [...comments], removed: [...removed], talk, likes }
  let watched: Watched = { marked: [...marked], standings: [...standings] }
  return {
    apply: (delta) => {
      said = mergeSaid(said, delta)
      if (silent.length + delta.silent.length > 0) {
        silent = mergeSilent(silent, delta, said)
        bySilent = ownOf(silent)
      }
      watched = {
        marked: merge(watched.marked, delta.marked, MARKED),
        standings: merge(watched.standings, delta.standings, STANDINGS),
      }
    },
    said: () => said,
    withSilent: (viewerId) => {
      const own = bySilent.get(viewerId)
      if (own === undefined) return null
      return [...said.comments, ...own].sort((a, b) => a.seq - b.seq).slice(-LATEST_COMMENTS)
    },
    watched: () => watched,
  }
}
