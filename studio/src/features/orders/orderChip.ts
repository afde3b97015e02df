// What the chip of an order says: what is still to do about its money, else what became of it.
import type { StaffOrder } from '@lantern/shared/contract/things.ts'
import type { WordKey } from '../../words.ts'

export interface OrderChipWords {
  readonly word: WordKey
  /** A class of chips: amber for what waits for staff. */
  readonly tone: string
}

export function orderChip({ matter, refund, state }: Pick<StaffOrder, 'matter' | 'refund' | 'state'>): OrderChipWords {
  if (refund === null || refund === 'done')
    return { word: `orderState.${state}`, tone: matter === null ? state : 'matter-chip' }
  const waitsForStaff = matter !== null || refund === 'by_hand' || refund === 'failed'
  return { word: `refundChip.${refund}`, tone: waitsForStaff ? 'matter-chip' : 'under-way' }
}
