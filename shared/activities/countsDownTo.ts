// The moment to which pages count down for an activity.
import type { ActivityLife } from './activity.ts'

type Shown = Pick<ActivityLife, 'state' | 'opensAt' | 'closesAt' | 'lengthMs'>

/** Null: none. One without a length ends only with what it gives, perhaps in days, and what it gives says until when. */
export function countsDownTo({ state, opensAt, closesAt, lengthMs }: Shown): number | null {
  if (state === 'announced') return opensAt
  return state === 'open' && lengthMs !== null ? closesAt : null
}
