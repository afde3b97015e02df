// What an import would change: worked out before anything is, so that staff can look at it.
import { ProductId } from '@lantern/shared/contract/ids.ts'
import type { ImportReport } from '@lantern/shared/contract/shop.ts'
import { matchCatalogue } from '../../domain/catalogue/matchCatalogue.ts'
import type { ImportedProduct, ImportedVariant, KnownProduct, KnownVariant } from '../records/shopRecords.ts'
import { differencesOf, type ProductDifferences } from './differences.ts'
import type { ShopCatalogue } from './catalogue.ts'
import { takeableOf } from './takeable.ts'

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
  /** What is taken, but not as it stands there. */
  readonly doubted: ImportReport['doubted']
  readonly products: readonly ImportedProduct[]
  /** The same product by product, with all else that is another; those alone in which something is. */
  readonly differences: readonly ProductDifferences[]
}

export interface PlanParts {
  readonly known: readonly KnownProduct[]
  readonly read: ShopCatalogue
  /** As an import has it. */
  readonly isWhole: boolean
  readonly newId: () => string
}

export function planImport({ known, read, isWhole, newId }: PlanParts): ImportPlan {
  const taken = takeableOf(read, () => ProductId.parse(newId()))
  const { products, skipped, doubted } = taken
  const matched = matchCatalogue<ImportedVariant, ImportedProduct, KnownVariant>(known, {
    products,
    isWhole,
  })
  const added = matched.variants.flatMap(({ product, old, sku }) =>
    old === undefined ? [{ product: product.title, sku }] : [],
  )
  const repriced = matched.variants.flatMap(({ product, variant, old }) =>
    old === undefined || old.priceMinor === variant.priceMinor
      ? []
      : [{ product: product.title, sku: old.sku, fromMinor: old.priceMinor, toMinor: variant.priceMinor }],
  )
  const vanished = matched.vanished.map(({ product, variant }) => ({ product: product.title, sku: variant.sku }))
  return {
    currency: read.currency,
    added,
    repriced,
    vanished,
    unchanged: matched.variants.length - added.length - repriced.length,
    skipped: [...skipped],
    doubted: [...doubted],
    products: matched.products.map(({ read: product, old }) => ({ ...product, id: old?.id ?? product.id })),
    differences: differencesOf(known, matched),
  }
}
