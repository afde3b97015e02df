// What commission an order is worth as it stands: line by line, level by level, by the rules it was credited under.
import type { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import type {
  CommissionRate,
  CommissionRates,
  Credit,
  SharerId,
  SharingRules,
} from '@lantern/shared/contract/sharing.ts'

export interface SoldLine {
  readonly offerId: string
  readonly productId: ProductId
  readonly quantity: number
  /** What the buyer pays for the line, a coupon taken off. */
  readonly payMinor: number
}

export interface Sold {
  readonly showId: ShowId
  readonly currency: string
  /** The sum of the lines. */
  readonly totalMinor: number
  readonly lines: readonly SoldLine[]
  readonly credit: Pick<Credit, 'sharerId' | 'upperId'>
}

/** Null: nothing is sold, or all of it has gone back. */
export interface PaidOrder {
  readonly amountMinor: number
  readonly currency: string
  readonly backMinor: number
}

export interface Due {
  readonly offerId: string
  readonly level: 1 | 2
  readonly sharerId: SharerId
  readonly rate: CommissionRate
  /** What of the line the shop keeps, rounded down. */
  readonly baseMinor: number
  /** Rounded down. */
  readonly amountMinor: number
}

type Rates = Pick<SharingRules, 'rates' | 'shows' | 'products'>

export function ratesFor(rules: Rates, showId: ShowId, productId: ProductId): CommissionRates {
  const ofProduct = rules.products.find((one) => one.productId === productId)
  const ofShow = rules.shows.find((one) => one.showId === showId)
  return (ofProduct ?? ofShow)?.rates ?? rules.rates
}

/** How much of each line the shop keeps: a part of what was to be paid. */
interface Kept {
  readonly part: bigint
  readonly of: bigint
}

/**
 * An order that cost less than its hold is worth less in proportion; what it cost more, such as its shipping, is worth nothing,
 * and what goes back of it goes off the lines in proportion. In another currency only the proportion that went back is known.
 */
function keptOf({ currency, totalMinor }: Sold, order: PaidOrder): Kept {
  const left = Math.min(order.amountMinor, Math.max(0, order.amountMinor - order.backMinor))
  const isSame = order.currency === currency
  return { part: BigInt(left), of: BigInt(isSame ? Math.max(order.amountMinor, totalMinor) : order.amountMinor) }
}

/** Every level of every line, also those that are worth nothing now: so what was worth something is found again. */
export function dueOf(sold: Sold, order: PaidOrder | null, rules: Rates): Due[] {
  const kept = order === null || order.amountMinor === 0 ? { part: 0n, of: 1n } : keptOf(sold, order)
  return sold.lines.flatMap((line) => {
    const rates = ratesFor(rules, sold.showId, line.productId)
    return dueOfLine({ line, kept, rates, credit: sold.credit })
  })
}

interface Earning {
  readonly line: SoldLine
  readonly kept: Kept
  readonly rates: CommissionRates
  readonly credit: Sold['credit']
}

/** Both levels together are never more than what the shop keeps of the line: the second has what the first leaves. */
function dueOfLine({ line, kept, rates, credit }: Earning): Due[] {
  const { offerId } = line
  const baseMinor = Number((BigInt(line.payMinor) * kept.part) / kept.of)
  const first = Math.min(baseMinor, shareOf(line, kept, rates.own))
  const one: Due = { offerId, level: 1, sharerId: credit.sharerId, rate: rates.own, baseMinor, amountMinor: first }
  if (credit.upperId === null) return [one]
  const second = Math.min(baseMinor - first, shareOf(line, kept, rates.upper))
  return [one, { ...one, level: 2, sharerId: credit.upperId, rate: rates.upper, amountMinor: second }]
}

/** One division, at the end, so that nothing is rounded twice. */
function shareOf({ payMinor, quantity }: SoldLine, { part, of }: Kept, rate: CommissionRate): number {
  if (rate.kind === 'amount') return Number((BigInt(rate.minor) * BigInt(quantity) * part) / of)
  return Number((BigInt(payMinor) * part * BigInt(rate.hundredths)) / (of * 10_000n))
}
