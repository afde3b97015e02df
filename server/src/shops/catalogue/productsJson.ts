// The shape of Shopify's public products.json, which other shops offer as well.
import { z } from 'zod'
import { toMinor } from '../money.ts'
import type { ShopProduct } from './catalogue.ts'
import { pageBelow } from './webAddress.ts'

const id = z.union([z.number().int().positive().transform(String), z.string().min(1).max(128)])

export const PublicProducts = z.object({
  products: z.array(
    z.object({
      id,
      title: z.string(),
      handle: z.string().nullish(),
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

/** The currency and where the shop is, which it leaves to whoever has asked for it. */
interface OfShop {
  readonly currency: string
  readonly shopUrl: string
}

/** It says whether a variant can be bought, not how many there are. */
export function toShopProduct(
  { id: externalId, title, handle, images, variants }: PublicProduct,
  { currency, shopUrl }: OfShop,
): ShopProduct {
  const kept = variants.flatMap((variant) => {
    const priceMinor = toMinor(variant.price, currency)
    if (priceMinor === null) return []
    const name = variant.title === 'Default Title' ? null : (variant.title ?? null)
    const stock = variant.available === false ? 0 : null
    return [{ externalId: variant.id, sku: variant.sku ?? '', title: name, priceMinor, stock }]
  })
  const pageUrl = pageBelow(shopUrl, 'products', handle)
  return { externalId, title, pictureUrl: images[0]?.src ?? null, pageUrl, variants: kept }
}
