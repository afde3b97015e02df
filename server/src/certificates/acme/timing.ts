// When a certificate is renewed, and how long to wait after the authority said no; pure.
import { backoff } from '../../kit/backoff.ts'
import type { Validity } from '../pair.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Let's Encrypt takes five failed attempts an hour for one host. */
const PAUSES = { firstMs: 5 * MINUTE_MS, longestMs: 60 * MINUTE_MS }
const LONGEST_TOLD_MS = 8 * DAY_MS

/** With a third of its life left: 30 days for one of 90, two for one of six. */
export function renewAt({ from, until }: Validity): number {
  return until - (until - from) / 3
}

/** Whole days that are left; none is negative. */
export function daysLeft({ until }: Validity, now: number): number {
  return Math.max(0, Math.floor((until - now) / DAY_MS))
}

/** An authority that counts attempts says when the next one may come. */
function toldIn(why: string): number {
  const [, day, time] = /retry after (\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/i.exec(why) ?? []
  const at = Date.parse(`${day ?? ''}T${time ?? ''}Z`)
  return Number.isNaN(at) ? 0 : at
}

/** The nth failure in a row, counted from 1, and what was said. */
export function nextAttemptAt({ failures, why, now }: { failures: number; why: string; now: number }): number {
  return Math.max(now + backoff(failures, PAUSES), Math.min(toldIn(why), now + LONGEST_TOLD_MS))
}
