// What a hold's lines cost: the lowest of the prices they are offered at, then at most one coupon, spread over the lines.
import type { Adjustment, GrantedLine } from '@lantern/shared/contract/things.ts'

export type PriceKind = Exclude<Adjustment['kind'], 'coupon'>

/** A price at which one unit of a line may be had; one that is not below the list price changes nothing. */
export interface OfferedPrice {
  readonly offerId: string
  readonly kind: PriceKind
  /** What it comes from. */
  readonly ref: string
  readonly unitPriceMinor: number
}

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

export interface Offered {
  readonly prices: readonly OfferedPrice[]
  readonly coupons: readonly OfferedCoupon[]
}

type Line = Pick<GrantedLine, 'offerId' | 'quantity' | 'unitPriceMinor' | 'adjustments'>

/** What the line comes to, with everything that is taken off. */
export function payMinor({ quantity, unitPriceMinor, adjustments }: Line): number {
  return adjustments.reduce(
    (sum, { kind, amountMinor }) => (kind === 'coupon' ? sum - amountMinor : sum),
    quantity * unitPriceMinor,
  )
}

export function totalOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + payMinor(line), 0)
}

/** The price of one unit before anything was taken off. */
export function listMinor({ quantity, unitPriceMinor, adjustments }: Line): number {
  const price = adjustments.find(({ kind }) => kind !== 'coupon')
  return unitPriceMinor + (price ? price.amountMinor / quantity : 0)
}

/** Lines at their list prices with the price each has been granted at: a change never makes it dearer. */
export function grantedPrices(lines: readonly Line[]): OfferedPrice[] {
  return lines.flatMap(({ offerId, unitPriceMinor, adjustments }) =>
    adjustments.flatMap(({ kind, ref }) => (kind === 'coupon' ? [] : [{ offerId, kind, ref, unitPriceMinor }])),
  )
}

export function atList<L extends Line>(line: L): L {
  return line.adjustments.length === 0 ? line : { ...line, unitPriceMinor: listMinor(line), adjustments: [] }
}

/** `lines` at their list prices. The order of what is offered, and of the lines, decides nothing. */
export function adjustLines<L extends Line>(lines: readonly L[], { prices, coupons }: Offered): L[] {
  const priced = prices.length === 0 ? [...lines] : lines.map((line) => withLowest(line, prices))
  const best = coupons.length === 0 ? null : findBest(priced, coupons)
  return best === null ? priced : withCoupon(priced, best)
}

function withLowest<L extends Line>(line: L, prices: readonly OfferedPrice[]): L {
  const lower = prices.filter((price) => price.offerId === line.offerId && price.unitPriceMinor < line.unitPriceMinor)
  const [lowest] = lower.sort((a, b) => a.unitPriceMinor - b.unitPriceMinor || compare(nameOf(a), nameOf(b)))
  if (!lowest) return line
  const { kind, ref } = lowest
  const unitPriceMinor = Math.max(0, lowest.unitPriceMinor)
  const amountMinor = line.quantity * (line.unitPriceMinor - unitPriceMinor)
  return { ...line, unitPriceMinor, adjustments: [{ kind, ref, amountMinor }] }
}

const nameOf = ({ kind, ref }: { readonly kind: string; readonly ref: string }) => `${kind} ${ref}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

interface Best {
  readonly ref: string
  readonly offMinor: number
  readonly fits: (line: Line) => boolean
}

function findBest(lines: readonly Line[], coupons: readonly OfferedCoupon[]): Best | null {
  const found = coupons.flatMap(({ ref, offerIds, fromMinor, off }): Best[] => {
    const fits = ({ offerId }: Line) => offerIds === null || offerIds.includes(offerId)
    const sum = totalOf(lines.filter(fits))
    const wished = 'minor' in off ? off.minor : Math.floor((sum * Math.min(100, off.percent)) / 100)
    const offMinor = Math.min(sum, wished)
    return offMinor > 0 && sum >= fromMinor ? [{ ref, offMinor, fits }] : []
  })
  return found.sort((a, b) => b.offMinor - a.offMinor || compare(a.ref, b.ref))[0] ?? null
}

function withCoupon<L extends Line>(lines: readonly L[], { ref, offMinor, fits }: Best): L[] {
  const shares = spread(offMinor, new Map(lines.filter(fits).map((line) => [line.offerId, payMinor(line)])))
  return lines.map((line) => {
    const amountMinor = shares.get(line.offerId) ?? 0
    if (amountMinor === 0) return line
    return { ...line, adjustments: [...line.adjustments, { kind: 'coupon' as const, ref, amountMinor }] }
  })
}

/**
 * Spreads the sum in proportion to the parts, by largest remainder; equal remainders go by the names. The shares come to
 * exactly the sum, or to all the parts where that is less, and no share is more than its part.
 */
export function spread(sum: number, parts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const whole = [...parts.values()].reduce((all, part) => all + part, 0)
  const given = Math.min(sum, whole)
  if (given <= 0) return new Map()
  const rough = [...parts].map(([name, part]) => {
    const product = BigInt(given) * BigInt(part)
    return { name, share: Number(product / BigInt(whole)), rest: Number(product % BigInt(whole)) }
  })
  const left = given - rough.reduce((all, { share }) => all + share, 0)
  const first = rough.toSorted((a, b) => b.rest - a.rest || compare(a.name, b.name)).slice(0, left)
  const raised = new Set(first.map(({ name }) => name))
  return new Map(rough.map(({ name, share }) => [name, raised.has(name) ? share + 1 : share]))
}
