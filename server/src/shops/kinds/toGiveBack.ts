// How much of an order is still to go back, so that the shop keeps what it shall keep and no more.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { type Back, backOfEach } from './backs.ts'
import type { HoldOfOrder } from './orderFacts.ts'

export interface Paid {
  /** Shipping and taxes included. */
  readonly paidMinor: number
  /** The goods among it, as `order.paid` counts them. */
  readonly goodsMinor: number
  /** What has gone back so far, whoever gave it. */
  readonly backMinor: number
}

/** 0: nothing is left to do. */
export function toGiveBack({ paidMinor, goodsMinor, backMinor }: Paid, keepMinor: number): number {
  const goalMinor = keepMinor === 0 ? paidMinor : Math.min(paidMinor, goodsMinor - keepMinor)
  return Math.max(0, goalMinor - backMinor)
}

export interface PaidTogether extends Paid {
  /** The goods with what comes on top of them as taxes. */
  readonly grossMinor: number
  /** Of the hold: its share of the goods, of those with taxes, and what has gone back for it. */
  readonly own: Paid
}

/**
 * Of an order of several holds what is still to go back for one of them: its goods and their taxes. What belongs to all of them,
 * such as shipping, goes back with the last.
 */
export function toGiveBackOfOne({ paidMinor, grossMinor, backMinor, own }: PaidTogether, keepMinor: number): number {
  const leftMinor = Math.min(toGiveBack(own, keepMinor), Math.max(0, paidMinor - backMinor))
  const isLast = keepMinor === 0 && backMinor + leftMinor >= grossMinor
  return isLast ? Math.max(0, paidMinor - backMinor) : leftMinor
}

/** Null: the order does not pay it. */
export function ownOf(holds: readonly HoldOfOrder[], backs: readonly Back[], holdId: HoldId): Paid | null {
  const hold = holds.find((one) => one.holdId === holdId)
  if (hold === undefined) return null
  const each = backOfEach(new Map(holds.map((one) => [one.holdId, one.grossMinor])), backs)
  return { paidMinor: hold.grossMinor, goodsMinor: hold.goodsMinor ?? 0, backMinor: each.get(holdId) ?? 0 }
}
