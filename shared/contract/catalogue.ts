// Products beyond name and price: what a sheet tells of one, and what differs between the shop and here before it is taken over.
import * as z from 'zod'
import { At, Currency, Minor, ProductId, ShowId, Units } from './ids.ts'
import { LocalText } from './things.ts'

export const ProductOption = z.object({ name: z.string(), values: z.array(z.string()).readonly() })
export type ProductOption = z.infer<typeof ProductOption>

export const OptionValue = z.object({ name: z.string(), value: z.string() })
export type OptionValue = z.infer<typeof OptionValue>

/**
 * GET /api/products/:show/:product (everybody), fetched when a product's sheet is opened. Texts are plain, empty where the shop says
 * nothing. 404 PRODUCT_NOT_FOUND.
 */
export const ProductDetails = z.object({
  options: z.array(ProductOption),
  /** Beside the first one: paths on this server, in the shop's order. `alt`: empty where the shop has no words for it. */
  pictures: z.array(z.object({ src: z.string(), alt: z.string() })),
  description: z.string(),
  /** A size chart, a row a line. */
  sizes: z.string(),
  tags: z.array(z.string()),
  vendor: z.string(),
  type: z.string(),
})
export type ProductDetails = z.infer<typeof ProductDetails>

/** One thing that is another in the shop than here. `sku` null: of the product as a whole. `gone`: the shop sells it no more. */
export const Difference = z.discriminatedUnion('what', [
  z.object({ what: z.literal('new'), sku: z.string(), priceMinor: Minor }),
  z.object({ what: z.literal('gone'), sku: z.string() }),
  z.object({ what: z.literal('price'), sku: z.string(), fromMinor: Minor, toMinor: Minor }),
  z.object({ what: z.literal('title'), sku: z.string().nullable(), from: z.string(), to: z.string() }),
  z.object({ what: z.literal('options'), sku: z.string(), from: z.string(), to: z.string() }),
  /** Null: the shop does not count it. */
  z.object({ what: z.literal('stock'), sku: z.string(), from: Units.nullable(), to: Units.nullable() }),
  /** Description, pictures, sizes, tags, vendor or type. */
  z.object({ what: z.literal('details') }),
])
export type Difference = z.infer<typeof Difference>

/** More of one product are counted, not listed. */
export const MOST_DIFFERENCES = 50

export const ProductChange = z.object({
  /** Names it when it is taken or left. */
  key: z.string(),
  title: z.string(),
  /** Null: it is new here. */
  productId: ProductId.nullable(),
  /** A path on this server, empty where it has none; of a new product one that may lead nowhere (GET /api/shop/changes/picture). */
  picture: z.string(),
  /** Shows that are live with it: they keep their prices and units, whatever is taken. */
  live: z.array(z.object({ showId: ShowId, title: LocalText })),
  differences: z.array(Difference).max(MOST_DIFFERENCES),
  more: Units,
})
export type ProductChange = z.infer<typeof ProductChange>

/** Why the shop could not be read, or what it says cannot be taken over; what was found before it stays as it was. */
export const RefreshProblem = z.object({
  code: z.enum(['SHOP_CANNOT', 'SHOP_UNREACHABLE', 'SHOP_REFUSED', 'CURRENCY_CHANGED']),
  /** In the shop's own words; empty: it said nothing. */
  why: z.string(),
})
export type RefreshProblem = z.infer<typeof RefreshProblem>

export const CHANGES_A_PAGE = 50

/** Query of GET /api/shop/changes (staff) -> CatalogueChanges: page by page, `after` is the `next` of the one before. */
export const ChangesQuery = z.object({ after: z.string().max(200).optional() })

/** Query of GET /api/shop/changes/picture (owner): the product that is new at the shop, by its key. */
export const ChangeQuery = z.object({ key: z.string().min(1).max(200) })

export const CatalogueChanges = z.object({
  /** When the shop was read last for this list; null: never. */
  readAt: At.nullable(),
  /** The shop has said since that there is something new. */
  isNewer: z.boolean(),
  problem: RefreshProblem.nullable(),
  /** What products are kept in here, and what the shop asked in when it was read last. */
  currency: Currency.nullable(),
  shopCurrency: Currency.nullable(),
  /** Products that wait to be taken or left, on all pages. */
  total: Units,
  /** Of taking over all, in products, while it goes on; null: it does not. */
  taking: z.object({ done: Units, total: Units }).nullable(),
  changes: z.array(ProductChange),
  next: z.string().nullable(),
})
export type CatalogueChanges = z.infer<typeof CatalogueChanges>

/** POST /api/shop/changes/take and /api/shop/changes/leave (owner) -> CatalogueChanges, its first page. Safe to repeat. */
export const ChosenChanges = z.object({
  /** Keys of the list; `all`: every one that was found until now. */
  keys: z.union([z.literal('all'), z.array(z.string().min(1).max(200)).min(1).max(500)]),
})
export type ChosenChanges = z.infer<typeof ChosenChanges>

/** Query of POST /api/shop/import (owner): the other currency that the shop asks in now, where staff want its products in it. */
export const ImportQuery = z.object({ agreed: Currency.optional() })
