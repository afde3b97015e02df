// The things of a show as clients see them: product, offer, pin, flash sale, hold, order, comment.
import * as z from 'zod'
import {
  At,
  CommentId,
  Currency,
  HoldId,
  Minor,
  OfferId,
  OrderId,
  ProductId,
  SaleId,
  ShowId,
  Units,
  VariantId,
  Version,
  ViewerId,
} from './ids.ts'

export const LOCALES = ['en', 'zh-Hans', 'zh-Hant'] as const
export const Locale = z.enum(LOCALES)
export type Locale = z.infer<typeof Locale>

/** A text in one or more languages; a reader takes its own, else English, else the first there is. */
export const LocalText = z.partialRecord(Locale, z.string().max(300))
export type LocalText = z.infer<typeof LocalText>

export const Variant = z.object({ id: VariantId, sku: z.string(), title: LocalText.nullable() })
export type Variant = z.infer<typeof Variant>

/** `picture` is a path on this server; `number` is the place in the rundown, from 1. */
export const Product = z.object({
  id: ProductId,
  number: z.number().int().positive(),
  title: LocalText,
  picture: z.string(),
  variants: z.array(Variant).min(1),
})
export type Product = z.infer<typeof Product>

/** `lock_on_hold`: a hold takes its units for its minutes; `first_paid`: units are taken only while paying and paid. */
export const HoldPolicy = z.enum(['lock_on_hold', 'first_paid'])
export type HoldPolicy = z.infer<typeof HoldPolicy>

/** A pool's public numbers: `free + taken = allotted`, `paid` is part of `taken`. */
const pool = { allotted: Units, free: Units, taken: Units, paid: Units }

/** One variant in one show. `shopPriceMinor` is the shop's own price, `priceMinor` the live one (the same outside a lower live price). */
export const Offer = z.object({
  id: OfferId,
  productId: ProductId,
  variantId: VariantId,
  priceMinor: Minor,
  shopPriceMinor: Minor,
  currency: Currency,
  ...pool,
  perViewer: Units,
  policy: HoldPolicy,
  holdMs: z.number().int().positive(),
  /** People in line for it. */
  waiting: Units,
  /** Holds on it that took units and expired unpaid since its policy was last set. */
  lapsed: Units,
  /** Staff took its product out of the show: nothing is sold of it. */
  withdrawn: z.literal(true).optional(),
  /** Several shows sell its variant from one stock. What that has beside: `more` units; none (`last`), others may come back; all are paid. */
  shared: z.enum(['more', 'last', 'gone']).optional(),
  version: Version,
})
export type Offer = z.infer<typeof Offer>

export const MOST_PINS = 3

/** Pinned products in order, the first one in front. */
export const Pins = z.object({ productIds: z.array(ProductId).max(MOST_PINS), version: Version })
export type Pins = z.infer<typeof Pins>

/**
 * A flash sale on one product. Announced until `opensAt`, open until `closesAt` (a tap made before and still on its way is
 * honoured for `graceMs`), over at `endedAt` (set when it was stopped, ran out of units or of time, or the show ended).
 */
export const FlashSale = z.object({
  id: SaleId,
  productId: ProductId,
  priceMinor: Minor,
  currency: Currency,
  ...pool,
  perViewer: Units,
  opensAt: At,
  closesAt: At,
  graceMs: z.number().int().nonnegative(),
  endedAt: At.nullable(),
  endReason: z.enum(['time', 'stopped', 'sold_out', 'show_ended']).nullable(),
  version: Version,
})
export type FlashSale = z.infer<typeof FlashSale>

export const HoldState = z.enum([
  'held',
  'paying',
  'authorised',
  'paid',
  'late_paid',
  'released',
  'expired',
  'refunded',
])
export type HoldState = z.infer<typeof HoldState>

