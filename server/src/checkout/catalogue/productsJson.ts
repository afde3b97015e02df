// The shape of Shopify's public products.json, which other shops offer as well.
import { z } from 'zod'
import { toMinor } from '../money.ts'
import type { ShopProduct } from './catalogue.ts'

const id = z.union([z.number().int().positive().transform(String), z.string().min(1).max(128)])

export const PublicProducts = z.object({
  products: z.array(
    z.object({
      id,
      title: z.string(),
      images: z.array(z.object({ src: z.string() })).default([]),
      variants: z.array(
        z.object({
          id,
          title: z.string().nullish(),
          sku: z.string().nullish(),
          price: z.union([z.string(), z.number()]),
          available: z.boolean().nullish(),
        }),
      ),
    }),
  ),
})
type PublicProduct = z.infer<typeof PublicProducts>['products'][number]

/** It says whether a variant can be bought, not how many there are. */
export function toShopProduct(
  { id: externalId, title, images, variants }: PublicProduct,
  currency: string,
): ShopProduct {
  const kept = variants.flatMap((variant) => {
    const priceMinor = toMinor(variant.price, currency)
    if (priceMinor === null) return []
    const name = variant.title === 'Default Title' ? null : (variant.title ?? null)
    const stock = variant.available === false ? 0 : null
    return [{ externalId: variant.id, sku: variant.sku ?? '', title: name, priceMinor, stock }]
  })
  return { externalId, title, pictureUrl: images[0]?.src ?? null, variants: kept }
}
