// The room's comments with one's own, which may be known by its reply before the room tells it.
import type { Comment } from '@lantern/shared/contract/things.ts'

export function mergeComments(room: readonly Comment[], own: readonly Comment[]): Comment[] {
  const oldest = room[0]?.seq ?? 0
  const byId = new Map([...own.filter((one) => one.seq >= oldest), ...room].map((one) => [one.id, one]))
  return [...byId.values()].sort((a, b) => a.seq - b.seq)
}
