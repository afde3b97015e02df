// What staff can do on the shop's page about a buyer who could not leave, and about a payment that differs.
import * as z from 'zod'
import { HoldId, Minor, OfferId, OrderId, Units } from './ids.ts'
import { HoldLine } from './things.ts'

/**
 * `offer_less`: the hold is still the buyer's and one of its lines has more than one unit, of which the shop may have fewer.
 * `hold_again`: its time is over; the same units are held for the buyer once more, if they are free and cost no more.
 */
export const FAILURE_ACTS = ['offer_less', 'hold_again'] as const
export const FailureAct = z.enum(FAILURE_ACTS)
export type FailureAct = z.infer<typeof FailureAct>

/** The hold of a failed hand-off as it stands now. */
export const FailedHold = z.object({
  /** The nickname. */
  buyer: z.string(),
  /** `closed`: paid, or authorised, by another way. `over`: expired or let go. */
  state: z.enum(['held', 'paying', 'closed', 'over']),
  lines: z.array(z.object({ offerId: OfferId, sku: z.string(), quantity: Units })),
  /** What there is to do about it now; empty: nothing but to speak with the buyer. */
  acts: z.array(FailureAct),
})
export type FailedHold = z.infer<typeof FailedHold>

/**
 * POST /api/shop/failed (owner, host, assistant) -> {}: `{ "act": "offer_less", "holdId": "…", "offerId": "…", "quantity": 1 }`,
 * fewer than it has, at least one; or `{ "act": "hold_again", "holdId": "…" }`. The failure is gone from the list then.
 */
export const ActOnFailure = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('offer_less'), holdId: HoldId, ...HoldLine.shape }),
  z.strictObject({ act: z.literal('hold_again'), holdId: HoldId }),
])
export type ActOnFailure = z.infer<typeof ActOnFailure>

/** Of a message whose `why` is `payment_differs`: the order that it is about. */
export const ToDecide = z.object({ holdId: HoldId, orderId: OrderId })
export type ToDecide = z.infer<typeof ToDecide>

/**
 * POST /api/shop/decide (owner, host, assistant) -> {}: `{ "holdId": "…", "orderId": "…", "choice": "accept" }`. `accept`: the
 * amount is all right; `refund_back`: the money goes back, by staff at the shop since it differs, and the units are for sale again;
 * `refund_part`: so much of it goes back that it is `backMinor` in all, and the rest is all right.
 */
export const DecidePayment = z.strictObject({
  ...ToDecide.shape,
  choice: z.enum(['accept', 'refund_back', 'refund_part']),
  backMinor: Minor.optional(),
})
export type DecidePayment = z.infer<typeof DecidePayment>

export const ACT_REFUSALS = [
  'HOLD_NOT_FOUND',
  'HOLD_OVER',
  'HOLD_PAYING',
  'OFFER_NOT_FOUND',
  'NOT_OPEN',
  'SALE_OVER',
  'SOLD_OUT',
  'NOT_ENOUGH',
  'LIMIT_REACHED',
  'ALREADY_HELD',
  'PRICE_ROSE',
  'COOL_DOWN',
  'CROWDED_ADDRESS',
] as const
export const DECIDE_REFUSALS = ['ORDER_NOT_FOUND', 'ORDER_SETTLED', 'NOT_ENOUGH_UNITS'] as const
