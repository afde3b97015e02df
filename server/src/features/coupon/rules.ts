// The rules of a coupon: to whom it is granted, on which terms and until when.
import { CouponConfig, CouponEntry, CouponResult } from '@lantern/shared/features/coupon/contract.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { NewReward } from '@lantern/shared/rewards/reward.ts'
import { activityKind, type KindRules } from '../../activities/kind.ts'

const RULES: KindRules<CouponConfig, CouponEntry, CouponResult> = {
  kind: 'coupon',
  config: CouponConfig,
  entry: CouponEntry,
  result: CouponResult,
  places: ({ places }) => places,
  // What is earned by paying cannot be claimed.
  decideEntry: ({ config, entry }) => (config.given === 'claim' ? grant(entry) : refuse('BAD_INPUT')),
  keysOf: () => [],
  notCarried: 'COUPON_NOT_CARRIED',
  goodUntil: ({ good }) => ('until' in good ? good.until : null),
  settle: ({ entries }) => ({ granted: entries }),
  rewardFor: ({ config, now }) => (config.given === 'claim' ? granted(config, now) : null),
  rewardWhenPaid: ({ config, now }) => (config.given === 'paid' ? granted(config, now) : null),
}

export const COUPON = activityKind(RULES)

/** Null: its time is over before it begins. */
function granted({ off, currency, fromMinor, productIds, good }: CouponConfig, now: number): NewReward | null {
  const until = 'until' in good ? good.until : now + good.forMs
  if (until <= now) return null
  return { what: { is: 'coupon', off, currency, fromMinor, productIds }, until }
}
