// What travels between the studio and a shop: the signed hand-off link and the webhooks back (CHECKOUT formats).
import * as z from 'zod'
import { Currency, HoldId, Minor, MOST_UNITS, OrderId } from './ids.ts'

export const HandoffItem = z.object({
  sku: z.string(),
  quantity: z.number().int().positive(),
  unitPriceMinor: Minor,
  currency: Currency,
})

/** Claims of the generic hand-off JWT beside iss, aud, iat, exp; `jti` is the hold's id. */
export const HandoffClaims = z.object({
  jti: HoldId,
  sub: z.string(),
  show: z.string(),
  items: z.array(HandoffItem).min(1),
  /** What comes off the whole beside the prices of items; of whatever kind, the reason stays with the studio. */
  discounts: z.array(z.object({ amountMinor: Minor, currency: Currency })),
  attribution: z.object({ sharer: z.string().optional(), group: z.string().optional(), link: z.string().optional() }),
  returnUrl: z.string(),
  locale: z.string(),
})
export type HandoffClaims = z.infer<typeof HandoffClaims>

const isoTime = z.string().max(40)
const orderData = z.object({
  holdId: HoldId,
  orderId: OrderId,
  amountMinor: Minor,
  currency: Currency,
  items: z
    .array(z.object({ sku: z.string().max(128), quantity: z.number().int().positive(), unitPriceMinor: Minor }))
    .max(100),
  at: z.union([isoTime, z.number()]),
})

/** A shop that has sold more than it had says a number below zero: there is nothing to sell. A part of a unit is none. */
const ShopUnits = z.number().transform((units) => Math.min(MOST_UNITS, Math.max(0, Math.floor(units))))

/** Body of POST /api/shop/events/<endpoint id>, signed as Standard Webhooks 1.0. */
export const ShopEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('checkout.opened'), timestamp: isoTime, data: z.object({ holdId: HoldId }) }),
  /** Placed, and its money is still to be taken. */
  z.object({ type: z.literal('order.authorised'), timestamp: isoTime, data: orderData }),
  z.object({ type: z.literal('order.paid'), timestamp: isoTime, data: orderData }),
  z.object({
    type: z.literal('order.cancelled'),
    timestamp: isoTime,
    data: z.object({ holdId: HoldId, orderId: OrderId.optional() }),
  }),
  z.object({
    /** `amountMinor`: what has gone back in all so far, less than what was paid for a part; without it: all of it. */
    type: z.literal('order.refunded'),
    timestamp: isoTime,
    data: orderData.partial().extend({ holdId: HoldId }),
  }),
  z.object({
    type: z.literal('stock.changed'),
    timestamp: isoTime,
    data: z.object({ sku: z.string().min(1).max(128), available: ShopUnits }),
  }),
])
export type ShopEvent = z.infer<typeof ShopEvent>
