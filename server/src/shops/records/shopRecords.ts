// The port to what is kept about the shop: its catalogue as imported, codes made for holds, its stock beside our allotments.
import type { HoldId, OfferId, ProductId, ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { OptionValue, ProductDetails, ProductOption } from '@lantern/shared/contract/catalogue.ts'
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
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

/** An offer of a live show, with what the shop's stock means for it. */
export interface MirroredOffer {
  readonly offerId: OfferId
  readonly showId: ShowId
  readonly variantId: VariantId
  readonly sku: string
  readonly externalId: string | null
  readonly allotted: number
  readonly free: number
  readonly taken: number
  readonly paid: number
  /** Units of `taken` whose buyers are at the shop's checkout. */
  readonly paying: number
}

/** What the shop said last. `short`: units that are held here and not there. */
export interface ShopStock {
  readonly variantId: VariantId
  readonly externalId: string | null
  readonly sku: string
  readonly available: number
  readonly short: number
  readonly at: number
}

/** Every method is one transaction, durable when it resolves. */
export interface ShopRecords {
  readCatalogue(): Promise<{ readonly currency: string | null; readonly products: readonly KnownProduct[] }>
  /**
   * Takes over what a shop has: new products, new prices; what it does not have any more is marked and stays. A changed price
   * reaches the shows that are scheduled and whose live price was the shop's; holds and running shows keep theirs.
   */
  importCatalogue(catalogue: ImportedCatalogue): Promise<void>
  /** What the sheet of a product of this show tells. Null: no such product in no such show. */
  readDetails(showId: ShowId, productId: ProductId): Promise<ProductDetails | null>
  /** A code was made for the hold. Safe to repeat. */
  openCode(holdId: HoldId): Promise<void>
  /** Holds that are over and whose code is not, the oldest first. */
  codesToEnd(limit: number): Promise<readonly HoldId[]>
  endCode(holdId: HoldId): Promise<void>
  /** The hold's way to the shop could not be made: this takes the place of what was noted of it before. */
  noteFailure(failure: Omit<HandoffFailure, 'at'>): Promise<void>
  /** The hold has found its way. Safe to repeat. */
  forgetFailure(holdId: HoldId): Promise<void>
  /** Of the last ten minutes, over all processes, the newest first, at most 200. */
  readFailures(): Promise<readonly HandoffFailure[]>
  /** Offers of live shows for a variant named by its sku or the shop's id. */
  findOffers(variant: { sku: string | null; externalId: string | null }): Promise<readonly MirroredOffer[]>
  /** Offers of every show that is live. */
  liveOffers(): Promise<readonly MirroredOffer[]>
  /** The same, and of shows that are over what is still held: as if only that had been allotted. */
  fencedOffers(): Promise<readonly MirroredOffer[]>
  saveStock(stock: { variantId: VariantId; available: number; short: number }): Promise<void>
  readStock(): Promise<readonly ShopStock[]>
}
