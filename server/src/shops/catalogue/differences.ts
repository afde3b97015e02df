// What is another in the shop than here, product by product, for staff to look at before it is taken over.
import type { Difference, OptionValue } from '@lantern/shared/contract/catalogue.ts'
import type { ProductId } from '@lantern/shared/contract/ids.ts'
import type { Matched } from '../../domain/catalogue/matchCatalogue.ts'
import type { ImportedProduct, ImportedVariant, KnownProduct, KnownVariant } from '../records/shopRecords.ts'

export interface ProductDifferences {
  /** Null: the shop does not list it any more. */
  readonly read: ImportedProduct | null
  /** Null: it is new here. */
  readonly productId: ProductId | null
  readonly title: string
  readonly differences: readonly Difference[]
}

type Place = Matched<ImportedProduct, ImportedVariant, KnownVariant>['variants'][number]

const written = (options: readonly OptionValue[] | null | undefined) =>
  (options ?? []).map(({ name, value }) => `${name}: ${value}`).join(', ')

/** Null: no number of units binds, or the shop does not say. */
function stockDifference({ variant, old, sku }: Place & { readonly old: KnownVariant }): Difference[] {
  const to = variant.isUncounted ? null : (variant.stock ?? old.stock)
  return to === old.stock ? [] : [{ what: 'stock', sku, from: old.stock, to }]
}

function variantDifferences(place: Place): Difference[] {
  const { variant, old, sku } = place
  if (old === undefined) return [{ what: 'new', sku, priceMinor: variant.priceMinor }]
  const [from, to] = [old.title ?? '', variant.title ?? '']
  const options = [written(old.options), written(variant.options)] as const
  return [
    ...(old.available ? [] : [{ what: 'new' as const, sku, priceMinor: variant.priceMinor }]),
    ...(old.priceMinor === variant.priceMinor
      ? []
      : [{ what: 'price' as const, sku, fromMinor: old.priceMinor, toMinor: variant.priceMinor }]),
    ...(from === to ? [] : [{ what: 'title' as const, sku, from, to }]),
    ...(variant.options === undefined || options[0] === options[1]
      ? []
      : [{ what: 'options' as const, sku, from: options[0], to: options[1] }]),
    ...stockDifference({ ...place, old }),
  ]
}

/** What a whole catalogue says beside its variants: names, and what a sheet tells. */
function ownDifferences(read: ImportedProduct, old: KnownProduct | undefined): Difference[] {
  if (old === undefined || read.variants.length === 0) return []
  const { details } = read
  return [
    ...(old.title === read.title ? [] : [{ what: 'title' as const, sku: null, from: old.title, to: read.title }]),
    ...(details === undefined || details.digest === old.digest ? [] : [{ what: 'details' as const }]),
  ]
}

/** Products in the order of the shop, then those that it does not list any more; none that is as it was. */
export function differencesOf(
  known: readonly KnownProduct[],
  matched: Matched<ImportedProduct, ImportedVariant, KnownVariant>,
): ProductDifferences[] {
  const byId = new Map(known.map((product) => [product.id, product]))
  const ofRead = Map.groupBy(matched.variants, ({ product }) => product)
  const goneFrom = Map.groupBy(matched.vanished, ({ product }) => product.id)
  const gone = (id: ProductId | undefined): Difference[] =>
    (id === undefined ? [] : (goneFrom.get(id) ?? [])).map(({ variant }) => ({ what: 'gone', sku: variant.sku }))
  const listed = matched.products.map(({ read, old }) => ({
    read,
    productId: old?.id ?? null,
    title: read.title || (old?.title ?? ''),
    differences: [
      ...ownDifferences(read, old && byId.get(old.id)),
      ...(ofRead.get(read) ?? []).flatMap(variantDifferences),
      ...gone(old?.id),
    ],
  }))
  const listedIds = new Set(matched.products.flatMap(({ old }) => old?.id ?? []))
  const unlisted = [...goneFrom.keys()]
    .filter((id) => !listedIds.has(id))
    .map((id) => ({ read: null, productId: id, title: byId.get(id)?.title ?? '', differences: gone(id) }))
  return [...listed, ...unlisted].filter(({ differences }) => differences.length > 0)
}
