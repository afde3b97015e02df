// What a batch knows of those who enter what gives something away: who has paid, how crowded their addresses are, how often they have won.
import type { ForGroups } from '../sharing/readGrouped.ts'
import type { ForTiers } from '../sharing/readTiers.ts'
import type { ForSharing } from '../sharing/readSharing.ts'

export interface Entrants {
  /** Those of the batch's viewers who may be without history and have an order that is paid. */
  readonly payers: ReadonlySet<string>
  /** By `crowdKey`: how many entries count against the address. Grows with the batch. */
  readonly crowds: Map<string, number>
  /** By `wonKey`: how often the viewer has entered one of the kind lately, over all shows. Grows with the batch. */
  readonly won: Map<string, number>
}

export interface ForEntrants extends ForSharing, ForGroups, ForTiers {
  readonly entrants: Entrants
}

/** How far back what was won counts: thirty days, so that nobody has to know in which place a month begins. */
export const WON_WITHIN_MS = 30 * 86_400_000

export const crowdKey = (activityId: string, crowd: string) => `${activityId} ${crowd}`
export const wonKey = (kind: string, viewerId: string) => `${kind} ${viewerId}`

export function noEntrants(): Entrants {
  return { payers: new Set(), crowds: new Map(), won: new Map() }
}
