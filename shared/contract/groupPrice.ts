// What one unit costs the people of a group: pages and the ledger ask the same rule.
import type { GroupOff } from './groups.ts'

interface Offered {
  readonly productId: string
  readonly priceMinor: number
  readonly currency: string
}

/** Of the show's price; null: the group has none for it. What is taken off is rounded down, so that nothing is ever free. */
export function groupPriceOf(off: GroupOff, { productId, priceMinor, currency }: Offered): number | null {
  if ('percent' in off) return priceMinor - Math.floor((priceMinor * off.percent) / 100)
  if (off.currency !== currency) return null
  return off.prices.find((price) => price.productId === productId)?.priceMinor ?? null
}
