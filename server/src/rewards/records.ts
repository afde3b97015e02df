// Rows of rewards turned into what rules and pages work with, and back.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { CouponTerms, Reward, RewardWhat } from '@lantern/shared/rewards/reward.ts'
import type { RewardRow } from './schema.ts'

/** A reward as the ledger works with it: what it is read. */
export interface RewardRecord extends Omit<RewardRow, 'what' | 'owed'> {
  readonly what: RewardWhat
  readonly owed: readonly HoldId[]
}

export const toRewardRecord = (row: RewardRow): RewardRecord => ({
  ...row,
  what: JSON.parse(row.what),
  owed: JSON.parse(row.owed),
})
export const toRewardRow = (reward: RewardRecord): RewardRow => ({
  ...reward,
  what: JSON.stringify(reward.what),
  owed: JSON.stringify(reward.owed),
})

/** As its own viewer sees it. */
export function toReward(row: RewardRecord): Reward {
  return {
    id: row.id,
    activityId: row.activity_id,
    what: row.what,
    state: row.state,
    grantedAt: row.granted_at,
    until: row.until,
    holdId: row.hold_id,
    version: row.version,
  }
}

/** Null: it is no coupon. */
export function couponOf({ what }: Pick<RewardRecord, 'what'>): CouponTerms | null {
  return what.is === 'coupon' ? what : null
}

/** Whether its time is over. */
export function isPast({ until }: Pick<RewardRecord, 'until'>, now: number): boolean {
  return until !== null && until <= now
}
