// What is kept beside an order about money that staff give back; times are ms since the epoch.
import type { RefundState } from '@lantern/shared/contract/things.ts'

/**
 * `restock`: its units are for sale again; `back_minor`: what the shop says has gone back, less than all; `keep_minor`: of what
 * staff give back the shop keeps so much, 0: nothing.
 */
export interface OrderRefund {
  refund: RefundState | null
  restock: 0 | 1
  back_minor: number
  keep_minor: number
}

/** While `refund` is `asked`; `refund_until`: a process tells the shop until then. */
export interface RefundQueue {
  refund_tries: number
  refund_next_at: number
  refund_until: number
}

export const NO_REFUND = { refund: null, restock: 0, back_minor: 0, keep_minor: 0 } as const satisfies OrderRefund
