// A room's state in a few letters, to compare hundreds of clients.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { createHash } from 'node:crypto'

/** As many comments as a snapshot brings; clients that stayed have older ones, too. */
const COMMENTS = 50

/** A few letters for each part, so that two which differ show where. */
export function digestOf(room: RoomState | null): string {
  if (room === null) return 'nothing'
  const { show, pins, sale, offers, viewers, comments } = room
  const latest = [...comments.rows].sort((a, b) => a.seq - b.seq).slice(-COMMENTS)
  const ids = latest.map(({ id }) => id)
  const span = `${latest[0]?.seq ?? 0}-${latest.at(-1)?.seq ?? 0}`
  const parts = { show, pins, sale, offers, viewers, ids, latest }
  const letters = Object.entries(parts).map(([name, part]) => `${name} ${hashOf(part)}`)
  return [...letters, `comments ${span}`].join(', ')
}

function hashOf(part: unknown): string {
  return createHash('sha256').update(JSON.stringify(part)).digest('base64url').slice(0, 6)
}
