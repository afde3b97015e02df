// Every code a refusal may carry; each has words in three languages (shared/ui/words).
import * as z from 'zod'

export const REFUSAL_CODES = [
  // the edge
  'BAD_INPUT',
  'NOT_ALLOWED',
  'NOT_JOINED',
  'TOO_MANY',
  'TRY_AGAIN',
  'CANNOT_STORE',
  'INTERNAL',
  // identity
  'WRONG_LOGIN',
  'LOGIN_NEEDED',
  'SESSION_OVER',
  'PAGE_TOO_OLD',
  // shows
  'SHOW_NOT_FOUND',
  'SHOW_NOT_LIVE',
  'SHOW_ENDED',
  'START_IN_PAST',
  'PRODUCT_NOT_FOUND',
  // flash sales
  'SALE_NOT_FOUND',
  'SALE_RUNNING',
  'SALE_OVER',
  'PRICE_NOT_LOWER',
  'NOT_ENOUGH_UNITS',
  // the desk
  'BELOW_TAKEN',
  'ORDER_NOT_FOUND',
  'ORDER_SETTLED',
  // holds
  'OFFER_NOT_FOUND',
  'NOT_OPEN',
  'SOLD_OUT',
  'NOT_ENOUGH',
  'LIMIT_REACHED',
  'PRICE_ROSE',
  'ALREADY_HELD',
  'HOLD_ID_TAKEN',
  'TOO_EARLY',
  'HOLD_NOT_FOUND',
  'HOLD_OVER',
  'HOLD_PAYING',
  'COOL_DOWN',
  'CROWDED_ADDRESS',
  'NOT_SOLD_OUT',
  // talk
  'COMMENT_EMPTY',
  'COMMENT_TOO_LONG',
  'COMMENT_ID_TAKEN',
  'COMMENT_NOT_FOUND',
  'SLOW_DOWN',
  'CROWDED_COMMENTS',
  'MUTED',
  'BANNED',
  'COMMENTS_OFF',
  'WATCH_FIRST',
  'BUYERS_ONLY',
  'WORD_BLOCKED',
  'VIEWER_NOT_FOUND',
  'WORDS_CHANGED',
  // comment to buy
  'KEYWORD_TAKEN',
  'KEYWORD_UNFIT',
  'NOTHING_TO_HOLD',
  // media
  'MEDIA_UNAVAILABLE',
  'MEDIA_ELSEWHERE',
  'TRANSPORT_NOT_FOUND',
  'CANNOT_CONSUME',
  // hand-off and webhooks
  'HANDOFF_INVALID',
  'ENDPOINT_NOT_FOUND',
  'BAD_SIGNATURE',
  'URL_NOT_ALLOWED',
  // shops
  'SHOP_UNREACHABLE',
  'SHOP_REFUSED',
  'SHOP_CANNOT',
  'FILE_REFUSED',
  'PRICE_NOT_CARRIED',
] as const

/** Refusals that any command may meet at the edge. */
export const EDGE_REFUSALS = [
  'BAD_INPUT',
  'NOT_ALLOWED',
  'NOT_JOINED',
  'SESSION_OVER',
  'TOO_MANY',
  'TRY_AGAIN',
  'CANNOT_STORE',
  'INTERNAL',
] as const

export const RefusalCode = z.enum(REFUSAL_CODES)
export type RefusalCode = z.infer<typeof RefusalCode>

/** What a refusal may tell beside its code, always small and safe to show. */
export const RefusalDetail = z.record(z.string(), z.unknown())

export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly ok: false
  readonly code: Code
  /** Whether the same command may succeed later without the person changing anything. */
  readonly retryable: boolean
  readonly retryAfterMs?: number
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface Granted<Value> {
  readonly ok: true
  readonly value: Value
}

export type Outcome<Value, Code extends RefusalCode = RefusalCode> = Granted<Value> | Refusal<Code>

const RETRYABLE: ReadonlySet<RefusalCode> = new Set([
  'TOO_MANY',
  'TRY_AGAIN',
  'CANNOT_STORE',
  'INTERNAL',
  'TOO_EARLY',
  'CROWDED_ADDRESS',
  'CROWDED_COMMENTS',
  'MEDIA_UNAVAILABLE',
  'SHOP_UNREACHABLE',
])

/** Makes a refusal; `retryable` follows from the code. */
export function refuse<Code extends RefusalCode>(
  code: Code,
  more: { retryAfterMs?: number; detail?: Record<string, unknown> } = {},
): Refusal<Code> {
  return { ok: false, code, retryable: RETRYABLE.has(code), ...more }
}

export function grant<Value>(value: Value): Granted<Value> {
  return { ok: true, value }
}
