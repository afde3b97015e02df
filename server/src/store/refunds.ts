// The port to refunds that staff decided on and the shop has to be told of.
import type { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'

/** The order of a hold whose whole payment goes back. */
export interface ClaimedRefund {
  readonly holdId: HoldId
  readonly orderId: OrderId
  /** Before this one. */
  readonly tries: number
}

/** `asked`: another try in `inMs`; the others are the end of it. */
export interface RefundResult extends Pick<ClaimedRefund, 'holdId' | 'orderId' | 'tries'> {
  readonly state: 'asked' | 'told' | 'by_hand'
  readonly inMs: number
}

/** Every method is one transaction, durable when it resolves; any process may call any of them at any time. */
export interface Refunds {
  /** Those that are due, the oldest first, for this caller alone until `leaseMs` are over. */
  claim(most: { limit: number; leaseMs: number }): Promise<readonly ClaimedRefund[]>
  /** Appends an event when it is the end of it. */
  settle(result: RefundResult): Promise<void>
}
