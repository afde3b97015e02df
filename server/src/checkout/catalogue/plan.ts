// What an import would change: worked out before anything is, so that staff can look at it.
import { ProductId } from '@lantern/shared/contract/ids.ts'
import type { ImportReport } from '@lantern/shared/contract/shop.ts'
import { firstBy } from '../../domain/firstBy.ts'
import type { ImportedProduct, KnownProduct, KnownVariant } from '../../store/shopRecords.ts'
import type { ShopCatalogue, ShopProduct, ShopVariant } from './catalogue.ts'

interface Named {
  readonly product: string
  readonly sku: string
}

export interface ImportPlan {
  readonly currency: string
  /** Variants that are new here; of a product that is new as a whole, too. */
  readonly added: readonly Named[]
  readonly repriced: readonly (Named & { readonly fromMinor: number; readonly toMinor: number })[]
  /** Once imported and not in the shop any more: kept, but in no new show. */
  readonly vanished: readonly Named[]
  readonly unchanged: number
  /** What could not be taken, with why: a product without variants, for example. */
  readonly skipped: ImportReport['skipped']
  readonly products: readonly ImportedProduct[]
  /** Where new pictures are fetched from, by product. */
  readonly pictures: ReadonlyMap<ProductId, string>
}

export interface PlanParts {
  readonly known: readonly KnownProduct[]
  readonly read: ShopCatalogue
  readonly newId: () => string
}

const MAX_TITLE = 300
const MAX_SKU = 128
const MAX_STOCK = 1_000_000

/** A shop may leave skus empty or use one twice; ours name a variant for ever. */
function createSkus() {
  const used = new Set<string>()
  return ({ sku, externalId }: ShopVariant, product: ShopProduct): string => {
    const own = sku.trim().slice(0, MAX_SKU)
    const unique =
      own !== '' && !used.has(own) ? own : `${product.externalId}-${externalId ?? used.size}`.slice(0, MAX_SKU)
    used.add(unique)
    return unique
  }
}

type SkuOf = ReturnType<typeof createSkus>

const cut = (text: string) => text.trim().slice(0, MAX_TITLE)

function whyNot({ title, variants }: ShopProduct): ImportReport['skipped'][number]['why'] | null {
  if (title.trim() === '') return 'noTitle'
  if (variants.length === 0) return 'noVariant'
  return variants.every(({ priceMinor }) => priceMinor < 1) ? 'noPrice' : null
}

function toImported(product: ShopProduct, id: ProductId, skuOf: SkuOf): ImportedProduct {
  const sold = product.variants.filter(({ priceMinor }) => priceMinor >= 1)
  return {
    id,
    externalId: product.externalId,
    title: cut(product.title),
    picture: null,
    variants: sold.map((variant) => ({
      ...variant,
      sku: skuOf(variant, product),
      title: variant.title === null ? null : cut(variant.title),
      stock: variant.stock === null ? null : Math.min(MAX_STOCK, Math.max(0, Math.floor(variant.stock))),
    })),
  }
}

/** Finds among thousands without reading all of them for each. */
function createFinder(known: readonly KnownProduct[]) {
  const places = known.flatMap((product, place) => product.variants.map((variant) => ({ product, place, variant })))
  const productById = firstBy(known, ({ externalId }) => externalId)
  const byId = firstBy(places, ({ variant }) => variant.externalId)
  const bySku = firstBy(places, ({ variant }) => variant.sku)
  return {
    variant: ({ externalId, sku }: ImportedProduct['variants'][number]): KnownVariant | undefined =>
      ((externalId === null ? undefined : byId.get(externalId)) ?? bySku.get(sku))?.variant,
    /** A product is known by the shop's id, or by a sku it shares with one of ours. */
    product({ externalId, variants }: ShopProduct): KnownProduct | undefined {
      const sharing = variants.flatMap(({ sku }) => bySku.get(sku) ?? []).sort((a, b) => a.place - b.place)
      return productById.get(externalId) ?? sharing[0]?.product
    },
  }
}

export function planImport({ known, read, newId }: PlanParts): ImportPlan {
  const skuOf = createSkus()
  const find = createFinder(known)
  const skipped = read.products.flatMap((product) => {
    const why = whyNot(product)
    return why === null ? [] : [{ product: product.title || product.externalId, why }]
  })
  const taken = read.products.filter((product) => whyNot(product) === null)
  const products = taken.map((product) => {
    const old = find.product(product)
    return toImported(product, old?.id ?? ProductId.parse(newId()), skuOf)
  })
  const pairs = products.flatMap((product) =>
    product.variants.map((variant) => ({ product: product.title, variant, old: find.variant(variant) })),
  )
  const kept = new Set(pairs.map(({ old }) => old?.id))
  const repriced = pairs.flatMap(({ product, variant, old }) =>
    old === undefined || old.priceMinor === variant.priceMinor
      ? []
      : [{ product, sku: old.sku, fromMinor: old.priceMinor, toMinor: variant.priceMinor }],
  )
  const vanished = known.flatMap(({ title, variants }) =>
    variants
      .filter(({ id, externalId, available }) => externalId !== null && available && !kept.has(id))
      .map(({ sku }) => ({ product: title, sku })),
  )
  const added = pairs
    .filter(({ old }) => old === undefined)
    .map(({ product, variant }) => ({ product, sku: variant.sku }))
  const pictures = new Map(
    taken.flatMap(({ pictureUrl }, i) => {
      const product = products[i]
      return pictureUrl === null || product === undefined ? [] : [[product.id, pictureUrl] as const]
    }),
  )
  const unchanged = pairs.length - added.length - repriced.length
  return { currency: read.currency, added, repriced, vanished, unchanged, skipped, products, pictures }
}
