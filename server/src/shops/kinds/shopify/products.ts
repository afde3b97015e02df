// Shopify's products: by the Storefront API, or by the public products.json where there is no token.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopCatalogue, ShopDetails, ShopProduct, ShopVariant } from '../../catalogue/catalogue.ts'
import { PublicProducts, toShopProduct } from '../../catalogue/productsJson.ts'
import type { ShopRefusal } from '../../checkout.ts'
import { toMinor } from '../../money.ts'
import { askShop, refusedByShop, type ShopFetch } from '../../shopFetch.ts'
import type { Graphql } from './graphql.ts'
import { readPages } from '../readPages.ts'

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
      requiresSellingPlan
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
        /** It can be bought by subscription alone. */
        requiresSellingPlan: z.boolean().nullish(),
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
  if (product.requiresSellingPlan === true)
    return { externalId: idOf(id), title, pictureUrl, pageUrl, withdrawn: 'subscription', variants: [] }
  const kept = variants.nodes.flatMap(toVariant)
  return { externalId: idOf(id), title, pictureUrl, pageUrl, variants: kept, ...detailsOf(product) }
}

/** One that leads on and does not say where is no whole answer. */
function nextOf({ hasNextPage, endCursor }: Page['pageInfo']): Outcome<string | null, ShopRefusal> {
  if (!hasNextPage) return grant(null)
  return endCursor === null ? refusedByShop('a page that does not say where the next one is') : grant(endCursor)
}

const pageOf = <Row>(rows: readonly Row[], next: Outcome<string | null, ShopRefusal>) =>
  next.ok ? grant({ rows, next: next.value }) : next

/** The product with all of its variants; one that is gone meanwhile keeps those that were read. */
async function completed(storefront: Graphql, product: Product): Promise<Outcome<Product, ShopRefusal>> {
  const { nodes, pageInfo } = product.variants
  const first = nextOf(pageInfo)
  if (!first.ok) return first
  if (first.value === null) return grant(product)
  const more = await readPages(
    first.value,
    async (after: string) => {
      const listed = await storefront(LIST_VARIANTS, { id: product.id, after }, ListedVariants)
      if (!listed.ok) return listed
      const variants = listed.value.product?.variants
      return pageOf(variants?.nodes ?? [], variants ? nextOf(variants.pageInfo) : grant(null))
    },
    ({ id }) => id,
  )
  return more.ok ? grant({ ...product, variants: { nodes: [...nodes, ...more.value], pageInfo } }) : more
}

/** No cursor is empty. */
const FIRST_PAGE = ''

export async function readStorefront(storefront: Graphql): Promise<Outcome<ShopCatalogue, ShopRefusal>> {
  const listed = await readPages(
    FIRST_PAGE,
    async (place) => {
      const page = await storefront(LIST, { after: place === FIRST_PAGE ? null : place }, Listed)
      return page.ok ? pageOf(page.value.products.nodes, nextOf(page.value.products.pageInfo)) : page
    },
    ({ id }) => id,
  )
  if (!listed.ok) return listed
  const nodes = listed.value
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
  const listed = await readPages(
    1,
    async (page: number) => {
      const url = `${shopUrl}/products.json?limit=${PAGE_SIZE}&page=${page}`
      const read = await askShop(fetchShop, { url }, PublicProducts)
      if (!read.ok) return read
      const rows = read.value.products
      return grant({ rows, next: rows.length < PAGE_SIZE ? null : page + 1 })
    },
    ({ id }) => String(id),
  )
  if (!listed.ok) return listed
  return grant({ currency, products: listed.value.map((product) => toShopProduct(product, { currency, shopUrl })) })
}
