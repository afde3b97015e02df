// How many people one address may bring in a minute: a script without cookies is somebody else with every request.
import type { Clock } from '../../kit/clock.ts'

/** A carrier may put a whole audience behind one address; a script behind one writes no more rows than this. */
export const MOST_A_MINUTE = 600
/** Whose click on a sharer's link is kept, counted or not: it says until when the link brings them. */
export const MOST_CLICKS_A_MINUTE = 10 * MOST_A_MINUTE
const MINUTE_MS = 60_000

/** Says of each open whether its person is counted. In memory, for this process. */
export function createAddressPace(clock: Clock, most = MOST_A_MINUTE): (source: string) => boolean {
  let minute = 0
  let seen = new Map<string, number>()
  return (source) => {
    const now = Math.floor(clock() / MINUTE_MS)
    if (now !== minute) seen = new Map()
    minute = now
    const count = (seen.get(source) ?? 0) + 1
    seen.set(source, count)
    return count <= most
  }
}
