// What of a shop's catalogue can be taken over: what is left out, and what is taken but not as it stands there, each with why.
import { MOST_UNITS, type ProductId } from '@lantern/shared/contract/ids.ts'
import type { ImportReport } from '@lantern/shared/contract/shop.ts'
import type { ImportedProduct } from '../records/shopRecords.ts'
import type { ShopCatalogue, ShopProduct, ShopVariant } from './catalogue.ts'
import { shortText, takeDetails } from './takeDetails.ts'
import { isWebAddress, webAddress } from './webAddress.ts'

type Skipped = ImportReport['skipped'][number]
type Doubted = ImportReport['doubted'][number]

export interface Takeable {
  /** What is left out is in it without variants: it may be known here, and is sold no more. */
  readonly products: readonly ImportedProduct[]
  readonly skipped: readonly Skipped[]
  readonly doubted: readonly Doubted[]
}

const MAX_TITLE = 300
const MAX_SKU = 128
const MOST_SHOWN = 80

const cut = (text: string) => text.trim().slice(0, MAX_TITLE).toWellFormed()

function whyNot({ title, variants, withdrawn }: ShopProduct): Skipped['why'] | null {
  if (withdrawn !== undefined) return withdrawn
  if (title.trim() === '') return 'noTitle'
  if (variants.length === 0) return 'noVariant'
  if (variants.every(({ isOpen }) => isOpen)) return 'openOption'
  return variants.every(({ priceMinor }) => priceMinor < 1) ? 'noPrice' : null
}

/** Nothing but its place would tell one from the other. */
const sameness = ({ externalId, title, sku }: ShopVariant) => JSON.stringify([externalId, title, sku])

function toVariant({ externalId, sku, title, priceMinor, stock, isUncounted, options }: ShopVariant) {
  const units = stock === null ? null : Math.min(MOST_UNITS, Math.max(0, Math.floor(stock)))
  const ownSku = sku.trim().slice(0, MAX_SKU).toWellFormed()
  const counting = { stock: units, ...(isUncounted && { isUncounted }) }
  const values = options?.map(({ name, value }) => ({ name: shortText(name), value: shortText(value) }))
  const own = { externalId, sku: ownSku, title: title === null ? null : cut(title), priceMinor }
  return { ...own, ...counting, ...(values !== undefined && { options: values }) }
}

function doubtsOf({ title: product, pictureUrl }: ShopProduct, variants: readonly ShopVariant[]): Doubted[] {
  const picture =
    pictureUrl === null || isWebAddress(pictureUrl)
      ? []
      : [{ product, why: 'badPicture' as const, got: pictureUrl.slice(0, MOST_SHOWN).toWellFormed() }]
  const stocks = variants.flatMap(({ title, stock }) =>
    stock !== null && stock < 0
      ? [
          {
            product: title === null ? product : `${product} (${title})`,
            why: 'negativeStock' as const,
            got: `${stock}`,
          },
        ]
      : [],
  )
  return [...picture, ...stocks]
}

interface Taken {
  readonly product: ImportedProduct
  readonly skipped: readonly Skipped[]
  readonly doubted: readonly Doubted[]
}

function take(read: ShopProduct, id: ProductId): Taken {
  const { externalId, title, variants } = read
  const bare = { id, externalId, title: cut(title), picture: null, pageUrl: webAddress(read.pageUrl) }
  const name = title || externalId
  const why = whyNot(read)
  if (why !== null) return { product: { ...bare, variants: [] }, skipped: [{ product: name, why }], doubted: [] }
  const sold = variants.filter(({ priceMinor }) => priceMinor >= 1)
  const firsts = [...Map.groupBy(sold, sameness).values()].flatMap(([first]) => first ?? [])
  const details = takeDetails(read)
  return {
    product: { ...bare, variants: firsts.map(toVariant), ...(details !== null && { details }) },
    skipped: Array.from({ length: sold.length - firsts.length }, () => ({ product: name, why: 'twice' as const })),
    doubted: doubtsOf(read, firsts),
  }
}

/** Variants with an option left open are said one by one, where there are others. */
function takeClosed(read: ShopProduct, id: ProductId): Taken {
  const [open, closed] = [read.variants.filter(({ isOpen }) => isOpen), read.variants.filter(({ isOpen }) => !isOpen)]
  if (open.length === 0 || closed.length === 0) return take(read, id)
  const taken = take({ ...read, variants: closed }, id)
  const skipped = open.map(({ title }) => ({ product: `${read.title} (${title ?? ''})`, why: 'openOption' as const }))
  return { ...taken, skipped: [...skipped, ...taken.skipped] }
}

export function takeableOf({ products }: ShopCatalogue, newId: () => ProductId): Takeable {
  // Whose list moves while it is read page by page says one twice.
  const firsts = [...Map.groupBy(products, ({ externalId }) => externalId).values()].flatMap(([first]) => first ?? [])
  const taken = firsts.map((product) => takeClosed(product, newId()))
  return {
    products: taken.map(({ product }) => product),
    skipped: taken.flatMap(({ skipped }) => skipped),
    doubted: taken.flatMap(({ doubted }) => doubted),
  }
}
