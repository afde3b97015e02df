// How much of an order is still to go back, so that the shop keeps what it shall keep and no more.
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
