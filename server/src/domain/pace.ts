// How fast viewers without history behind one address may do together what costs nothing: a store that fills up again.
import { hasHistory, type Identity } from './crowd.ts'

export interface Pace {
  /** So many at once. */
  readonly most: number
  /** And one more after each so many ms. */
  readonly everyMs: number
}

/**
 * Four a second are a fifth of what a screen shows by default, and sixty at once are a hall that answers the host; one script
 * can fill neither the screen nor the disk.
 */
export const COMMENT_PACE: Pace = { most: 60, everyMs: 250 }

/** Thirty who tap as fast as they can, then forty taps a second. */
export const LIKE_PACE: Pace = { most: 600, everyMs: 25 }

const BYTES_OF_ONE = 200

/** A long comment counts as several: one for each 200 bytes begun, which are some 65 Chinese characters. */
export function commentCost(text: string): number {
  return Math.max(1, Math.ceil(Buffer.byteLength(text) / BYTES_OF_ONE))
}

/** How many are there now; `fullAt`: when all will be there again. Never fewer than none, should the clock have been set back. */
export function leftOf({ most, everyMs }: Pace, fullAt: number, now: number): number {
  const missingMs = Math.min(Math.max(0, fullAt - now), most * everyMs)
  return most - Math.ceil(missingMs / everyMs)
}

export interface Taken {
  readonly fullAt: number
  /** Ms until there are enough; 0: they were taken. */
  readonly waitMs: number
}

export function takePaced(pace: Pace, fullAt: number, { now, cost }: { now: number; cost: number }): Taken {
  const { most, everyMs } = pace
  const latest = now + most * everyMs
  const from = Math.min(Math.max(now, fullAt), latest)
  const after = from + cost * everyMs
  return after <= latest ? { fullAt: after, waitMs: 0 } : { fullAt: from, waitMs: after - latest }
}

/** Of a show: since when it is there, and whether its limits for one address hold. */
export interface PacedShow {
  readonly created_at: number
  readonly crowd: 'on' | 'met' | 'lifted'
}

/** Whether what the viewer does counts against its address. */
export function isPaced(show: PacedShow, identity: Identity): boolean {
  return show.crowd !== 'lifted' && !hasHistory(identity, show.created_at)
}
