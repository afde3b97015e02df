/** What the shop remembers: checkouts, orders, webhooks still to deliver, and what the studio has said. */
import { z } from 'zod'

export const LineItem = z.object({
  sku: z.string().min(1).max(200),
  quantity: z.number().int().positive().max(10_000),
  unitPriceMinor: z.number().int().nonnegative().max(1_000_000_000),
})
export type LineItem = z.infer<typeof LineItem>

/** One hold of several that left in one basket, and what it comes to. */
export const BasketHold = z.object({
  holdId: z.string().min(1).max(200),
  amountMinor: z.number().int().nonnegative(),
})

export const Pickup = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  hours: z.string().nullable(),
  note: z.string().nullable(),
})

export const Attribution = z.object({
  sharer: z.string().optional(),
  group: z.string().optional(),
  groupName: z.string().optional(),
  link: z.string().optional(),
})

export const Checkout = z.object({
  id: z.string(),
  /** Of a basket its own name. */
  holdId: z.string(),
  holds: z.array(BasketHold).nullable().default(null),
  show: z.string().nullable(),
  buyer: z.string().nullable(),
  items: z.array(LineItem),
  discountMinor: z.number().int().nonnegative().default(0),
  currency: z.string(),
  attribution: Attribution.nullable(),
  /** Where the buyer fetches it; null: it is sent. */
  pickup: Pickup.nullable().default(null),
  returnUrl: z.string().nullable(),
  locale: z.enum(['en', 'zh-Hans', 'zh-Hant']).nullable(),
  openedAt: z.number(),
  expiresAt: z.number(),
  cancelledAt: z.number().nullable(),
})
export type Checkout = z.infer<typeof Checkout>

export const Order = z.object({
  orderId: z.string(),
  checkoutId: z.string(),
  holdId: z.string(),
  holds: z.array(BasketHold).nullable().default(null),
  amountMinor: z.number().int(),
  currency: z.string(),
  items: z.array(LineItem),
  discountMinor: z.number().int().nonnegative().default(0),
  at: z.number(),
  /** The share link that led here; null when nobody shared it. */
  via: z.string().nullable(),
  attribution: Attribution.nullable(),
  /** Where the buyer fetches it; null: it is sent. */
  pickup: Pickup.nullable().default(null),
  refundedAt: z.number().nullable().default(null),
})
export type Order = z.infer<typeof Order>

export const OutgoingEvent = z.object({
  /** Sent as `webhook-id`, the same over all retries. */
  id: z.string(),
  holdId: z.string(),
  type: z.string(),
  body: z.string(),
  createdAt: z.number(),
  /** Not sent before then: a payment that comes late. */
  notBefore: z.number().default(0),
})
export type OutgoingEvent = z.infer<typeof OutgoingEvent>

/** What the studio has said, once for each webhook-id. */
export const News = z.object({
  id: z.string(),
  type: z.string(),
  at: z.number(),
  data: z.record(z.string(), z.unknown()),
})
export type News = z.infer<typeof News>

export const ShopRecords = z.object({
  nextOrderNumber: z.number().int(),
  checkouts: z.array(Checkout),
  orders: z.array(Order),
  outbox: z.array(OutgoingEvent),
  news: z.array(News).default([]),
})
export type ShopRecords = z.infer<typeof ShopRecords>

export function emptyRecords(): ShopRecords {
  return { nextOrderNumber: 10_001, checkouts: [], orders: [], outbox: [], news: [] }
}
