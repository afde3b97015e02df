// The comments of silently banned viewers, which each of them alone sees among the others.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import { withoutComments } from '@lantern/shared/contract/withoutComments.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { RoomDelta } from '../room/roomRecord.ts'

const KEPT = 500
/** As many as a snapshot tells. */
const TOLD = 50

export interface SilentComments {
  /** `said`: what everyone sees after the same change. */
  apply(delta: RoomDelta, said: RoomState['comments']): void
  /** What everyone sees, as this viewer sees it; null: just so. */
  among(said: RoomState['comments'], viewerId: ViewerId): RoomState['comments'] | null
}

export function createSilentComments(first: readonly Comment[]): SilentComments {
  let silent: readonly Comment[] = first
  let byAuthor = groupByAuthor(silent)
  return {
    apply: (delta, said) => {
      const news = delta.inner.silent ?? []
      if (silent.length + news.length === 0) return
      silent = stillSilent([...silent, ...news], delta, said)
      byAuthor = groupByAuthor(silent)
    },
    among: (said, viewerId) => {
      const own = byAuthor.get(viewerId)
      if (own === undefined) return null
      return { ...said, rows: [...said.rows, ...own].sort((a, b) => a.seq - b.seq).slice(-TOLD) }
    },
  }
}

const groupByAuthor = (comments: readonly Comment[]) => Map.groupBy(comments, ({ viewerId }) => viewerId)

/** Those that would be among the latest; a comment that was let through, or erased, is none of them any more. */
function stillSilent(all: readonly Comment[], { room }: RoomDelta, said: RoomState['comments']): Comment[] {
  const { rows = [], removed = [] } = room.comments ?? {}
  const oldest = said.rows.length < TOLD ? 0 : (said.rows[0]?.seq ?? 0)
  const latest = [...new Map(all.map((comment) => [comment.id, comment])).values()]
  return withoutComments(latest, [...rows.map(({ id }) => id), ...removed])
    .filter(({ seq }) => seq >= oldest)
    .slice(-KEPT)
}
