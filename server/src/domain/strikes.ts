// Against hoarding: holds that expire unpaid count, and too many of them mean a pause.
export interface Strikes {
  /** Holds that expired unpaid since `since`. */
  readonly lapses: number
  readonly since: number
  /** No new hold before. */
  readonly coolUntil: number
}

export interface StrikeRule {
  /** From this many lapses on a pause follows each. */
  readonly limit: number
  readonly coolDownMs: number
  /** Each further pause is twice as long; without it all are the same. */
  readonly doubling: boolean
  /** Lapses are forgotten when the first of them is older. */
  readonly memoryMs: number
}

/** A pause never lasts longer. */
export const LONGEST_COOL_DOWN_MS = 24 * 3_600_000
export const NO_STRIKES: Strikes = { lapses: 0, since: 0, coolUntil: 0 }

export function addLapse(before: Strikes, now: number, rule: StrikeRule): Strikes {
  const isOld = before.lapses === 0 || now - before.since >= rule.memoryMs
  const known = isOld ? { lapses: 0, since: now, coolUntil: before.coolUntil } : before
  const lapses = known.lapses + 1
  if (lapses < rule.limit) return { ...known, lapses }
  const times = rule.doubling ? 2 ** (lapses - rule.limit) : 1
  const pause = Math.min(rule.coolDownMs * times, LONGEST_COOL_DOWN_MS)
  return { ...known, lapses, coolUntil: Math.max(known.coolUntil, now + pause) }
}

export const viewerHolder = (viewerId: string) => `viewer ${viewerId}`
export const sourceHolder = (source: string) => `source ${source}`
/** Where taking and giving back is counted. */
export const givingBack = (holder: string) => `release ${holder}`

/** Every name under which something may count against whoever asks. */
export function holdersOf(viewerIds: readonly string[], sources: readonly string[]): string[] {
  const holders = [...viewerIds.map(viewerHolder), ...sources.map(sourceHolder)]
  return [...holders, ...holders.map(givingBack)]
}
