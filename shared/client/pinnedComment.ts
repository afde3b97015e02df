// The comment that stands above the others, as long as it is there to be seen.
import type { RoomState } from '../contract/snapshot.ts'
import type { Comment } from '../contract/things.ts'

export function pinnedComment(room: Pick<RoomState, 'talk' | 'comments'> | null): Comment | null {
  const pinned = room?.talk.pinned ?? null
  return pinned !== null && room?.comments.removed.includes(pinned.id) ? null : pinned
}
