// A shop's products as an import reads them, whatever shop or file they come from.

export interface ShopVariant {
  /** The shop's own id; null: the source has none. */
  readonly externalId: string | null
  readonly sku: string
  /** Null: the product has this variant alone. */
  readonly title: string | null
  readonly priceMinor: number
  /** Units the shop can sell, below 0 where it has sold more than it had; null: it does not say. */
  readonly stock: number | null
  /** It does not say since no number binds: it sells without counting, or on when it has run out. */
  readonly isUncounted?: true
}

export type Withdrawn = 'draft' | 'archived' | 'unpublished'

export interface ShopProduct {
  readonly externalId: string
  readonly title: string
  /** Address of its first picture; null: none. */
  readonly pictureUrl: string | null
  /** Its page at the shop, as the source gives it; left out: it gives none. */
  readonly pageUrl?: string | null
  /** Why the shop itself does not sell it; left out: it does. */
  readonly withdrawn?: Withdrawn
  readonly variants: readonly ShopVariant[]
}

export interface ShopCatalogue {
  readonly currency: string
  readonly products: readonly ShopProduct[]
}
