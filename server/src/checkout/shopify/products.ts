// Shopify's products: by the Storefront API, or by the public products.json where there is no token.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopCatalogue, ShopProduct, ShopVariant } from '../catalogue/catalogue.ts'
import { PublicProducts, toShopProduct } from '../catalogue/productsJson.ts'
import type { ShopRefusal } from '../checkout.ts'
import { toMinor } from '../money.ts'
import { askShop, refusedByShop, type ShopFetch } from '../shopFetch.ts'
import type { Graphql } from './graphql.ts'

const LIST = `query LanternProducts($after: String) {
  products(first: 50, after: $after, sortKey: ID) {
    nodes {
      id
      title
      featuredImage { url }
      variants(first: 100) {
        nodes { id sku title availableForSale quantityAvailable price { amount currencyCode } }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`
const Listed = z.object({
  products: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        featuredImage: z.object({ url: z.string() }).nullable(),
        variants: z.object({
          nodes: z.array(
            z.object({
              id: z.string(),
              sku: z.string().nullable(),
              title: z.string(),
              availableForSale: z.boolean(),
              quantityAvailable: z.number().int().nullable(),
              price: z.object({ amount: z.string(), currencyCode: z.string().length(3) }),
            }),
          ),
        }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})
type Page = z.infer<typeof Listed>['products']
type Variant = Page['nodes'][number]['variants']['nodes'][number]

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
  return [{ externalId: idOf(id), sku: sku ?? '', title: name, priceMinor, ...stockOf(variant) }]
}

function toProduct({ id, title, featuredImage, variants }: Page['nodes'][number]): ShopProduct {
  const pictureUrl = featuredImage?.url ?? null
  return { externalId: idOf(id), title, pictureUrl, variants: variants.nodes.flatMap(toVariant) }
}

const MAX_PAGES = 100

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
  const currency = nodes[0]?.variants.nodes[0]?.price.currencyCode
  if (currency === undefined) return refusedByShop('no product that this token may see')
  return grant({ currency, products: nodes.map(toProduct) })
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
    products.push(...listed.value.products.map((product) => toShopProduct(product, currency)))
    if (listed.value.products.length < PAGE_SIZE) break
  }
  return grant({ currency, products })
}
