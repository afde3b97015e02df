// How a Medusa shop of the suite is set, and which of its keys the studio has.
import type { VariantKind } from './medusaStock.ts'

export interface MedusaTokens {
  readonly admin: boolean
  readonly currency?: string
  /** The shop's prices have the tax in them. */
  readonly isTaxInside?: boolean
  /** Null: none is set. */
  readonly locationId?: string | null
  /** Those of the publishable key. */
  readonly channels?: readonly { readonly id: string; readonly name: string }[]
  /** How it sells a variant; else counted, and not beyond what there is. */
  readonly kinds?: Readonly<Record<string, VariantKind>>
  /** Nothing has a price in the region. */
  readonly isUnpriced?: boolean
  /** Variants whose product is `discountable: false`. */
  readonly firm?: readonly string[]
  /** An automatic promotion takes this share of what others leave. */
  readonly ownShare?: number
}
