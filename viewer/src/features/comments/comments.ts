// The room's comments with one's own, which may be known by its reply before the room tells it, and never told by the room.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'

/** `gone`: one's own, which staff took away: nobody else sees it. */
export interface SaidComment extends Comment {
  readonly gone: boolean
}

/** How many of them came after the one that was the newest. */
export function countNew(comments: readonly Comment[], since: number): number {
  return comments.filter(({ seq }) => seq > since).length
}

export function mergeComments({ comments }: Pick<RoomState, 'comments'>, own: readonly Comment[]): SaidComment[] {
  const oldest = comments.rows[0]?.seq ?? 0
  const removed = new Set(comments.removed)
  const byId = new Map([...own.filter((one) => one.seq >= oldest), ...comments.rows].map((one) => [one.id, one]))
  return [...byId.values()].sort((a, b) => a.seq - b.seq).map((one) => ({ ...one, gone: removed.has(one.id) }))
}
