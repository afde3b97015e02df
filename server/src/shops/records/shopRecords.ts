// The port to what is kept about the shop: its catalogue as imported, codes made for holds, its stock beside our allotments.
import type { HoldId, OfferId, ProductId, ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { ProductDetails } from '@lantern/shared/contract/catalogue.ts'
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import type { ImportedCatalogue, KnownProduct } from './importedShapes.ts'
import type { RefreshRecords } from './refreshRecords.ts'

export type * from './importedShapes.ts'

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
export interface ShopRecords extends RefreshRecords {
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
  /**
   * Holds that are over and whose code is not, the oldest first; and those that wait with us, and whose code still takes off a
   * coupon that they have no more.
   */
  codesToEnd(limit: number): Promise<readonly HoldId[]>
  /** Of the viewer of this hold those holds, this one among them, whose code takes off a coupon that they have no more. */
  codesLeft(holdId: HoldId): Promise<readonly HoldId[]>
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
  /** Lowers what shows share and none of them has to so many units, never raises it. */
  capShared(stock: { variantId: VariantId; free: number }): Promise<void>
  saveStock(stock: { variantId: VariantId; available: number; short: number }): Promise<void>
  readStock(): Promise<readonly ShopStock[]>
}
