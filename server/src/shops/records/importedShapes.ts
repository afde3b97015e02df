// Products as an import compares and writes them: what is known here, and what is made of what a shop has.
import type { OptionValue, ProductOption } from '@lantern/shared/contract/catalogue.ts'
import type { ProductId } from '@lantern/shared/contract/ids.ts'
import type {
  KnownProduct as NamedProduct,
  KnownVariant as NamedVariant,
} from '../../domain/catalogue/catalogueShapes.ts'

/** `src`: a path on this server; null: it could not be had yet. */
export interface ShopPictureKept {
  readonly url: string
  readonly alt: string
  readonly src: string | null
}

/** A product as it stands in our catalogue. */
export interface KnownProduct extends NamedProduct {
  /** Of what was told of it last; null: nothing ever was. */
  readonly digest: string | null
  /** The first one too. */
  readonly pictures: readonly ShopPictureKept[]
  readonly variants: readonly KnownVariant[]
}

export interface KnownVariant extends NamedVariant {
  readonly currency: string
  /** Null: its source names none. */
  readonly options: readonly OptionValue[] | null
  readonly priceMinor: number
  /** Null: no number of units binds. */
  readonly stock: number | null
}

/** What is left out stays as it is known. */
export interface ImportedDetails {
  /** The same as long as the source says the same. */
  readonly digest: string
  readonly options?: readonly ProductOption[]
  readonly pictures?: readonly ShopPictureKept[]
  readonly description?: string
  readonly sizes?: string
  readonly tags?: readonly string[]
  readonly vendor?: string
  readonly type?: string
}

/** What an import makes of a product; ids are ours where it is known, new ones where not. */
export interface ImportedProduct {
  readonly id: ProductId
  readonly externalId: string
  readonly title: string
  /** A path on this server; null: what it has stays. */
  readonly picture: string | null
  /** Its page at the shop, an address of the web; null or left out: none, or the source does not say. */
  readonly pageUrl?: string | null
  readonly details?: ImportedDetails
  /** None: the shop sells it no more. */
  readonly variants: readonly ImportedVariant[]
}

export interface ImportedVariant {
  /** Null: the source has none; what it has stays. */
  readonly externalId: string | null
  /** As the shop has it: empty, or one of several variants, at times. */
  readonly sku: string
  readonly title: string | null
  readonly priceMinor: number
  /** Null: what it has stays; 0 for a new one. */
  readonly stock: number | null
  /** No number of units binds; `stock` is null then. */
  readonly isUncounted?: true
  /** Left out: what it has stays. */
  readonly options?: readonly OptionValue[]
}

/** `isWhole`: what came from a shop and is not in it has vanished; a file says nothing of products that it does not list. */
export interface ImportedCatalogue {
  readonly currency: string
  readonly products: readonly ImportedProduct[]
  readonly isWhole: boolean
  /** Some of the shop's products, by the shop itself: its ids and pages bind, and what is not listed stays where it is. */
  readonly isOfShop?: true
}
