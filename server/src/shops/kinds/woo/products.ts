// WooCommerce's products by its Store API, which needs no key.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { OptionValue, ShopCatalogue, ShopDetails, ShopProduct, ShopVariant } from '../../catalogue/catalogue.ts'
import type { ShopRefusal } from '../../checkout.ts'
import { rescale } from '../../money.ts'
import { refusedByShop, type ShopFetch } from '../../shopFetch.ts'
import { askWoo } from './api.ts'
import { readPreparedText } from './preparedText.ts'
import { readPages } from '../readPages.ts'

const PreparedText = z.string().transform(readPreparedText)

const Item = z.object({
  id: z.number().int().positive(),
  name: PreparedText,
  permalink: z.string().nullish(),
  /** 0: it is no variation. */
  parent: z.number().int(),
  type: z.string(),
  /** `Size: M` where it is a variation. */
  variation: PreparedText,
  sku: PreparedText,
  prices: z.object({
    price: z.string(),
    currency_code: z.string().length(3),
    currency_minor_unit: z.number().int().min(0).max(6),
  }),
  images: z.array(z.object({ src: z.string(), alt: PreparedText.nullish() })),
  /** HTML, both. */
  description: z.string().nullish(),
  short_description: z.string().nullish(),
  tags: z.array(z.object({ name: PreparedText })).nullish(),
  categories: z.array(z.object({ name: PreparedText })).nullish(),
  /** Since WooCommerce 9.6. */
  brands: z.array(z.object({ name: PreparedText })).nullish(),
  attributes: z
    .array(
      z.object({
        name: PreparedText,
        has_variations: z.boolean().nullish(),
        terms: z.array(z.object({ name: PreparedText, slug: z.string().nullish() })).nullish(),
      }),
    )
    .nullish(),
  /** Of a product: what its variations are chosen by, values of shop-wide attributes by their slugs. */
  variations: z
    .array(
      z.object({
        id: z.number().int(),
        attributes: z.array(z.object({ name: PreparedText, value: PreparedText.nullish() })),
      }),
    )
    .nullish(),
  is_in_stock: z.boolean(),
  /** Only told when it is low. */
  low_stock_remaining: z.number().nullable(),
})
type Item = z.infer<typeof Item>

const PAGE_SIZE = 100

function readAll(
  fetchShop: ShopFetch,
  shopUrl: string,
  filter: string,
): Promise<Outcome<readonly Item[], ShopRefusal>> {
  return readPages(
    1,
    async (page: number) => {
      const query = `per_page=${PAGE_SIZE}&page=${page}&orderby=id&order=asc${filter}`
      const [counting, pages] = countingPages(fetchShop)
      const listed = await askWoo(counting, { url: `${shopUrl}/wp-json/wc/store/v1/products?${query}` }, z.array(Item))
      if (!listed.ok) return listed
      const { value: rows } = listed
      const isLast = page >= (pages() ?? (rows.length < PAGE_SIZE ? page : page + 1))
      if (!isLast && rows.length === 0) return refusedByShop(`page ${page} of its products is empty`)
      return grant({ rows, next: isLast ? null : page + 1 })
    },
    ({ id }) => String(id),
  )
}

/** WordPress says in a header how many pages there are; where something on the way drops it, a page that is not full is the last. */
function countingPages(fetchShop: ShopFetch): [ShopFetch, () => number | null] {
  let pages: number | null = null
  const counting: ShopFetch = async (request) => {
    const answer = await fetchShop(request)
    const told = answer.ok ? answer.value.headers.get('x-wp-totalpages') : null
    pages = told !== null && /^\d+$/.test(told) ? Number(told) : null
    return answer
  }
  return [counting, () => pages]
}

/** Sold on when it has run out, it binds nothing. It may have a fraction where a plugin counts so. */
function stockOf({ is_in_stock, low_stock_remaining: left }: Item): Pick<ShopVariant, 'stock' | 'isUncounted'> {
  if (!is_in_stock) return { stock: 0 }
  if (left === null) return { stock: null }
  return left <= 0 ? { stock: null, isUncounted: true } : { stock: Math.floor(left) }
}

function toVariant(item: Item, title: string | null): ShopVariant[] {
  const { price, currency_code, currency_minor_unit } = item.prices
  const priceMinor = rescale(price, currency_minor_unit, currency_code)
  if (priceMinor === null) return []
  return [{ externalId: String(item.id), sku: item.sku, title, priceMinor, ...stockOf(item) }]
}

function optionsOf({ attributes }: Item) {
  return (attributes ?? []).filter(({ has_variations }) => has_variations === true)
}

/** Ids of variations that stand for any value of an attribute ("Any size"): the checkout would ask for it, and the link cannot say. */
function openOf({ variations }: Item): ReadonlySet<number> {
  const open = (variations ?? []).filter(({ attributes }) => attributes.some(({ value }) => !value))
  return new Set(open.map(({ id }) => id))
}

/** By the variation's id; one that stands for any value has none. */
function valuesByVariation(item: Item): ReadonlyMap<number, readonly OptionValue[]> {
  const named = new Map(
    optionsOf(item).map(({ name, terms }) => [name, new Map((terms ?? []).map((term) => [term.slug, term.name]))]),
  )
  const toValue = ({ name, value }: { name: string; value?: string | null | undefined }) =>
    value ? [{ name, value: named.get(name)?.get(value) ?? value }] : []
  return new Map((item.variations ?? []).map(({ id, attributes }) => [id, attributes.flatMap(toValue)]))
}

function detailsOf(item: Item): ShopDetails {
  const options = optionsOf(item).map(({ name, terms }) => ({ name, values: (terms ?? []).map((term) => term.name) }))
  return {
    options: item.type === 'variable' ? options : [],
    pictures: item.images.map(({ src, alt }) => ({ url: src, alt: alt || null })),
    description: { form: 'html', text: item.description || (item.short_description ?? '') },
    tags: (item.tags ?? []).map(({ name }) => name),
    vendor: item.brands?.[0]?.name ?? '',
    type: item.categories?.[0]?.name ?? '',
  }
}

/** Kinds without a price of their own (groups, affiliate links) cannot be sold here. */
function toProduct(item: Item, variations: readonly Item[]): ShopProduct[] {
  const [values, open] = [valuesByVariation(item), openOf(item)]
  const withValues = (one: Item) =>
    toVariant(one, one.variation === '' ? one.name : one.variation).map((variant) => ({
      ...variant,
      options: values.get(one.id) ?? [],
      ...(open.has(one.id) && { isOpen: true as const }),
    }))
  const variants =
    item.type === 'variable' ? variations.flatMap(withValues) : item.type === 'simple' ? toVariant(item, null) : []
  if (variants.length === 0) return []
  const pictureUrl = item.images[0]?.src ?? null
  const own = { externalId: String(item.id), title: item.name, pictureUrl, pageUrl: item.permalink ?? null }
  return [{ ...own, variants, ...detailsOf(item) }]
}

export async function readStore(fetchShop: ShopFetch, shopUrl: string): Promise<Outcome<ShopCatalogue, ShopRefusal>> {
  const items = await readAll(fetchShop, shopUrl, '')
  if (!items.ok) return items
  const variations = await readAll(fetchShop, shopUrl, '&type=variation')
  if (!variations.ok) return variations
  const ofParent = Map.groupBy(variations.value, (one) => one.parent)
  const products = items.value.flatMap((item) => toProduct(item, ofParent.get(item.id) ?? []))
  const currency = items.value[0]?.prices.currency_code
  return currency === undefined ? refusedByShop('no product that can be sold') : grant({ currency, products })
}
