// What a viewer may be granted by an activity: a coupon, a place on a list, a prize; never cash.
import * as z from 'zod'
import { ActivityId, At, Currency, HoldId, Minor, ProductId, Version } from '../contract/ids.ts'
import { plainText } from '../contract/plainText.ts'

export const MOST_PERCENT = 90
export const MOST_PRIZE = 80
const MOST_PRODUCTS = 200
const MOST_CONTACT = 200

export const RewardId = z.string().regex(/^[A-Za-z0-9_.-]{1,140}$/)
export type RewardId = z.infer<typeof RewardId>

/** A sum, or whole percent of what the goods come to, rounded down. */
export const CouponOff = z.union([
  z.strictObject({ minor: Minor.min(1) }),
  z.strictObject({ percent: z.number().int().min(1).max(MOST_PERCENT) }),
])
export type CouponOff = z.infer<typeof CouponOff>

export const CouponTerms = z.strictObject({
  off: CouponOff,
  /** It is good for goods of this currency alone. */
  currency: Currency,
  /** What the goods it is good for have to come to at least. */
  fromMinor: Minor,
  /** Null: all products. */
  productIds: z.array(ProductId).min(1).max(MOST_PRODUCTS).readonly().nullable(),
})
export type CouponTerms = z.infer<typeof CouponTerms>

export const RewardWhat = z.discriminatedUnion('is', [
  CouponTerms.extend({ is: z.literal('coupon') }),
  /** A place on a list, from 1. */
  z.strictObject({ is: z.literal('place'), no: z.number().int().positive() }),
  z.strictObject({
    is: z.literal('prize'),
    title: plainText(MOST_PRIZE),
    productId: ProductId.nullable(),
    /** Null: not claimed. */
    claimedAt: At.nullable(),
    /** How the shop reaches the winner, in the winner's words; null: not said, or erased. */
    contact: z.string().max(MOST_CONTACT).nullable(),
  }),
])
export type RewardWhat = z.infer<typeof RewardWhat>
export type RewardKind = RewardWhat['is']

/** `used`: paid with, or claimed; `withdrawn`: taken back by the shop, or its viewer was erased. */
export const REWARD_STATES = ['granted', 'used', 'expired', 'withdrawn'] as const
export const RewardState = z.enum(REWARD_STATES)
export type RewardState = z.infer<typeof RewardState>

export const Reward = z.object({
  id: RewardId,
  activityId: ActivityId,
  what: RewardWhat,
  state: RewardState,
  grantedAt: At,
  /** Good before that moment; null: for ever. */
  until: At.nullable(),
  /** The hold that it is kept for, or was paid with; null: none. */
  holdId: HoldId.nullable(),
  version: Version,
})
export type Reward = z.infer<typeof Reward>

/** As the rules of a kind grant one. */
export type NewReward = Pick<Reward, 'what' | 'until'>
