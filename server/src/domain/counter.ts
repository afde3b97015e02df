// Whether something can be redeemed at the shop's counter as it stands: one rule for who looks at it and for the ledger.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { RewardState } from '@lantern/shared/rewards/reward.ts'

export interface CouponNow {
  readonly state: RewardState
  /** The hold that it is kept for, or was paid with. */
  readonly hold_id: string | null
  readonly until: number | null
}

export type CouponRefusal = 'COUNTER_TAKEN_BACK' | 'COUNTER_COUPON_OVER' | 'COUNTER_COUPON_PAID' | 'COUNTER_COUPON_KEPT'

/** Null: it can. What was redeemed here before is known before this is asked. */
export function refuseCoupon({ state, hold_id, until }: CouponNow, now: number): CouponRefusal | null {
  if (state === 'withdrawn') return 'COUNTER_TAKEN_BACK'
  if (state === 'used') return 'COUNTER_COUPON_PAID'
  if (state === 'granted' && hold_id !== null) return 'COUNTER_COUPON_KEPT'
  return state === 'expired' || (until !== null && until <= now) ? 'COUNTER_COUPON_OVER' : null
}

export type OrderRefusal = 'COUNTER_UNPAID' | 'COUNTER_REFUNDED' | 'COUNTER_UNDECIDED' | 'COUNTER_WITH_GROUP'

export interface OrderNow {
  readonly state: HoldState
  /** It is handed over where its group fetches what it bought. */
  readonly isWithGroup: boolean
}

/** Null: it can. An order of which a part went back is still fetched. */
export function refuseOrder({ state, isWithGroup }: OrderNow): OrderRefusal | null {
  if (state === 'refunded') return 'COUNTER_REFUNDED'
  if (state === 'late_paid') return 'COUNTER_UNDECIDED'
  if (state !== 'paid') return 'COUNTER_UNPAID'
  return isWithGroup ? 'COUNTER_WITH_GROUP' : null
}
