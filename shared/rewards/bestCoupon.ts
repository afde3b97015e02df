// What a coupon takes off, and which of several takes off most: pages and the ledger ask the same rule.

/** A coupon that may be used, as it reads the lines at their lowest prices. */
export interface OfferedCoupon {
  readonly ref: string
  /** The lines it is good for; null: all. */
  readonly offerIds: readonly string[] | null
  /** What they have to come to at least. */
  readonly fromMinor: number
  /** A sum, or whole percent of what they come to, rounded down. */
  readonly off: { readonly minor: number } | { readonly percent: number }
}

/** A line with what all its units come to before a coupon. */
export interface CouponLine {
  readonly offerId: string
  readonly sumMinor: number
}

export interface TakenOff {
  readonly coupon: OfferedCoupon
  readonly offMinor: number
}

export function isGoodFor({ offerIds }: Pick<OfferedCoupon, 'offerIds'>, offerId: string): boolean {
  return offerIds === null || offerIds.includes(offerId)
}

/** What the lines that it is good for come to. */
export function sumFor(coupon: Pick<OfferedCoupon, 'offerIds'>, lines: readonly CouponLine[]): number {
  return lines.reduce((sum, { offerId, sumMinor }) => (isGoodFor(coupon, offerId) ? sum + sumMinor : sum), 0)
}

/** Never more than the lines come to; null: it takes nothing off. */
export function takenOff(coupon: OfferedCoupon, lines: readonly CouponLine[]): TakenOff | null {
  const { fromMinor, off } = coupon
  const sum = sumFor(coupon, lines)
  const wished = 'minor' in off ? off.minor : Math.floor((sum * Math.min(100, off.percent)) / 100)
  const offMinor = Math.min(sum, wished)
  return offMinor > 0 && sum >= fromMinor ? { coupon, offMinor } : null
}

/** The one that takes off most, of even ones the first by name; null: none fits. */
export function bestCoupon(coupons: readonly OfferedCoupon[], lines: readonly CouponLine[]): TakenOff | null {
  const found = coupons.flatMap((coupon) => takenOff(coupon, lines) ?? [])
  return found.sort((a, b) => b.offMinor - a.offMinor || compare(a.coupon.ref, b.coupon.ref))[0] ?? null
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
