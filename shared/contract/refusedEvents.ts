// Events of the shop that were refused, as staff read them: when, why, what they named and how often.
import * as z from 'zod'
import { At } from './ids.ts'

/** Anybody can cause these: nobody has proven to be the shop. What such an event names may be made up. */
export const UNPROVEN_REASONS = [
  'wrongHost',
  'unknownEndpoint',
  'noSecret',
  'unsigned',
  'stale',
  'badSignature',
  'tooLarge',
  'unreadable',
] as const

/** The shop itself said this, or another one with the same key (`otherShop`). `unknownHold`, `failed`: it was taken, and could not be put down afterwards. */
export const PROVEN_REASONS = [
  'badJson',
  'badShape',
  'badNumber',
  'badMoney',
  'otherShop',
  'unknownHold',
  'failed',
] as const

export const RefusedReason = z.enum([...UNPROVEN_REASONS, ...PROVEN_REASONS])
export type RefusedReason = z.infer<typeof RefusedReason>

/**
 * Refusals of one kind together: of what nobody has proven those of a minute, of what the shop has signed those of the same
 * event. Names are those of the first of them, as far as they could be read.
 */
export const RefusedEvent = z.object({
  id: z.string(),
  reason: RefusedReason,
  endpointId: z.string(),
  /** The shop's word for what happened, such as `orders/paid`. */
  topic: z.string().nullable(),
  /** The number of the order. */
  order: z.string().nullable(),
  hold: z.string().nullable(),
  /** The part of the message that is not as it should be, or what stood in the way. */
  why: z.string().nullable(),
  bytes: z.number().int().nonnegative(),
  times: z.number().int().positive(),
  firstAt: At,
  lastAt: At,
})
export type RefusedEvent = z.infer<typeof RefusedEvent>

/** GET /api/shop/refused (staff): at most 100, those of the last time first. */
export const RefusedEvents = z.object({ refused: z.array(RefusedEvent) })
