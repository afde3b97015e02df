// The shape of Shopify's public products.json, which other shops offer as well.
import { z } from 'zod'
import { toMinor } from '../money.ts'
import type { ShopDetails, ShopProduct } from './catalogue.ts'
import { pageBelow } from './webAddress.ts'

const id = z.union([z.number().int().positive().transform(String), z.string().min(1).max(128)])

export const PublicProducts = z.object({
  products: z.array(
    z.object({
      id,
      title: z.string(),
      handle: z.string().nullish(),
      images: z.array(z.object({ src: z.string(), alt: z.string().nullish() })).default([]),
      body_html: z.string().nullish(),
      vendor: z.string().nullish(),
      product_type: z.string().nullish(),
      /** A list, or one text with commas, as some shops give it. */
      tags: z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]).nullish(),
      options: z.array(z.object({ name: z.string(), values: z.array(z.string()).nullish() })).nullish(),
      variants: z.array(
        z.object({
          id,
          title: z.string().nullish(),
          sku: z.string().nullish(),
          price: z.union([z.string(), z.number()]),
          available: z.boolean().nullish(),
          option1: z.string().nullish(),
          option2: z.string().nullish(),
          option3: z.string().nullish(),
        }),
      ),
    }),
  ),
})
type PublicProduct = z.infer<typeof PublicProducts>['products'][number]

type PublicVariant = PublicProduct['variants'][number]

/** The currency and where the shop is, which it leaves to whoever has asked for it. */
interface OfShop {
  readonly currency: string
  readonly shopUrl: string
}

/** In the order of the product's options. */
function valuesOf({ option1, option2, option3 }: PublicVariant, options: PublicProduct['options']) {
  return [option1, option2, option3].flatMap((value, at) => {
    const name = options?.[at]?.name
    return value && name !== undefined ? [{ name, value }] : []
  })
}

const isDefault = (values: readonly string[]) => values.length === 1 && values[0] === 'Default Title'

function detailsOf({ images, body_html, vendor, product_type, tags, options }: PublicProduct): ShopDetails {
  const named = (options ?? []).map(({ name, values }) => ({ name, values: values ?? [] }))
  return {
    options: named.filter(({ values }) => !isDefault(values)),
    pictures: images.map(({ src, alt }) => ({ url: src, alt: alt ?? null })),
    ...(body_html !== undefined && { description: { form: 'html' as const, text: body_html ?? '' } }),
    ...(tags !== undefined && { tags: tags ?? [] }),
    ...(vendor !== undefined && { vendor: vendor ?? '' }),
    ...(product_type !== undefined && { type: product_type ?? '' }),
  }
}

/** It says whether a variant can be bought, not how many there are. */
export function toShopProduct(product: PublicProduct, { currency, shopUrl }: OfShop): ShopProduct {
  const { id: externalId, title, handle, images, variants } = product
  const kept = variants.flatMap((variant) => {
    const priceMinor = toMinor(variant.price, currency)
    if (priceMinor === null) return []
    const name = variant.title === 'Default Title' ? null : (variant.title ?? null)
    const stock = variant.available === false ? 0 : null
    const options = name === null ? [] : valuesOf(variant, product.options)
    return [{ externalId: variant.id, sku: variant.sku ?? '', title: name, priceMinor, stock, options }]
  })
  const pageUrl = pageBelow(shopUrl, 'products', handle)
  const pictureUrl = images[0]?.src ?? null
  return { externalId, title, pictureUrl, pageUrl, variants: kept, ...detailsOf(product) }
}
