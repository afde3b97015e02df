// When a webhook that was not taken is sent again, and what an answer means: rules of Standard Webhooks, no I/O.
import type { Answer } from '../../guard/guardedPost.ts'
import type { DeliveryResult } from '../records/webhookRecords.ts'

export type Verdict = 'delivered' | 'gone' | 'throttled' | 'redirected' | 'refused' | 'unreachable'

export interface Judged extends Pick<DeliveryResult, 'state' | 'inMs' | 'throttleMs' | 'gone'> {
  readonly verdict: Verdict
}

export interface JudgeRules {
  /** Pauses before the first, second, ... attempt. */
  readonly scheduleMs: readonly number[]
  readonly now: number
  /** From 0 to 1. */
  readonly chance: number
}

const THROTTLING: ReadonlySet<number> = new Set([429, 502, 503, 504])
/** Nobody may put us off for longer than this. */
const LONGEST_REST_MS = 3_600_000
/** For an endpoint that asks for rest and does not say how long. */
const USUAL_REST_MS = 5000
const JITTER = 0.2

function verdictOf({ status }: Answer): Verdict {
  if (status === null) return 'unreachable'
  if (status >= 200 && status < 300) return 'delivered'
  if (status === 410) return 'gone'
  if (THROTTLING.has(status)) return 'throttled'
  return status >= 300 && status < 400 ? 'redirected' : 'refused'
}

/** `tries`: attempts made, this one included. */
export function judge(answer: Answer, tries: number, rules: JudgeRules): Judged {
  const verdict = verdictOf(answer)
  const over = { verdict, inMs: 0, throttleMs: 0, gone: false }
  if (verdict === 'delivered') return { ...over, state: 'delivered' }
  if (verdict === 'gone') return { ...over, state: 'held', gone: true }

  const throttleMs = verdict === 'throttled' ? restOf(answer.retryAfter, rules.now) : 0
  const pause = rules.scheduleMs[tries]
  if (pause === undefined) return { ...over, state: 'failed', throttleMs }
  const inMs = Math.max(throttleMs, withJitter(pause, rules.chance))
  return { ...over, state: 'pending', inMs, throttleMs }
}

/** Up to a fifth later, so that what failed together does not come back together. */
function withJitter(pauseMs: number, chance: number): number {
  return Math.round(pauseMs * (1 + JITTER * chance))
}

/** `Retry-After` is a number of seconds or a date. */
function restOf(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return USUAL_REST_MS
  const seconds = /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) : Number.NaN
  const asked = Number.isNaN(seconds) ? Date.parse(retryAfter) - now : seconds * 1000
  if (Number.isNaN(asked)) return USUAL_REST_MS
  return Math.min(LONGEST_REST_MS, Math.max(0, asked))
}
