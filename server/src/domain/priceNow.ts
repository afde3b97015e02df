// What one unit of an offer costs by what a room knows: the sale's price while it runs and has units, else the offer's own.
import type { FlashSale, HoldLine, Offer, SeenLine } from '@lantern/shared/contract/things.ts'
import { salePhase } from './flashSale.ts'

interface Shown {
  readonly offers: readonly Offer[]
  readonly sale: FlashSale | null
}

/** The lines with the prices on the screens; a line of an offer that the room does not have is left as it is. */
export function withPricesNow(
  lines: readonly HoldLine[],
  { offers, sale }: Shown,
  now: number,
): (HoldLine | SeenLine)[] {
  const isOnSale = (offer: Offer) =>
    sale?.productId === offer.productId && sale.free > 0 && salePhase(sale, now) === 'running'
  return lines.map((line) => {
    const offer = offers.find(({ id }) => id === line.offerId)
    if (offer === undefined) return line
    return { ...line, priceMinor: sale && isOnSale(offer) ? sale.priceMinor : offer.priceMinor }
  })
}
