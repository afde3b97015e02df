// Rows of the counter as a batch has them: what was redeemed there, and whose orders are handed over elsewhere.
import type { RedemptionRow } from '../rewards/schema.ts'
import { createKeyedRows, type KeyedRows } from './keyedRows.ts'

export interface CounterRows {
  /** Of the coupons and orders that are to be redeemed, and those that the ids of requests stand for. */
  readonly redemptions: readonly RedemptionRow[]
  /** Groups whose orders are handed over by whoever leads them. */
  readonly ledGroups: ReadonlySet<string>
}

export interface CounterSet extends Pick<CounterRows, 'ledGroups'> {
  readonly redemptions: KeyedRows<RedemptionRow>
}

export const keyCounterRows = ({ redemptions, ledGroups }: CounterRows): CounterSet => ({
  redemptions: createKeyedRows<RedemptionRow>(({ id }) => id, redemptions),
  ledGroups,
})
