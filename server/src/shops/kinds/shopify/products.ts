// Shopify's products: by the Storefront API, or by the public products.json where there is no token.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopCatalogue, ShopDetails, ShopProduct, ShopVariant } from '../../catalogue/catalogue.ts'
import { PublicProducts, toShopProduct } from '../../catalogue/productsJson.ts'
import type { ShopRefusal } from '../../checkout.ts'
import { toMinor } from '../../money.ts'
import { askShop, refusedByShop, type ShopFetch } from '../../shopFetch.ts'
import type { Graphql } from './graphql.ts'

const VARIANTS = `
  nodes { id sku title availableForSale quantityAvailable price { amount currencyCode } selectedOptions { name value } }
  pageInfo { hasNextPage endCursor }`
/** Most products have few variants: what is beyond the first hundred (Shopify has up to 2,048) is asked for product by product. */
const LIST = `query LanternProducts($after: String) {
  products(first: 50, after: $after, sortKey: ID) {
    nodes {
      id
      title
      onlineStoreUrl
      featuredImage { url }
      images(first: 20) { nodes { url altText } }
      options { name optionValues { name } }
      descriptionHtml
      tags
      vendor
      productType
      variants(first: 100) {${VARIANTS} }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
const LIST_VARIANTS = `query LanternVariants($id: ID!, $after: String) {
  product(id: $id) {
    variants(first: 250, after: $after) {${VARIANTS} }
  }
}`
const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })
const Variants = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      sku: z.string().nullable(),
      title: z.string(),
      availableForSale: z.boolean(),
      quantityAvailable: z.number().int().nullable(),
      price: z.object({ amount: z.string(), currencyCode: z.string().length(3) }),
      selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
    }),
  ),
  pageInfo: PageInfo,
})
/** Not every token may see every field. */
const Details = {
  images: z.object({ nodes: z.array(z.object({ url: z.string(), altText: z.string().nullish() })) }).nullish(),
  options: z.array(z.object({ name: z.string(), optionValues: z.array(z.object({ name: z.string() })) })).nullish(),
  descriptionHtml: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  vendor: z.string().nullish(),
  productType: z.string().nullish(),
}
const ListedVariants = z.object({ product: z.object({ variants: Variants }).nullable() })
const Listed = z.object({
  products: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        /** Null: it is not on the shop's own pages. */
        onlineStoreUrl: z.string().nullish(),
        featuredImage: z.object({ url: z.string() }).nullable(),
        ...Details,
        variants: Variants,
      }),
    ),
    pageInfo: PageInfo,
  }),
})
type Page = z.infer<typeof Listed>['products']
type Product = Page['nodes'][number]
type Variant = z.infer<typeof Variants>['nodes'][number]

const idOf = (gid: string) => gid.split('/').at(-1) ?? gid

/** Sold though there is none, so the number does not bind: not counted, or sold on when it has run out. */
function stockOf({ availableForSale, quantityAvailable }: Variant): Pick<ShopVariant, 'stock' | 'isUncounted'> {
  if (quantityAvailable === null) return { stock: null }
  if (availableForSale && quantityAvailable <= 0) return { stock: null, isUncounted: true }
  return { stock: Math.max(0, quantityAvailable) }
}

function toVariant(variant: Variant) {
  const { id, sku, title, price } = variant
  const priceMinor = toMinor(price.amount, price.currencyCode)
  if (priceMinor === null) return []
  const name = title === 'Default Title' ? null : title
  const options = name === null ? [] : (variant.selectedOptions ?? [])
  return [{ externalId: idOf(id), sku: sku ?? '', title: name, priceMinor, ...stockOf(variant), options }]
}

/** Shopify's own words for a product without options: one called `Title` with the value `Default Title`. */
const isDefault = (values: readonly string[]) => values.length === 1 && values[0] === 'Default Title'

function detailsOf(product: Product): ShopDetails {
  const named = (product.options ?? []).map(({ name, optionValues }) => ({
    name,
    values: optionValues.map((value) => value.name),
  }))
  return {
    options: named.filter(({ values }) => !isDefault(values)),
    pictures: (product.images?.nodes ?? []).map(({ url, altText }) => ({ url, alt: altText ?? null })),
    description: { form: 'html', text: product.descriptionHtml ?? '' },
    tags: product.tags ?? [],
    vendor: product.vendor ?? '',
    type: product.productType ?? '',
  }
}

function toProduct(product: Product): ShopProduct {
  const { id, title, onlineStoreUrl, featuredImage, variants } = product
  const pictureUrl = featuredImage?.url ?? null
  const pageUrl = onlineStoreUrl ?? null
  const kept = variants.nodes.flatMap(toVariant)
  return { externalId: idOf(id), title, pictureUrl, pageUrl, variants: kept, ...detailsOf(product) }
}

const MAX_PAGES = 100

/** The product with all of its variants; one that is gone meanwhile keeps those that were read. */
async function completed(storefront: Graphql, product: Product): Promise<Outcome<Product, ShopRefusal>> {
  let { nodes, pageInfo } = product.variants
  for (let page = 1; pageInfo.hasNextPage && page < MAX_PAGES; page += 1) {
    const variables = { id: product.id, after: pageInfo.endCursor }
    const listed: Outcome<z.infer<typeof ListedVariants>, ShopRefusal> = await storefront(
      LIST_VARIANTS,
      variables,
      ListedVariants,
    )
    if (!listed.ok) return listed
    if (listed.value.product === null) break
    nodes = [...nodes, ...listed.value.product.variants.nodes]
    pageInfo = listed.value.product.variants.pageInfo
  }
  return grant({ ...product, variants: { nodes, pageInfo } })
}

export async function readStorefront(storefront: Graphql): Promise<Outcome<ShopCatalogue, ShopRefusal>> {
  const nodes: Page['nodes'] = []
  let after: string | null = null
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const listed: Outcome<z.infer<typeof Listed>, ShopRefusal> = await storefront(LIST, { after }, Listed)
    if (!listed.ok) return listed
    nodes.push(...listed.value.products.nodes)
    if (!listed.value.products.pageInfo.hasNextPage) break
    after = listed.value.products.pageInfo.endCursor
  }
  const currency = nodes.flatMap(({ variants }) => variants.nodes)[0]?.price.currencyCode
  if (currency === undefined) return refusedByShop('no product that this token may see')
  const products: ShopProduct[] = []
  for (const product of nodes) {
    const whole = await completed(storefront, product)
    if (!whole.ok) return whole
    products.push(toProduct(whole.value))
  }
  return grant({ currency, products })
}

const Meta = z.object({ currency: z.string().length(3) })
const PAGE_SIZE = 250

/** What a shop tells everybody about itself. */
export function readMeta(fetchShop: ShopFetch, shopUrl: string) {
  return askShop(fetchShop, { url: `${shopUrl}/meta.json` }, Meta)
}

export async function readPublic(fetchShop: ShopFetch, shopUrl: string): Promise<Outcome<ShopCatalogue, ShopRefusal>> {
  const meta = await readMeta(fetchShop, shopUrl)
  if (!meta.ok) return meta
  const { currency } = meta.value
  const products: ShopProduct[] = []
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const url = `${shopUrl}/products.json?limit=${PAGE_SIZE}&page=${page}`
    const listed = await askShop(fetchShop, { url }, PublicProducts)
    if (!listed.ok) return listed
    products.push(...listed.value.products.map((product) => toShopProduct(product, { currency, shopUrl })))
    if (listed.value.products.length < PAGE_SIZE) break
  }
  return grant({ currency, products })
}
