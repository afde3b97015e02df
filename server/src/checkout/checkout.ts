// The port to shops: what the adapter of every shop kind must answer.
import type { HoldId, OrderId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'

/** How the frozen live price reaches the shop; without one there are no flash sales. */
export type PriceAnswer = 'signed' | 'code' | 'none'
/** How the order names its hold. */
export type NameAnswer = 'jti' | 'cart_attribute' | 'line_metadata' | 'coupon'
/** How the stock is kept apart from the shop's other sales. */
export type StockAnswer = 'ring_fenced' | 'mirrored' | 'not_exclusive'

/** A hold with what its hand-off needs. */
export interface HandedHold {
  readonly id: HoldId
  readonly showId: ShowId
  readonly viewerId: string
  readonly currency: string
  readonly expiresAt: number
  readonly via: string | null
  readonly items: readonly { sku: string; quantity: number; unitPriceMinor: number }[]
}

export interface Visit {
  /** Scheme, host and port the viewer used. */
  readonly origin: string
  readonly hostname: string
  readonly locale: Locale
}

export interface Delivery {
  readonly endpointId: string
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** What a shop told us, verified, as the ledger takes it down. */
export type ShopFact = { readonly eventId: string; readonly endpointId: string; readonly holdId: HoldId } & (
  | { readonly type: 'checkout.opened' }
  | { readonly type: 'order.cancelled' }
  /** Without an order's number the hold's own order is meant. */
  | { readonly type: 'order.refunded'; readonly orderId?: OrderId | undefined }
  | {
      readonly type: 'order.paid'
      readonly orderId: OrderId
      readonly amountMinor: number
      readonly currency: string
    }
)

export interface ShopAdapter {
  readonly price: PriceAnswer
  readonly namesHoldBy: NameAnswer
  readonly stock: StockAnswer
  /** The shop's checkout for this hold; never good for longer than the hold. HOLD_OVER: there is no time left. */
  buildHandoff(hold: HandedHold, visit: Visit): Promise<Outcome<string, 'HOLD_OVER'>>
  /** What a delivery says once its signature is proven; null: news that means nothing to us. */
  verifyEvent(delivery: Delivery): Outcome<ShopFact | null, 'ENDPOINT_NOT_FOUND' | 'BAD_SIGNATURE' | 'BAD_INPUT'>
  /** Keys with which the shop verifies our hand-offs; none where a shared secret signs. */
  publicKeys(): { readonly keys: readonly object[] }
}

/** The one checkout of this deployment: the adapter of its shop behind it. */
export interface Checkout {
  readonly answers: Pick<ShopAdapter, 'price' | 'namesHoldBy' | 'stock'>
  linkTo: ShopAdapter['buildHandoff']
  verify: ShopAdapter['verifyEvent']
  publicKeys: ShopAdapter['publicKeys']
}
