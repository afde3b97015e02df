// Which of our products and variants is meant: by the shop's id, then by option values, never by the order of rows or a sku that stands twice.
import type { KnownProduct, KnownVariant, ReadProduct, ReadVariant } from './catalogueShapes.ts'
import { pairUp, type Pass } from './pairUp.ts'

/** For comparing alone: one text however it is composed, spaced or capitalised. */
const fold = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** A shop that swaps its options says `S / Sand` of what was `Sand / S`. */
const valuesOf = (title: string | null) =>
  fold(title ?? '')
    .split(' / ')
    .sort()
    .join(' / ')

const skuOf = ({ sku }: { readonly sku: string }) => (sku === '' ? null : sku)

type Naming = Pick<ReadVariant, 'externalId' | 'sku' | 'title'>

function variantPass(key: (variant: Naming) => string | null): Pass<KnownVariant, ReadVariant> {
  return { ofKnown: key, ofRead: key }
}

/** Within one product. Last, a sku of its own: what has been given another option value since. */
const VARIANT_PASSES: readonly Pass<KnownVariant, ReadVariant>[] = [
  variantPass(({ externalId }) => externalId),
  variantPass(({ title, sku }) => JSON.stringify([title, sku])),
  variantPass(({ title }) => title ?? ''),
  variantPass(({ title }) => valuesOf(title)),
  variantPass(skuOf),
]

export function pairVariants<Known extends KnownVariant, Read extends ReadVariant>(
  known: readonly Known[],
  read: readonly Read[],
): ReadonlyMap<Read, Known> {
  return pairUp(known, read, VARIANT_PASSES)
}

/** Skus that stand once among these products. */
function loneSkus(products: readonly { readonly variants: readonly { readonly sku: string }[] }[]) {
  const all = products.flatMap(({ variants }) => variants.flatMap((variant) => skuOf(variant) ?? []))
  const times = Map.groupBy(all, (sku) => sku)
  return (sku: string) => times.get(sku)?.length === 1
}

/**
 * What shares a sku that stands once on both sides, and was never imported or still has its title: the same shop under another
 * id, as when a handle was written anew or a file came before the shop itself.
 */
function skuPass(known: readonly KnownProduct[], read: readonly ReadProduct[]): Pass<KnownProduct, ReadProduct> {
  const [isLoneHere, isLoneThere] = [loneSkus(known), loneSkus(read)]
  const holders = new Map(known.flatMap((product) => product.variants.map(({ sku }) => [sku, product] as const)))
  const holderOf = (product: ReadProduct): KnownProduct | undefined => {
    const shared = product.variants.filter(({ sku }) => isLoneHere(sku) && isLoneThere(sku))
    const found = shared.flatMap(({ sku }) => holders.get(sku) ?? [])
    return found.find(({ externalId, title }) => externalId === null || fold(title) === fold(product.title))
  }
  return { ofKnown: ({ id }) => id, ofRead: (product) => holderOf(product)?.id ?? null }
}

export function pairProducts<Known extends KnownProduct, Read extends ReadProduct>(
  known: readonly Known[],
  read: readonly Read[],
): ReadonlyMap<Read, Known> {
  return pairUp<Known, Read>(known, read, [
    { ofKnown: ({ id }) => id, ofRead: ({ id }) => id },
    { ofKnown: ({ externalId }) => externalId, ofRead: ({ externalId }) => externalId },
    { ofKnown: ({ externalId }) => externalId && fold(externalId), ofRead: ({ externalId }) => fold(externalId) },
    skuPass(known, read),
  ])
}