/** The highest limit a viewer may have on an offer, and so the most of it that one hold can come to, however often it grows. */
export const MOST_PER_VIEWER = 999
/** Units of one offer that one viewer asks for or has. */
export const Quantity = z.number().int().min(1).max(MOST_PER_VIEWER)

export const HoldLine = z.object({ offerId: OfferId, quantity: Quantity })
export type HoldLine = z.infer<typeof HoldLine>

/** A line with the price of one unit that was seen: a dearer one is not granted. */
export const SeenLine = HoldLine.extend({ priceMinor: Minor })
export type SeenLine = z.infer<typeof SeenLine>

/** A coupon comes off lines at their prices; every other kind is such a price. Shops are never told which it was. */
export const ADJUSTMENT_KINDS = ['sale_price', 'step_price', 'group_price', 'tier_price', 'coupon'] as const

/**
 * What is taken off a line, over all its units, and the sale, step, group, tier or coupon that it comes from. Of the prices a
 * line has at most one, the lowest; and of coupons a hold has one.
 */
export const Adjustment = z.object({
  kind: z.enum(ADJUSTMENT_KINDS),
  ref: z.string(),
  amountMinor: Minor,
})
export type Adjustment = z.infer<typeof Adjustment>

/**
 * A line with the price frozen when the hold was granted; `saleId` names the flash sale it also draws from. `unitPriceMinor`: one
 * unit at the lowest price; a coupon's share comes off the whole line.
 */
export const GrantedLine = HoldLine.extend({
  saleId: SaleId.nullable(),
  unitPriceMinor: Minor,
  adjustments: z.array(Adjustment),
})
export type GrantedLine = z.infer<typeof GrantedLine>

