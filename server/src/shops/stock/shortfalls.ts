// What is held in live shows and is not in the shop: read anew whenever it is asked, since holds come and go between two messages.
import type { Shortfall } from '@lantern/shared/contract/shop.ts'
import type { MirroredOffer, ShopRecords, ShopStock } from '../records/shopRecords.ts'
import type { StockAnswer } from '../checkout.ts'
import { mirror } from './mirror.ts'

export interface ShortfallNeeds {
  readonly records: Pick<ShopRecords, 'liveOffers' | 'readStock'>
  readonly stock: () => StockAnswer
}

/** Counted against the holds of this moment; where units are set apart, only while the shop refuses to. */
export function shortfalls(
  rows: readonly ShopStock[],
  offers: readonly MirroredOffer[],
  stock: StockAnswer,
): readonly Shortfall[] {
  const byVariant = Map.groupBy(offers, ({ variantId }) => variantId)
  return rows.flatMap(({ variantId, sku, available, short, at }) => {
    const own = byVariant.get(variantId) ?? []
    if (own.length === 0) return []
    const isRefused = stock === 'mirrored' || short > 0
    const now = isRefused ? against(own, Math.max(0, available)) : { short: 0, offered: 0 }
    return now.short + now.offered === 0 ? [] : [{ variantId, sku, available: Math.max(0, available), ...now, at }]
  })
}

/** A unit let go is free again at once, though the shop has none: that shows here until the allotment is lowered. */
function against(offers: readonly MirroredOffer[], available: number) {
  const { cuts, short } = mirror(offers, available)
  return { short, offered: cuts.reduce((sum, { offer, free }) => sum + offer.free - free, 0) }
}

/** Two reads of the database, so that every process says the same. */
export function createShortfalls({ records, stock }: ShortfallNeeds): () => Promise<readonly Shortfall[]> {
  return async () => {
    const rows = await records.readStock()
    return rows.length === 0 ? [] : shortfalls(rows, await records.liveOffers(), stock())
  }
}
