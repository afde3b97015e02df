// A room's state in a few letters, to compare hundreds of clients.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { createHash } from 'node:crypto'

/** As many comments as a snapshot brings; clients that stayed have older ones, too. */
const COMMENTS = 50

export function digestOf(room: RoomState | null): string {
  if (room === null) return 'nothing'
  const { show, pins, sale, offers, viewers, comments } = room
  const latest = [...comments].sort((a, b) => a.seq - b.seq).slice(-COMMENTS)
  const state = JSON.stringify({ show, pins, sale, offers, viewers, comments: latest })
  return createHash('sha256').update(state).digest('base64url').slice(0, 12)
}
