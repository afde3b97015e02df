// Rows of the prices that activities open, as a batch has them.
import type { ActivityId, HoldId } from '@lantern/shared/contract/ids.ts'
import type { PaymentRow, PriceRow } from '../activities/schema.ts'
import { createKeyedRows, type KeyedRows } from './keyedRows.ts'

/** A page of live holds that an activity's price has not been brought to. */
export interface Behind {
  readonly activityId: ActivityId
  /** After which the page was read. */
  readonly cursor: string
  readonly holdIds: readonly HoldId[]
  readonly isLast: boolean
}

export interface OpenedRows {
  readonly behind: readonly Behind[]
  readonly prices: readonly PriceRow[]
  /** Those of activities that are over, of which nothing is decided yet. */
  readonly payments: readonly PaymentRow[]
}

export interface OpenedSet {
  readonly behind: readonly Behind[]
  readonly prices: KeyedRows<PriceRow>
  readonly payments: KeyedRows<PaymentRow>
}

export function keyOpenedRows({ behind, prices, payments }: OpenedRows): OpenedSet {
  return {
    behind,
    prices: createKeyedRows<PriceRow>((row) => row.activity_id, prices),
    payments: createKeyedRows<PaymentRow>((row) => `${row.activity_id} ${row.hold_id}`, payments),
  }
}
