// What an import means for each of our products and variants: who is who, who is new, who is gone, and what each is called.
import type { KnownProduct, KnownVariant, ReadProduct, ReadVariant } from './catalogueShapes.ts'
import { pairProducts, pairVariants } from './identity.ts'
import { assignSkus } from './skus.ts'

export interface MatchedVariant<Product, Variant, Known> {
  readonly product: Product
  readonly variant: Variant
  /** Undefined: it is new. */
  readonly old: Known | undefined
  readonly sku: string
}

export interface Matched<Product, Variant, Known extends KnownVariant> {
  readonly products: readonly { readonly read: Product; readonly old: KnownProduct<Known> | undefined }[]
  readonly variants: readonly MatchedVariant<Product, Variant, Known>[]
  /** On sale here until now, and not in the shop any more. */
  readonly vanished: readonly { readonly product: KnownProduct<Known>; readonly variant: Known }[]
  /** Not on sale, and their sku is another's now. */
  readonly setAside: readonly Known[]
}

/** `isWhole`: what came from a shop and is not in it has vanished; a file says nothing of products that it does not list. */
export interface Catalogue<Product> {
  readonly products: readonly Product[]
  readonly isWhole: boolean
}

export function matchCatalogue<
  Variant extends ReadVariant,
  Product extends ReadProduct<Variant>,
  Known extends KnownVariant,
>(known: readonly KnownProduct<Known>[], { products, isWhole }: Catalogue<Product>): Matched<Product, Variant, Known> {
  const pairs = pairProducts(known, products)
  const matched = products.map((read) => ({ read, old: pairs.get(read) }))
  const asking = matched.flatMap(({ read, old }) => askingOf<Product, Variant, Known>(read, old?.variants ?? []))
  const kept = new Set(asking.flatMap(({ old }) => old?.id ?? []))
  const listed = new Set(matched.map(({ old }) => old?.id))
  const others = known.flatMap((product) =>
    product.variants.filter(({ id }) => !kept.has(id)).map((variant) => ({ product, variant })),
  )
  const isGone = ({ product, variant }: (typeof others)[number]) =>
    listed.has(product.id) || (isWhole && variant.externalId !== null)
  const staying = others.filter((one) => one.variant.available && !isGone(one))
  const skus = assignSkus(asking, new Set(staying.map(({ variant }) => variant.sku)))
  const given = new Set(skus.values())
  const leaving = others.filter((one) => !one.variant.available || isGone(one))
  return {
    products: matched,
    variants: asking.map((one) => ({ ...one, sku: skus.get(one) ?? one.variant.sku })),
    vanished: others.filter((one) => one.variant.available && isGone(one)),
    setAside: leaving.filter(({ variant }) => given.has(variant.sku)).map(({ variant }) => variant),
  }
}

function askingOf<Product extends ReadProduct<Variant>, Variant extends ReadVariant, Known extends KnownVariant>(
  product: Product,
  known: readonly Known[],
) {
  const pairs = pairVariants(known, product.variants)
  return product.variants.map((variant) => ({ product, variant, old: pairs.get(variant) }))
}
