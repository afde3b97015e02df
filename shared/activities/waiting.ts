// What a draft of an activity waits for, so that it opens by itself while the show is live.
import * as z from 'zod'
import { SetAt } from '../contract/ids.ts'

export const MOST_WAIT_MINUTES = 1440
export const MOST_WAIT_VIEWERS = 1_000_000

export const WaitsFor = z.discriminatedUnion('is', [
  /** So long after the start of the show. */
  z.strictObject({ is: z.literal('minutes'), minutes: z.number().int().min(1).max(MOST_WAIT_MINUTES) }),
  /** That moment; where the show is not live then, its start. */
  z.strictObject({ is: z.literal('time'), at: SetAt }),
  /** So many people in the room at once, by the number that the room shows. */
  z.strictObject({ is: z.literal('viewers'), viewers: z.number().int().min(1).max(MOST_WAIT_VIEWERS) }),
])
export type WaitsFor = z.infer<typeof WaitsFor>

export interface Standing {
  readonly now: number
  /** When the show went live; null: it is not live. */
  readonly liveAt: number | null
  /** Null: not known here. */
  readonly viewers: number | null
}

/** Null: it has none, or the show that it counts from is not live. */
export function momentOf(waitsFor: WaitsFor | null, liveAt: number | null): number | null {
  if (waitsFor?.is === 'time') return waitsFor.at
  return waitsFor?.is === 'minutes' && liveAt !== null ? liveAt + waitsFor.minutes * 60_000 : null
}

export function isReached(waitsFor: WaitsFor, { now, liveAt, viewers }: Standing): boolean {
  if (liveAt === null) return false
  if (waitsFor.is === 'minutes') return liveAt + waitsFor.minutes * 60_000 <= now
  if (waitsFor.is === 'time') return waitsFor.at <= now
  return viewers !== null && viewers >= waitsFor.viewers
}
