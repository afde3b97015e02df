// How many units of a variant Shopify can sell: the Admin API says whether they are counted at all.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal } from '../../checkout.ts'
import type { Graphql } from './graphql.ts'

const READ = `query LanternStock($id: ID!) {
  productVariant(id: $id) {
    inventoryPolicy
    sellableOnlineQuantity
    inventoryItem { tracked }
  }
}`
const Read = z.object({
  productVariant: z
    .object({
      inventoryPolicy: z.string(),
      sellableOnlineQuantity: z.number().int(),
      inventoryItem: z.object({ tracked: z.boolean() }),
    })
    .nullable(),
})

/** Null: not counted, sold on when it has run out, or not there any more. */
export async function readStock(admin: Graphql, externalId: string): Promise<Outcome<number | null, ShopRefusal>> {
  const read = await admin(READ, { id: `gid://shopify/ProductVariant/${externalId}` }, Read)
  if (!read.ok) return read
  const variant = read.value.productVariant
  const isCounted = variant !== null && variant.inventoryItem.tracked && variant.inventoryPolicy === 'DENY'
  return grant(isCounted ? Math.max(0, variant.sellableOnlineQuantity) : null)
}
