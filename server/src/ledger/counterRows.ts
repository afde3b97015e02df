// Rows of the counter as a batch has them: what was redeemed there, and whose orders are handed over elsewhere.
import type { RedemptionRow } from '../rewards/schema.ts'
import { createKeyedRows, type KeyedRows } from './keyedRows.ts'

export interface CounterRows {
  /** Of the coupons and orders that are to be redeemed, and those that the ids of requests stand for. */
  readonly redemptions: readonly RedemptionRow[]
  /** Holds whose orders whoever leads their group hands over, or has handed over. */
  readonly withLeader: ReadonlySet<string>
}

export interface CounterSet extends Pick<CounterRows, 'withLeader'> {
  readonly redemptions: KeyedRows<RedemptionRow>
}

export const keyCounterRows = ({ redemptions, withLeader }: CounterRows): CounterSet => ({
  redemptions: createKeyedRows<RedemptionRow>(({ id }) => id, redemptions),
  withLeader,
})
