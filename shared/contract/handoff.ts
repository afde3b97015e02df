// What travels between the studio and a shop: the signed hand-off link and the webhooks back (CHECKOUT formats).
import * as z from 'zod'
import { Currency, HoldId, Minor, MOST_UNITS, OrderId } from './ids.ts'
import { MOST_TOGETHER } from './placing.ts'

export const HandoffItem = z.object({
  /** As the shop's own catalogue has it. */
  sku: z.string(),
  quantity: z.number().int().positive(),
  /** The price that was promised for one unit, which is what the shop charges. */
  unitPriceMinor: Minor,
  /** The same for all items. */
  currency: Currency,
  /** Which hold of the basket it belongs to; only where there are several. */
  holdId: HoldId.optional(),
})

/** One hold of a basket, and its part of the money. */
export const HandoffHold = z.object({
  holdId: HoldId,
  /** What it comes to; money of the whole is shared out in this proportion. */
  amountMinor: Minor,
})
/** More than one: a single hold has no list. */
const holds = z.array(HandoffHold).min(2).max(MOST_TOGETHER)

export const HandoffDiscount = z.object({ amountMinor: Minor, currency: Currency })

export const HandoffAttribution = z.object({
  /** Not sent yet. */
  sharer: z.string().optional(),
  /** The group by whose link the buyer came: the same text for the same group. */
  group: z.string().optional(),
  /** What staff call it. */
  groupName: z.string().optional(),
  /** The share link by which the buyer came. */
  link: z.string().optional(),
})

export const HandoffPickup = z.object({
  /** The same text for the same place. */
  id: z.string(),
  name: z.string(),
  address: z.string(),
  /** When it is open; null: staff say nothing of it. */
  hours: z.string().nullable(),
  note: z.string().nullable(),
})

/** Claims of the generic hand-off JWT beside iss, aud, iat, exp; `jti` is the hold's id, or a basket's. */
export const HandoffClaims = z.object({
  /**
   * The hold: whatever the shop tells later names it. One order for each, however often the link is opened. Where `holds` is
   * there it is the basket, the same for the same holds, and those name it.
   */
  jti: HoldId,
  /** The holds of a basket, and what each of them comes to; together it is what there is to pay. Only with SHOP_BASKET=several. */
  holds: holds.optional(),
  /** The buyer, by a name that means nothing elsewhere; the same person has the same one. */
  sub: z.string(),
  /** The show it is sold in. */
  show: z.string(),
  items: z.array(HandoffItem).min(1),
  /** What comes off the whole beside the prices of items; of whatever kind, the reason stays with the studio. */
  discounts: z.array(HandoffDiscount),
  attribution: HandoffAttribution,
  /** Where the buyer was told to fetch it; left out: nowhere, or the holds of a basket at several places. */
  pickup: HandoffPickup.optional(),
  /** Where the buyer goes after paying, or instead of it. */
  returnUrl: z.string(),
  /** `en`, `zh-Hans` or `zh-Hant`. */
  locale: z.string(),
})
export type HandoffClaims = z.infer<typeof HandoffClaims>

const isoTime = z.string().max(40)
export const SoldItem = z.object({
  sku: z.string().max(128),
  quantity: z.number().int().positive(),
  unitPriceMinor: Minor,
})
export const OrderData = z.object({
  /** `jti` of the link, where it has no `holds`. */
  holdId: HoldId.optional(),
  /**
   * In its place, where the link has them: `holds` as they stand there. What is paid, or has gone back, is shared out by their
   * amounts; what is one hold's own is told with its `holdId`.
   */
  holds: holds.optional(),
  /** The shop's own number of the order. */
  orderId: OrderId,
  /** What is paid for the goods, without shipping and without taxes that come on top. */
  amountMinor: Minor,
  currency: Currency,
  items: z.array(SoldItem).max(100),
  /** When, as ISO 8601 or in ms since the epoch. */
  at: z.union([isoTime, z.number()]),
})

export const RefundData = OrderData.partial().extend({
  /** What has gone back in all so far, not this time; less than what was paid for a part. Without it: all of it. */
  amountMinor: Minor.optional(),
})

const about = { holdId: HoldId.optional(), holds: holds.optional() }

/** A shop that has sold more than it had says a number below zero: there is nothing to sell. A part of a unit is none. */
const ShopUnits = z.number().transform((units) => Math.min(MOST_UNITS, Math.max(0, Math.floor(units))))

export const CatalogueData = z.object({
  /** Which, where the shop knows. Without it everything may be another; it is all looked at either way. */
  skus: z.array(z.string().min(1).max(128)).max(500).optional(),
})

/** Body of POST /api/shop/events/<endpoint id>, signed as Standard Webhooks 1.0. */
export const ShopEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('checkout.opened'), timestamp: isoTime, data: z.object(about) }),
  /** Placed, and its money is still to be taken. */
  z.object({ type: z.literal('order.authorised'), timestamp: isoTime, data: OrderData }),
  z.object({ type: z.literal('order.paid'), timestamp: isoTime, data: OrderData }),
  z.object({
    type: z.literal('order.cancelled'),
    timestamp: isoTime,
    data: z.object({ ...about, orderId: OrderId.optional() }),
  }),
  z.object({ type: z.literal('order.refunded'), timestamp: isoTime, data: RefundData }),
  z.object({
    type: z.literal('stock.changed'),
    timestamp: isoTime,
    data: z.object({ sku: z.string().min(1).max(128), available: ShopUnits }),
  }),
  /** Prices, names, pictures or the list itself are another: look again. */
  z.object({ type: z.literal('catalogue.changed'), timestamp: isoTime, data: CatalogueData }),
])
export type ShopEvent = z.infer<typeof ShopEvent>

export const WantedItem = z.object({
  /** The shop's own id of the variant, as it stands in the link. */
  id: z.string(),
  sku: z.string(),
  quantity: z.number().int().positive(),
})

export const CodeWanted = z.object({
  /** The hold as the link names it, in `attribution/ref`. */
  holdId: z.string(),
  /** What the link will have in `discounts/codes/0`. The same one again: amount and end of it are now these. */
  code: z.string(),
  /** All of them, in these quantities, or the code is worth nothing. */
  items: z.array(WantedItem).min(1),
  /** What it takes off the whole, once. */
  amountMinor: Minor,
  currency: Currency,
  /** In ms since the epoch; nobody can use it afterwards. */
  expiresAt: z.number().int(),
})

export const CodeEnded = z.object({ holdId: z.string(), code: z.string() })

/** What a UCP shop is asked for at UCP_CODES_URL, signed as Standard Webhooks 1.0; 2xx: it is done. */
export const CodeMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('code.wanted'), timestamp: isoTime, data: CodeWanted }),
  z.object({ type: z.literal('code.ended'), timestamp: isoTime, data: CodeEnded }),
])
export type CodeMessage = z.infer<typeof CodeMessage>
