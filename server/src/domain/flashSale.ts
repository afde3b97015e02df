// A flash sale: when it is announced, running and over, whether it may start, and how it ends.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { FlashSale, Offer } from '@lantern/shared/contract/things.ts'

export type SalePhase = 'announced' | 'running' | 'over'
export type SaleEndReason = NonNullable<FlashSale['endReason']>

/** A tap made before the close and still on its way is honoured for `graceMs`. */
export function salePhase(sale: FlashSale, now: number): SalePhase {
  if (sale.endedAt !== null || now >= saleDeadline(sale)) return 'over'
  return now < sale.opensAt ? 'announced' : 'running'
}

export function saleDeadline(sale: Pick<FlashSale, 'closesAt' | 'graceMs'>): number {
  return sale.closesAt + sale.graceMs
}

/** Why the sale has to end by itself now, and since when; null while it goes on. */
export function saleEnd(sale: FlashSale, now: number): { reason: SaleEndReason; at: number } | null {
  if (sale.endedAt !== null) return null
  if (now >= saleDeadline(sale)) return { reason: 'time', at: saleDeadline(sale) }
  if (sale.paid === sale.allotted) return { reason: 'sold_out', at: now }
  return null
}

export function endSale<S extends FlashSale>(sale: S, end: { reason: SaleEndReason; at: number }): S {
  return { ...sale, endedAt: end.at, endReason: end.reason }
}

/** Whether the product's offers bear a sale of this price and size. */
export function decideSaleStart(
  sale: { priceMinor: number; units: number },
  offers: readonly Offer[],
): Outcome<null, 'PRODUCT_NOT_FOUND' | 'PRICE_NOT_LOWER' | 'NOT_ENOUGH_UNITS'> {
  if (offers.length === 0) return refuse('PRODUCT_NOT_FOUND')
  const lowest = Math.min(...offers.map((offer) => offer.priceMinor))
  if (sale.priceMinor >= lowest) return refuse('PRICE_NOT_LOWER', { detail: { priceMinor: lowest } })
  const free = offers.reduce((units, offer) => units + offer.free, 0)
  if (sale.units > free) return refuse('NOT_ENOUGH_UNITS', { detail: { free } })
  return grant(null)
}
