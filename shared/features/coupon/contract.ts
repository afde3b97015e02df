// Schemas of coupons: what staff offer, how viewers claim one, and what everyone sees of it.
import * as z from 'zod'
import { ActivityLife, ActivityStart, OwnEntry, RequestId } from '../../activities/activity.ts'
import { ActivityId, Minor, SetAt } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'
import { CouponTerms } from '../../rewards/reward.ts'

export const MOST_TITLE = 60
export const MOST_PLACES = 100_000
const MINUTE_MS = 60_000
export const SHORTEST_GOOD_MS = 5 * MINUTE_MS
export const LONGEST_GOOD_MS = 90 * 24 * 60 * MINUTE_MS

/** Until when each is good: so long after it was granted, or until a moment. */
export const CouponGood = z.union([
  z.strictObject({ forMs: z.number().int().min(SHORTEST_GOOD_MS).max(LONGEST_GOOD_MS) }),
  z.strictObject({ until: SetAt }),
])
export type CouponGood = z.infer<typeof CouponGood>

/** What staff set. */
export const CouponConfig = z.object({
  title: plainText(MOST_TITLE),
  ...CouponTerms.shape,
  /** So many are granted, each viewer one for each claim or order. */
  places: z.number().int().min(1).max(MOST_PLACES),
  good: CouponGood,
  /** `claim`: to whoever taps; `paid`: to whoever pays in this show, once for each order, without conditions. */
  given: z.enum(['claim', 'paid']),
})
export type CouponConfig = z.infer<typeof CouponConfig>

/** Who claims one says nothing more. */
export const CouponEntry = z.strictObject({})
export type CouponEntry = z.infer<typeof CouponEntry>

export const CouponResult = z.object({ granted: z.number().int().nonnegative() })
export type CouponResult = z.infer<typeof CouponResult>

const Count = z.number().int().nonnegative()

export const Coupon = ActivityLife.extend({
  ...CouponConfig.shape,
  /** How many are still to be had. */
  left: Count,
  /** For staff alone; null for everyone else. */
  used: Count.nullable(),
  /** Kept for holds right now, and what they take off those in all; for staff alone. */
  reserved: z.object({ count: Count, minor: Minor }).nullable(),
})
export type Coupon = z.infer<typeof Coupon>

export const COMMANDS = {
  /** Safe to repeat with the same id. `currency` is the one that whoever fills in the form reads there. */
  'coupon:make': {
    input: ActivityStart.extend({ ...CouponConfig.shape, toFront: z.boolean().optional() }),
    output: ActivityLife,
  },
  /** The coupon itself comes into the viewer's `rewards` a moment later. */
  'coupon:claim': {
    input: z.object({ activityId: ActivityId, requestId: RequestId }),
    output: OwnEntry,
  },
}

export const SLICES = {
  /** Coupons that staff have shown, the latest that are over among them. */
  everyone: { coupons: z.array(Coupon).readonly() },
  /** All of them, drafts too, with how many are used. */
  staff: { coupons: z.array(Coupon).readonly() },
}
