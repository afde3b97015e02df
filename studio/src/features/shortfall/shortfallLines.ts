// Which shortfalls of the shop concern a show, with the offer behind each: a pure reading.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Shortfall } from '@lantern/shared/contract/shop.ts'
import type { FlashSale, Offer, Product, Variant } from '@lantern/shared/contract/things.ts'

export interface ShortfallLine {
  readonly short: Shortfall
  /** How many are missing: of those held, else of those on sale. */
  readonly units: number
  readonly offer: Offer
  readonly product: Product
  /** Null where the product has only one. */
  readonly variant: Variant | null
  /** The flash sale that still gives it out. */
  readonly sale: FlashSale | null
}

/** The worst first. */
export function shortfallLines(room: RoomState, shortfalls: readonly Shortfall[]): readonly ShortfallLine[] {
  const lines = shortfalls.flatMap((short) => {
    const offer = room.offers.find(({ variantId }) => variantId === short.variantId)
    const product = room.products.find(({ id }) => id === offer?.productId)
    if (offer === undefined || product === undefined) return []
    const variant = product.variants.length > 1 ? product.variants.find(({ id }) => id === offer.variantId) : undefined
    const isOnSale = room.sale !== null && room.sale.endedAt === null && room.sale.productId === product.id
    const units = short.short > 0 ? short.short : short.offered
    return [{ short, units, offer, product, variant: variant ?? null, sale: isOnSale ? room.sale : null }]
  })
  return lines.sort((a, b) => b.units - a.units)
}
