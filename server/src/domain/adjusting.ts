// What a hold's lines cost: the lowest of the prices they are offered at, then at most one coupon, spread over the lines.
import type { Adjustment, GrantedLine } from '@lantern/shared/contract/things.ts'
import { bestCoupon, isGoodFor, type OfferedCoupon, type TakenOff } from '@lantern/shared/rewards/bestCoupon.ts'

export type PriceKind = Exclude<Adjustment['kind'], 'coupon'>

/** A price at which one unit of a line may be had; one that is not below the list price changes nothing. */
export interface OfferedPrice {
  readonly offerId: string
  readonly kind: PriceKind
  /** What it comes from. */
  readonly ref: string
  readonly unitPriceMinor: number
}

export type { OfferedCoupon }

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
  return coupons.length === 0 ? priced : withBest(priced, coupons)
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

function withBest<L extends Line>(lines: readonly L[], coupons: readonly OfferedCoupon[]): L[] {
  const sums = lines.map((line) => ({ offerId: line.offerId, sumMinor: payMinor(line) }))
  const best = bestCoupon(coupons, sums)
  return best === null ? [...lines] : withCoupon(lines, best)
}

function withCoupon<L extends Line>(lines: readonly L[], { coupon, offMinor }: TakenOff): L[] {
  const fitting = lines.filter(({ offerId }) => isGoodFor(coupon, offerId))
  const shares = spread(offMinor, new Map(fitting.map((line) => [line.offerId, payMinor(line)])))
  return lines.map((line) => {
    const amountMinor = shares.get(line.offerId) ?? 0
    if (amountMinor === 0) return line
    return { ...line, adjustments: [...line.adjustments, { kind: 'coupon' as const, ref: coupon.ref, amountMinor }] }
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