/** The group by whose link a hold's buyer came, and where its people fetch what they bought: as they were when it was granted. */
export const HeldGroup = z.object({
  id: z.string(),
  name: z.string(),
  /** The code of the link. */
  link: z.string(),
  /** Null: from whoever leads the group, or as they agree. */
  point: z
    .object({
      id: z.string(),
      name: z.string(),
      address: z.string(),
      hours: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
})
export type HeldGroup = z.infer<typeof HeldGroup>

/** `expiresAt` is the deadline on the server's clock; `checkoutPath` is where the next tap leads (a 303 to the shop). */
export const Hold = z.object({
  id: HoldId,
  showId: ShowId,
  state: HoldState,
  lines: z.array(GrantedLine).min(1),
  currency: Currency,
  totalMinor: Minor,
  grantedAt: At,
  expiresAt: At,
  checkoutPath: z.string(),
  orderId: OrderId.nullable(),
  /** Its units are kept for it now; under first paid they are not before the buyer is at the checkout. */
  reserved: z.boolean(),
  /** Made by the server for a viewer whose turn in the waitlist had come. */
  waited: z.boolean(),
  /** Left out: its buyer came by no group's link. */
  group: HeldGroup.optional(),
  version: Version,
})
export type Hold = z.infer<typeof Hold>

export const WaitState = z.enum(['waiting', 'served', 'left', 'closed'])
export type WaitState = z.infer<typeof WaitState>

/**
 * A viewer's place in line for an offer; `saleId`: for its units in that sale alone, while it lasts. `ahead`: people before it when this was told. `served`: its turn came and there is
 * a hold; `closed`: nothing can come of it any more (the limit was reached elsewhere, the show ended).
 */
export const Wait = z.object({
  offerId: OfferId,
  saleId: SaleId.nullable(),
  quantity: Quantity,
  state: WaitState,
  joinedAt: At,
  ahead: Units,
  version: Version,
})
export type Wait = z.infer<typeof Wait>

/** A hold as staff see it: with the viewer's shown name and what the shop said. */
export const StaffHold = Hold.extend({ viewerId: ViewerId, viewerName: z.string(), via: z.string().nullable() })
export type StaffHold = z.infer<typeof StaffHold>

/**
 * How it stands with money that staff give back. `asked`: the shop is being told; `told`: it has been; `by_hand`: it takes no
 * refunds from others, or only staff can say how much; `failed`: it could not be told; `done`: the shop says that it has.
 */
export const RefundState = z.enum(['asked', 'told', 'by_hand', 'failed', 'done'])
export type RefundState = z.infer<typeof RefundState>

/**
 * An order as the shop reported it. `matter` says what staff must look at, null when all is well. `cancelled`: the shop does not
 * fulfil it and has not said that the money went back. `authorised`: placed, its money is still to be taken; `voided`: it never was.
 */
export const StaffOrder = z.object({
  orderId: OrderId,
  holdId: HoldId,
  viewerName: z.string(),
  amountMinor: Minor,
  currency: Currency,
  at: At,
  via: z.string().nullable(),
  state: z.enum(['authorised', 'voided', 'paid', 'late_paid', 'second_payment', 'cancelled', 'refunded']),
  matter: z.enum(['late_paid', 'second_payment', 'amount_differs', 'part_refunded', 'cancelled']).nullable(),
  /** What the shop says has gone back so far while the order as a whole has not. */
  backMinor: Minor,
  /** Null: staff have not given its money back. */
  refund: RefundState.nullable(),
  /** Of a part that staff give back: what shall have gone back in all. */
  askedMinor: Minor.optional(),
  version: Version,
})
export type StaffOrder = z.infer<typeof StaffOrder>

/** What a reply answers, as it is now; its text is at most 80 characters. */
export const Quote = z.object({ id: CommentId, name: z.string(), text: z.string() })
export type Quote = z.infer<typeof Quote>

export const Comment = z.object({
  id: CommentId,
  viewerId: ViewerId,
  name: z.string(),
  fromStaff: z.boolean(),
  text: z.string(),
  at: At,
  /** Place in the show's comments: rises by at least one; clients sort by it and drop what they have. */
  seq: z.number().int().nonnegative(),
  /** Of a reply by staff, while what it answers is there to be seen. */
  replyTo: Quote.optional(),
  /** Waits for staff: only its author, by the reply, and staff get it so. */
  held: z.literal(true).optional(),
})
export type Comment = z.infer<typeof Comment>

export const ShowPhase = z.enum(['scheduled', 'live', 'ended'])
export type ShowPhase = z.infer<typeof ShowPhase>

/** `on`: pictures flow; `away`: the host was on and is reconnecting; `off`: not yet produced. */
export const HostStatus = z.enum(['off', 'on', 'away'])
export type HostStatus = z.infer<typeof HostStatus>

/** What viewers get while the host is `on`: `shown`: the picture; `camera_off`: sound alone; `paused`: neither. */
export const HostPicture = z.enum(['shown', 'camera_off', 'paused'])
export type HostPicture = z.infer<typeof HostPicture>

/** What the host sends from. */
export const HostDevice = z.enum(['phone', 'tablet', 'computer'])
export type HostDevice = z.infer<typeof HostDevice>

/**
 * `mediaNode`: base URL of the process that serves the picture; `mediaEpoch` rises whenever viewers must subscribe anew; `crowd`: the limit of one
 * address, whether somebody has met it, or staff have lifted it.
 */
export const Show = z.object({
  id: ShowId,
  title: LocalText,
  shopName: z.string(),
  currency: Currency,
  phase: ShowPhase,
  startsAt: At,
  liveAt: At.nullable(),
  endedAt: At.nullable(),
  host: HostStatus,
  picture: HostPicture,
  /** Null: it did not say. */
  hostDevice: HostDevice.nullable(),
  mediaNode: z.string().nullable(),
  mediaEpoch: z.number().int().nonnegative(),
  crowd: z.enum(['on', 'met', 'lifted']),
  /** The shop asks in this other currency now: nothing is granted until it is the show's again. */
  shopCurrency: Currency.optional(),
  version: Version,
})
export type Show = z.infer<typeof Show>
