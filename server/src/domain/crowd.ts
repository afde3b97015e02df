// How much of an offer one address may keep from others through identities that cost nothing.

/** Of one address, as far as its viewers have no history. */
export interface CrowdRule {
  /** Of what is allotted, in per cent; 100: no limit. */
  readonly percent: number
  /** A household may always have so many. */
  readonly atLeast: number
  /** Of a draw, in which places are not scarce but chances are: so many entries. */
  readonly entries: number
}

/** Per cent. */
export const NO_LIMIT = 100

/** Units that may be held unpaid at once. */
export function unitsPerCrowd(allotted: number, { percent, atLeast }: Omit<CrowdRule, 'entries'>): number {
  if (percent >= NO_LIMIT) return Infinity
  return Math.max(atLeast, Math.floor((allotted * percent) / 100))
}

/** Entries into one draw. */
export function entriesPerCrowd({ percent, entries }: CrowdRule): number {
  return percent >= NO_LIMIT ? Infinity : entries
}

export interface Identity {
  /** When its cookie was first given; undefined: it is vouched for by staff, or older than what we know. */
  readonly issuedAt?: number | undefined
  /** Whether it has paid an order that stands. */
  readonly hasPaid: boolean
}

/** Identities are free to make, history is not: a cookie from before the show was made, or an order that was paid. */
export function hasHistory({ issuedAt, hasPaid }: Identity, showCreatedAt: number): boolean {
  return hasPaid || issuedAt === undefined || issuedAt < showCreatedAt
}

/** How many places in line of an offer count against an address. */
export interface CrowdPlaces {
  readonly offer_id: string
  readonly crowd: string | null
  readonly places: number
}
