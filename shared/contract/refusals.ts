// Every code a refusal may carry: those of the edge and of the shop's side here, the others as the features name them.
import * as z from 'zod'
import * as features from '../features/features.ts'
import { joinDisjoint, partOf } from './joinDisjoint.ts'

/** Codes that belong to no feature. */
const CORE = {
  // the edge
  BAD_INPUT: 'final',
  NOT_ALLOWED: 'final',
  NOT_JOINED: 'final',
  TOO_MANY: 'retry',
  TRY_AGAIN: 'retry',
  CANNOT_STORE: 'retry',
  INTERNAL: 'retry',
  // identity
  WRONG_LOGIN: 'final',
  LOGIN_NEEDED: 'final',
  SESSION_OVER: 'final',
  PAGE_TOO_OLD: 'final',
  // pages that belong to one phone
  OTHER_PHONE: 'final',
  PASS_WRONG: 'final',
  // hand-off and webhooks
  HANDOFF_INVALID: 'final',
  ENDPOINT_NOT_FOUND: 'final',
  BAD_SIGNATURE: 'final',
  URL_NOT_ALLOWED: 'final',
  // shops
  SHOP_UNREACHABLE: 'retry',
  SHOP_REFUSED: 'final',
  SHOP_CANNOT: 'final',
  PRICE_DIFFERS: 'final',
  BASKET_CHANGED: 'final',
  NOT_TOGETHER: 'final',
  FILE_REFUSED: 'final',
  CURRENCY_CHANGED: 'final',
  // connecting a shop
  VALUE_REFUSED: 'final',
  SET_BY_ENVIRONMENT: 'final',
  TRIP_NOT_PASSED: 'final',
  SECRETS_KEY_MISSING: 'final',
  SECRETS_KEY_WRONG: 'final',
} as const

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

type Features = typeof features
type CodeOf<Feature> = Feature extends { readonly refusals: infer Codes } ? keyof Codes : never
type FeatureCode = { [Name in keyof Features]: CodeOf<Features[Name]> }[keyof Features]

/** An unlisted code does not compile. */
export type RefusalCode = keyof typeof CORE | Extract<FeatureCode, string>

const ALL = joinDisjoint([CORE, ...Object.values(features).map((feature) => partOf(feature, 'refusals'))])
export const REFUSAL_CODES = Object.keys(ALL) as RefusalCode[]
export const RefusalCode = z.enum(REFUSAL_CODES)

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

/** Makes a refusal; `retryable` follows from the code. */
export function refuse<Code extends RefusalCode>(
  code: Code,
  more: { retryAfterMs?: number; detail?: Record<string, unknown> } = {},
): Refusal<Code> {
  return { ok: false, code, retryable: ALL[code] === 'retry', ...more }
}

export function grant<Value>(value: Value): Granted<Value> {
  return { ok: true, value }
}
