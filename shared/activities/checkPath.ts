// Where anyone checks what came of an activity with a seal.
import type { ActivityId } from '../contract/ids.ts'

export function checkPath(activityId: ActivityId): string {
  return `/v/${encodeURIComponent(activityId)}`
}
