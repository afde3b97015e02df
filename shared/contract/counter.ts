// The counter of a shop that has one: a coupon or an order of the show, shown on a phone, is redeemed there once by staff.
import * as z from 'zod'
import { At, Currency, HoldId, Minor, OrderId, ProductId, ShowId, Units } from './ids.ts'
import { plainText } from './plainText.ts'
import { RefusalCode } from './refusals.ts'
import { LocalText } from './things.ts'

/** Signs that nobody takes for one another: no 0, 1, I, L, O. */
export const COUNTER_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 12
/** How long a code is good; the page that shows it asks for the next one in time. */
export const CODE_MS = 300_000
/** Characters of the name of a counter. */
export const MOST_PLACE = 40
/** Lines of the list of a day. */
export const MOST_REDEMPTIONS = 1000
const MOST_TYPED = 200

export const CounterCode = z.string().regex(/^[2-9A-HJKMNP-Z]{12}$/)
/** Chosen by the phone that redeems: sent again it is the same one. */
export const RedemptionId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

export const CounterThing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('coupon'), ref: z.string().regex(/^[A-Za-z0-9_.-]{1,140}$/) }),
  z.object({ kind: z.literal('order'), ref: HoldId }),
])
export type CounterThing = z.infer<typeof CounterThing>
export type CounterKind = CounterThing['kind']

/** GET /api/counter: what this shop's counter takes. POST (AT_THE_DESK) -> the same: changes it. */
export const CounterRules = z.object({ coupons: z.boolean(), orders: z.boolean() })
export type CounterRules = z.infer<typeof CounterRules>

/** When and where it was redeemed. */
const Redeemed = z.object({ at: At, place: z.string() })

/** POST /api/counter/show, by the viewer's cookie: the code of a coupon or an order of their own, or what became of it. */
export const ShownCode = z.discriminatedUnion('is', [
  z.object({ is: z.literal('code'), code: CounterCode, until: At, svg: z.string() }),
  Redeemed.extend({ is: z.literal('redeemed') }),
  /** It cannot be redeemed, as it stands. */
  z.object({ is: z.literal('no'), why: RefusalCode }),
])
export type ShownCode = z.infer<typeof ShownCode>

export const StaffRedemption = Redeemed.extend({
  id: RedemptionId,
  kind: z.enum(['coupon', 'order']),
  /** Who of the staff; null: they are no staff of this shop any more. */
  by: z.string().nullable(),
})
export type StaffRedemption = z.infer<typeof StaffRedemption>

/** What a coupon takes off, as it was granted. */
const CouponWorth = z.object({
  off: z.union([z.object({ minor: Minor }), z.object({ percent: z.number().int() })]),
  currency: Currency,
  /** What the goods it is good for have to come to at least. */
  fromMinor: Minor,
  /** Null: all products. */
  productIds: z.array(ProductId).readonly().nullable(),
})

const ofShow = { show: LocalText, why: RefusalCode.nullable(), before: StaffRedemption.nullable() }

/** POST /api/counter/look: what the code stands for. `why`: why it cannot be redeemed; null: it can. `before`: it was already. */
export const Looked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('coupon'), ...ofShow, title: z.string(), terms: CouponWorth, until: At.nullable() }),
  z.object({
    kind: z.literal('order'),
    ...ofShow,
    /** As the buyer chose to be called; empty: the buyer was erased. */
    name: z.string(),
    orderId: OrderId.nullable(),
    lines: z.array(z.object({ title: LocalText, variant: LocalText.nullable(), quantity: Units })),
    currency: Currency,
    totalMinor: Minor,
    /** What has gone back of it. */
    backMinor: Minor,
  }),
])
export type Looked = z.infer<typeof Looked>

/** As it was read or typed: letters of either case, with dashes and spaces or without. */
const Typed = z.string().max(MOST_TYPED)

export const LookAt = z.object({ code: Typed, /** Null: of every show. */ showId: ShowId.nullable() })
export type LookAt = z.infer<typeof LookAt>

/** POST /api/counter/redeem: once; with the same id it is answered the same. */
export const Redeem = LookAt.extend({ id: RedemptionId, place: plainText(MOST_PLACE) })
export type Redeem = z.infer<typeof Redeem>

const DAY_MS = 86_400_000
/** Clocks are put forward and back. */
const LONGEST_DAY_MS = DAY_MS + 2 * 3_600_000

/** GET /api/counter/redemptions and .csv: of a day of whoever reads it. */
export const DayQuery = z
  .object({ from: z.coerce.number().pipe(At), to: z.coerce.number().pipe(At) })
  .refine(({ from, to }) => from < to && to - from <= LONGEST_DAY_MS)
export const Redemptions = z.object({
  /** The latest first. */
  redemptions: z.array(StaffRedemption.extend({ what: z.string(), show: LocalText })),
})
export type Redemptions = z.infer<typeof Redemptions>
