// The tables of rewards, and of what was redeemed at the counter; json is text, times are ms since the epoch.
import type { RewardId, RewardKind, RewardState } from '@lantern/shared/rewards/reward.ts'
import type { CounterKind } from '@lantern/shared/contract/counter.ts'
import type { ActivityId, HoldId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'

/**
 * `show_id`: of its activity; `entry_no`: of the entry that it was granted for, `paid_by`: the hold, one of both is null;
 * `kind`: what `what`, json, is; `hold_id`: what it is kept for or was paid with, `used_in`: the show of the last such hold;
 * `owed`: json, holds that were paid late with it while another had it, the first of them has it next.
 */
export interface RewardRow {
  id: RewardId
  show_id: ShowId
  activity_id: ActivityId
  entry_no: number | null
  paid_by: HoldId | null
  viewer_id: ViewerId | null
  kind: RewardKind
  what: string
  state: RewardState
  granted_at: number
  until: number | null
  hold_id: HoldId | null
  used_in: ShowId | null
  owed: string
  version: number
}

/** A viewer whose browser was seen with a session of staff. */
export interface StaffViewerRow {
  viewer_id: ViewerId
  seen_at: number
}

/**
 * What was redeemed at the shop's counter: a coupon by its id, an order by its hold's, each once; `show_id`: where it is from;
 * `place`: what staff call the counter.
 */
export interface RedemptionRow {
  id: string
  kind: CounterKind
  ref: string
  show_id: ShowId
  place: string
  by_staff: StaffId
  at: number
  version: number
}

export interface RewardsSchema {
  rewards: RewardRow
  staff_viewers: StaffViewerRow
  redemptions: RedemptionRow
}
