// A catalogue as it is known here and as an import reads it, as far as telling one thing from another goes.
import type { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'

export interface KnownVariant {
  readonly id: VariantId
  readonly externalId: string | null
  readonly sku: string
  /** Its option values; null: the product has it alone. */
  readonly title: string | null
  readonly available: boolean
}

export interface KnownProduct<Variant extends KnownVariant = KnownVariant> {
  readonly id: ProductId
  /** Null: it was never imported. */
  readonly externalId: string | null
  readonly title: string
  readonly variants: readonly Variant[]
}

export interface ReadVariant {
  readonly externalId: string | null
  /** Empty: the shop gives none. */
  readonly sku: string
  readonly title: string | null
}

export interface ReadProduct<Variant extends ReadVariant = ReadVariant> {
  /** Ours where it is known, a new one where not. */
  readonly id: ProductId
  readonly externalId: string
  readonly title: string
  /** None: the shop sells it no more. */
  readonly variants: readonly Variant[]
}
