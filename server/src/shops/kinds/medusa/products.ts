// Medusa's products by its Store API, at the prices of one region.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { OptionValue, ShopCatalogue, ShopDetails, ShopProduct, ShopVariant } from '../../catalogue/catalogue.ts'
import { pageBelow } from '../../catalogue/webAddress.ts'
import type { ShopRefusal } from '../../checkout.ts'
import { toMinor } from '../../money.ts'
import { refusedByShop } from '../../shopFetch.ts'
import type { MedusaApi } from './api.ts'
import { readPages } from '../readPages.ts'

const Listed = z.object({
  count: z.number().int(),
  products: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      handle: z.string().nullish(),
      thumbnail: z.string().nullable(),
      description: z.string().nullish(),
      images: z.array(z.object({ url: z.string() })).nullish(),
      options: z
        .array(
          z.object({ id: z.string(), title: z.string(), values: z.array(z.object({ value: z.string() })).nullish() }),
        )
        .nullish(),
      tags: z.array(z.object({ value: z.string() })).nullish(),
      type: z.object({ value: z.string() }).nullish(),
      variants: z
        .array(
          z.object({
            id: z.string(),
            title: z.string().nullable(),
            sku: z.string().nullable(),
            manage_inventory: z.boolean().nullish(),
            allow_backorder: z.boolean().nullish(),
            inventory_quantity: z.number().nullish(),
            options: z.array(z.object({ option_id: z.string().nullish(), value: z.string() })).nullish(),
            calculated_price: z
              .object({ calculated_amount: z.number().nullable(), currency_code: z.string().nullable() })
              .nullish(),
          }),
        )
        .nullable(),
    }),
  ),
})
type Product = z.infer<typeof Listed>['products'][number]
type Variant = NonNullable<Product['variants']>[number]

function stockOf(variant: Variant): Pick<ShopVariant, 'stock' | 'isUncounted'> {
  const { manage_inventory, allow_backorder, inventory_quantity } = variant
  if (manage_inventory === false || allow_backorder === true) return { stock: null, isUncounted: true }
  const units = inventory_quantity ?? null
  return { stock: units === null ? null : Math.max(0, units) }
}

/** A value names its option by its id. */
function valuesOf({ options }: Variant, product: Product): OptionValue[] {
  const names = new Map(product.options?.map(({ id, title }) => [id, title]))
  return (options ?? []).flatMap(({ option_id, value }) => {
    const name = names.get(option_id ?? '')
    return name === undefined ? [] : [{ name, value }]
  })
}

/** Its pictures have no words. */
function detailsOf({ options, images, description, tags, type }: Product): ShopDetails {
  return {
    options: (options ?? []).map(({ title, values }) => ({
      name: title,
      values: (values ?? []).map(({ value }) => value),
    })),
    pictures: (images ?? []).map(({ url }) => ({ url, alt: null })),
    description: { form: 'plain', text: description ?? '' },
    tags: (tags ?? []).map(({ value }) => value),
    type: type?.value ?? '',
  }
}

function toVariant(variant: Variant, product: Product, isOnly: boolean) {
  const { id, sku, title, calculated_price } = variant
  const currency = calculated_price?.currency_code?.toUpperCase()
  const priceMinor = currency === undefined ? null : toMinor(calculated_price?.calculated_amount ?? '', currency)
  if (priceMinor === null) return []
  const options = valuesOf(variant, product)
  return [{ externalId: id, sku: sku ?? '', title: isOnly ? null : title, priceMinor, ...stockOf(variant), options }]
}

function toProduct(product: Product, shopUrl: string): ShopProduct {
  const { id, title, handle, thumbnail, variants } = product
  const all = variants ?? []
  const kept = all.flatMap((variant) => toVariant(variant, product, all.length === 1))
  return {
    externalId: id,
    title,
    pictureUrl: thumbnail,
    pageUrl: pageBelow(shopUrl, 'products', handle),
    variants: kept,
    ...detailsOf(product),
  }
}

const currencyOf = (products: readonly Product[]) =>
  products
    .flatMap(({ variants }) => variants ?? [])
    .map((variant) => variant.calculated_price?.currency_code?.toUpperCase())
    .find((currency) => currency !== undefined)

const PAGE_SIZE = 100
const idOf = ({ id }: Product) => id
const FIELDS = '*variants.calculated_price,+variants.inventory_quantity'

interface Shelf {
  readonly regionId: string
  /** The storefront, whose pages of products are where Medusa's own starter has them. */
  readonly shopUrl: string
}

export async function readStore(
  store: MedusaApi,
  { regionId, shopUrl }: Shelf,
): Promise<Outcome<ShopCatalogue, ShopRefusal>> {
  const read = await readPages(
    0,
    async (page: number) => {
      const place = { limit: String(PAGE_SIZE), offset: String(page * PAGE_SIZE) }
      const query = new URLSearchParams({ region_id: regionId, fields: FIELDS, ...place })
      const listed = await store({ path: `/products?${query.toString()}` }, Listed)
      if (!listed.ok) return listed
      const { products: rows, count } = listed.value
      const isLast = (page + 1) * PAGE_SIZE >= count
      if (!isLast && rows.length < PAGE_SIZE) return refusedByShop(`page ${page + 1} of its products is not whole`)
      return grant({ rows, next: isLast ? null : page + 1 })
    },
    idOf,
  )
  if (!read.ok) return read
  const products = read.value
  const currency = currencyOf(products)
  return currency === undefined
    ? refusedByShop(
        `no product has a price in the region ${regionId}: its currency, or the sales channel of the key, is another`,
      )
    : grant({ currency, products: products.map((product) => toProduct(product, shopUrl)) })
}

/** Where one place is named, what it has counts, and not what all places of the sales channel have together. */
export function atPlace(catalogue: ShopCatalogue, units: ReadonlyMap<string, number>): ShopCatalogue {
  const products = catalogue.products.map((product) => ({
    ...product,
    variants: product.variants.map((variant) => {
      const stock = units.get(variant.externalId ?? '')
      return variant.stock === null || stock === undefined ? variant : { ...variant, stock }
    }),
  }))
  return { ...catalogue, products }
}
