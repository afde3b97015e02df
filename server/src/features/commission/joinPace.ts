// How many may become sharers from one address in an hour: a script without cookies is somebody else with every request.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Clock } from '../../kit/clock.ts'

/** Many of an audience may be behind one address; a script behind one fills no list of sharers. */
export const MOST_AN_HOUR = 60
const HOUR_MS = 3_600_000

interface Joining {
  readonly viewerId: ViewerId
  /** Null: where they come from is not known. */
  readonly source: string | null
}

export interface JoinPace {
  /** How long they have to wait; null: not at all, and they are counted. */
  take(joining: Joining): number | null
}

/** In memory, for this process. */
export function createJoinPace({ clock, paces }: { readonly clock: Clock; readonly paces: boolean }): JoinPace {
  let hour = 0
  let seen = new Map<string, Set<ViewerId>>()
  return {
    take({ viewerId, source }) {
      if (!paces || source === null) return null
      const now = clock()
      if (Math.floor(now / HOUR_MS) !== hour) seen = new Map()
      hour = Math.floor(now / HOUR_MS)
      const joined = seen.get(source) ?? new Set()
      if (joined.size >= MOST_AN_HOUR && !joined.has(viewerId)) return (hour + 1) * HOUR_MS - now
      seen.set(source, joined.add(viewerId))
      return null
    },
  }
}
