// Asks the shop what time it is, by the Date of its answer.
import { createShopFetch, type ShopFetch } from '../shops/shopFetch.ts'
import { type ShopAddresses, shopAddresses } from '../shops/shopAddresses.ts'

const TIMEOUT_MS = 5000

const impatient = (config: ShopAddresses) =>
  createShopFetch({ allowed: shopAddresses(config), timeoutMs: TIMEOUT_MS, patienceMs: 0 })

/** Null: it does not answer, or without a date. */
export function createShopTime(
  config: ShopAddresses,
  fetchShop: ShopFetch = impatient(config),
): () => Promise<number | null> {
  return async () => {
    const answer = await fetchShop({ url: config.medusaUrl ?? config.shopInternalUrl })
    const date = answer.ok ? Date.parse(answer.value.headers.get('date') ?? '') : Number.NaN
    return Number.isNaN(date) ? null : date
  }
}
