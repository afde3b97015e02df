// Fetches what is published of a draw or a red packet.
import type { Proof, Published, PublishedPacket } from '@lantern/shared/contract/published.ts'

export type { Proof, Published, PublishedPacket }

/** `none`: there is no such activity; `failed`: it could not be read now. */
export type Read = Published | PublishedPacket | 'none' | 'failed'

const pathOf = (activityId: string) => `/v/${encodeURIComponent(activityId)}.json`

export async function readPublished(activityId: string): Promise<Read> {
  const answer = await fetch(pathOf(activityId), { headers: { accept: 'application/json' } }).catch(() => null)
  if (answer === null) return 'failed'
  if (answer.status === 404) return 'none'
  return answer.ok ? ((await answer.json()) as Published | PublishedPacket) : 'failed'
}

/** It has no names, and its amounts are no draw. */
export function isPacket(published: Published | PublishedPacket): published is PublishedPacket {
  return published.proof.format === 'lantern-packet-1'
}
