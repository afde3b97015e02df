/** Reads the shop's own catalogue and answers what a SKU is called, looks like and costs. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Locale } from './words.ts'

const Title = z.object({ en: z.string(), 'zh-Hans': z.string(), 'zh-Hant': z.string() })

/** What a product's sheet tells beside its name; a text has all languages, one after the other. */
const Details = z.object({
  description: z.string(),
  sizes: z.string(),
  tags: z.array(z.string()),
  type: z.string(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })).optional(),
})

const Catalogue = z.object({
  currency: z.string().length(3),
  products: z.array(
    z.object({
      id: z.string(),
      title: Title,
      picture: z.string(),
      details: Details,
      variants: z
        .array(
          z.object({
            sku: z.string(),
            title: Title.nullable(),
            priceMinor: z.number().int().positive(),
            stock: z.number().int().nonnegative(),
          }),
        )
        .min(1),
    }),
  ),
})
export type Catalogue = z.infer<typeof Catalogue>

export interface Article {
  title: string
  variant: string | null
  picture: string
  priceMinor: number | null
}

export function readCatalogue(): Catalogue {
  return Catalogue.parse(JSON.parse(readFileSync(new URL('./catalogue.json', import.meta.url), 'utf8')))
}

/** The catalogue as others read it: every picture by its path on this server. */
export function publicCatalogue(catalogue: Catalogue): Catalogue {
  const products = catalogue.products.map((product) => ({ ...product, picture: `/pictures/${product.picture}` }))
  return { ...catalogue, products }
}

/** A SKU this shop does not list is still shown under its own number: the studio vouched for it. */
export function describeSku(catalogue: Catalogue, sku: string, locale: Locale): Article {
  for (const product of catalogue.products) {
    const variant = product.variants.find((candidate) => candidate.sku === sku)
    if (!variant) continue
    return {
      title: product.title[locale],
      variant: variant.title?.[locale] ?? null,
      picture: `/pictures/${product.picture}`,
      priceMinor: variant.priceMinor,
    }
  }
  return { title: sku, variant: null, picture: '/brand.svg', priceMinor: null }
}
