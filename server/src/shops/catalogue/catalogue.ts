// A shop's products as an import reads them, whatever shop or file they come from.

/** What one is told from the other by: `Size`: `M`. */
export interface OptionValue {
  readonly name: string
  readonly value: string
}

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
  /** It stands for any value of an option, which only a page of the shop would ask the buyer for. */
  readonly isOpen?: true
  /** Its value of each option of the product; left out: the source names no options. */
  readonly options?: readonly OptionValue[]
}

/** `subscription`: nobody can buy it once. */
export type Withdrawn = 'draft' | 'archived' | 'unpublished' | 'subscription'

export interface ShopOption {
  readonly name: string
  /** In the shop's order; empty: as its variants have them. */
  readonly values: readonly string[]
}

export interface ShopPicture {
  readonly url: string
  /** What it shows, in words; null: the shop has none. */
  readonly alt: string | null
}

/** HTML is taken over as the text that it shows. */
export interface ShopText {
  readonly form: 'plain' | 'html'
  readonly text: string
}

/** What is told about a product beside its name and price. Left out: the source does not say, and what is known stays. */
export interface ShopDetails {
  readonly options?: readonly ShopOption[]
  /** All of them in order, the first one too. */
  readonly pictures?: readonly ShopPicture[]
  readonly description?: ShopText
  /** A size chart or measurements, where the shop has such a thing apart from the description. */
  readonly sizes?: ShopText
  readonly tags?: readonly string[]
  readonly vendor?: string
  readonly type?: string
}

export interface ShopProduct extends ShopDetails {
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
