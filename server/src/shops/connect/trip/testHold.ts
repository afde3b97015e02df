// The hold that a round trip takes to the shop: one unit of something it sells, held by nobody.
import { randomBytes } from 'node:crypto'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { testHoldId } from '../../../domain/testHold.ts'
import type { HandedHold, HandedItem, ShopAnswers } from '../../checkout.ts'
import type { ShopCatalogue } from '../../catalogue/catalogue.ts'
import type { KnownProduct } from '../../records/shopRecords.ts'

const LIVES_MS = 1_800_000

export interface TestItem {
  readonly title: string
  readonly sku: string
  readonly externalId: string | null
  readonly shopPriceMinor: number
}

/** Something that is there and costs something; null: there is nothing. */
export function itemOf(read: ShopCatalogue | null, shelf: readonly KnownProduct[]): TestItem | null {
  const products = read?.products.filter(({ withdrawn }) => withdrawn === undefined) ?? shelf
  for (const { title, variants } of products) {
    const found = variants.find(({ stock, priceMinor }) => priceMinor > 0 && (stock === null || stock > 0))
    if (found !== undefined)
      return { title, sku: found.sku, externalId: found.externalId, shopPriceMinor: found.priceMinor }
  }
  return null
}

/** A tenth below the shop's price where it can be told one, and one minor unit at least. */
export function livePriceOf({ shopPriceMinor }: TestItem, { price }: ShopAnswers): number {
  if (price === 'none' || shopPriceMinor < 2) return shopPriceMinor
  return shopPriceMinor - Math.max(1, Math.floor(shopPriceMinor / 10))
}

export function testHoldOf(item: TestItem, answers: ShopAnswers, place: { currency: string; now: number }): HandedHold {
  const unitPriceMinor = livePriceOf(item, answers)
  const { sku, externalId, shopPriceMinor } = item
  const line: HandedItem = { sku, externalId, shopPriceMinor, quantity: 1, unitPriceMinor, payMinor: unitPriceMinor }
  return {
    id: testHoldId(randomBytes(12).toString('base64url')),
    showId: ShowId.parse('round-trip'),
    viewerId: 'round-trip',
    currency: place.currency,
    expiresAt: place.now + LIVES_MS,
    via: null,
    items: [line],
  }
}
