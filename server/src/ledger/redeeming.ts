// What the ledger is asked at the shop's counter, and what it answers.
import type { CounterThing } from '@lantern/shared/contract/counter.ts'
import type { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { CouponRefusal, OrderRefusal } from '../domain/counter.ts'
import type { RedemptionRow } from '../rewards/schema.ts'

export type Redeeming = CounterThing & {
  /** Made by the phone that asks. */
  readonly id: string
  /** Of the coupon or the order. */
  readonly showId: ShowId
  /** What staff call the counter. */
  readonly place: string
  readonly by: StaffId
}

export type RedeemOutcome = Outcome<
  RedemptionRow,
  CouponRefusal | OrderRefusal | 'COUNTER_USED' | 'COUNTER_ID_TAKEN' | 'COUNTER_CODE_OLD'
>
