// Fetches what is published of a draw.
import type { Proof, Published } from '@lantern/shared/contract/published.ts'

export type { Proof, Published }

/** `none`: there is no such draw; `failed`: it could not be read now. */
export type Read = Published | 'none' | 'failed'

const pathOf = (activityId: string) => `/v/${encodeURIComponent(activityId)}.json`

export async function readPublished(activityId: string): Promise<Read> {
  const answer = await fetch(pathOf(activityId), { headers: { accept: 'application/json' } }).catch(() => null)
  if (answer === null) return 'failed'
  if (answer.status === 404) return 'none'
  return answer.ok ? ((await answer.json()) as Published) : 'failed'
}
