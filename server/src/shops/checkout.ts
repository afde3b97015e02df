// The port to shops: what the adapter of every shop kind must answer.
import type { HoldId, OrderId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HeldGroup, Locale } from '@lantern/shared/contract/things.ts'
import type { ShopCatalogue } from './catalogue/catalogue.ts'

export const SHOP_KINDS = ['generic', 'ucp', 'shopify', 'woo', 'medusa'] as const
export type ShopKind = (typeof SHOP_KINDS)[number]

/** How the frozen live price reaches the shop; without one there are no flash sales. */
export type PriceAnswer = 'signed' | 'code' | 'none'
/**
 * Whether what is to pay is known before the buyer leaves: the shop's `cart` says it, or nobody does and the first word of it is
 * the order.
 */
export type QuoteAnswer = 'cart' | 'none'
/** How the order names its hold. */
export type NameAnswer = 'jti' | 'attribution' | 'cart_attribute' | 'line_metadata' | 'coupon'
/** How the stock is kept apart from the shop's other sales. */
export type StockAnswer = 'ring_fenced' | 'mirrored' | 'not_exclusive'

export interface HandedItem {
  readonly sku: string
  readonly quantity: number
  /** The price of one unit frozen when the hold was granted. */
  readonly unitPriceMinor: number
  /** What the whole line comes to: where that is less than its units, more was taken off. */
  readonly payMinor: number
  /** What the shop asks for it, as it was last imported. */
  readonly shopPriceMinor: number
  /** The shop's own id of the variant; null: it was never imported from this shop. */
  readonly externalId: string | null
}

/** A hold with what its hand-off needs; or a basket, which is known by the first of its holds. */
export interface HandedHold {
  readonly id: HoldId
  readonly showId: ShowId
  readonly viewerId: string
  readonly currency: string
  /** The deadline, ms since the epoch. */
  readonly expiresAt: number
  readonly via: string | null
  /** The group by whose link its buyer came, and where it is fetched; left out: none. */
  readonly group?: HeldGroup | undefined
  readonly items: readonly HandedItem[]
  /** The holds of a basket, of one viewer and show: `items` are all of theirs, the deadline is the earliest. Left out: it is alone. */
  readonly together?: readonly HandedHold[] | undefined
}

export interface Visit {
  /** Scheme, host and port the viewer used. */
  readonly origin: string
  readonly hostname: string
  readonly locale: Locale
  /** The viewer's own IP address, for a shop that counts requests by it; left out: not known. */
  readonly address?: string | undefined
}

export interface Delivery {
  readonly endpointId: string
  readonly body: Buffer
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** `eventId`: the same one twice acts once. */
interface Told {
  readonly eventId: string
  readonly endpointId: string
}

interface OrderMoney {
  readonly orderId: OrderId
  readonly amountMinor: number
  readonly currency: string
}

/** What a shop told us about a hold, verified, as the ledger takes it down. */
export type ShopFact = Told & { readonly holdId: HoldId } &
  /** `left`: our own word that there was no way to the checkout after all. */
  (
    | { readonly type: 'checkout.opened' | 'checkout.left' }
    /** With the order's number that order is not fulfilled, paid or not; without it an unpaid checkout is over. */
    | { readonly type: 'order.cancelled'; readonly orderId?: OrderId | undefined }
    /**
     * Without an order's number the hold's own order is meant. `amountMinor`: what has gone back in all so far; less than was
     * paid, or `isPart`, the order stays paid. Without it: all.
     */
    | {
        readonly type: 'order.refunded'
        readonly orderId?: OrderId | undefined
        readonly amountMinor?: number | undefined
        readonly isPart?: boolean | undefined
      }
    /**
     * `amountMinor`: the goods as they are paid, without shipping and without taxes that come on top. `authorised`: the order is
     * placed, its money will be taken later, or not.
     */
    | ({ readonly type: 'order.authorised' } & OrderMoney)
    | ({ readonly type: 'order.paid' } & OrderMoney)
  )

/** Units the shop can still sell of a variant; a mirrored allotment is among them. */
export type StockFact = Told & {
  readonly type: 'stock.changed'
  /** One of the two names the variant. */
  readonly sku: string | null
  readonly externalId: string | null
  /** Null: it moved, and the message does not say to what; `readStock` does. */
  readonly available: number | null
}

/** Something happened to an order, and the message does not name its hold: find that by the order's number and ask. */
export type OrderHint = Told & { readonly type: 'order.changed'; readonly orderId: OrderId }

/** Something of the shop's list of products is another: it is looked at again, soon. */
export type CatalogueHint = Told & { readonly type: 'catalogue.changed' }

export type ShopNews = ShopFact | StockFact | CatalogueHint | OrderHint

/** A hand-off that was made, as it is asked for later. */
export interface Handoff {
  readonly holdId: HoldId
  /** When it was first made, ms since the epoch. */
  readonly handedAt: number
}

/** The way to the shop's checkout. */
export interface Way {
  readonly href: string
  /**
   * What the shop's cart says is to pay for the goods of the hold, counted as `amountMinor` of `order.paid` is and in the hold's
   * currency; null where `quotes` is `none`.
   */
  readonly quotedMinor: number | null
}

/** An order whose money is to go back, or a part of it. */
export interface OrderToRefund {
  readonly orderId: OrderId
  readonly holdId: HoldId
  /** Its units are for sale again: the shop puts them back on its shelf where it can. */
  readonly restock: boolean
  /**
   * What the shop keeps of the goods, counted as `amountMinor` of `order.paid` is; shipping, and tax on top, it then keeps as
   * well. 0: everything that was paid goes back.
   */
  readonly keepMinor: number
}

/** SHOP_UNREACHABLE: no answer, or a fault on its side, try later. SHOP_REFUSED: it answered and will not do it. */
export type ShopRefusal = 'SHOP_UNREACHABLE' | 'SHOP_REFUSED'

/** Our units of a variant that the shop must not sell otherwise. */
export interface Fence {
  readonly sku: string
  readonly externalId: string | null
  readonly units: number
}

/** What stands at the shop so that it posts to us. */
export interface WebhooksKept {
  /** Topics that were missing, or gone, and are registered now. */
  readonly added: readonly string[]
  /** How many were there. */
  readonly there: number
}

export interface ShopAdapter {
  readonly kind: ShopKind
  readonly price: PriceAnswer
  readonly quotes: QuoteAnswer
  readonly namesHoldBy: NameAnswer
  readonly stock: StockAnswer
  /** Whether `readOrder` can be asked. */
  readonly tellsOrders: boolean
  /** Whether `readCatalogue` can be asked. */
  readonly readsCatalogue: boolean
  /** Whether it gives money back when `refundTo` asks for it. */
  readonly givesBack: boolean
  /** Whether several holds can leave in one basket and come back as one order, which is told of each of them. */
  readonly combines: boolean

  /**
   * The shop's checkout for this hold, or basket where it combines; never good for longer than the hold. Safe to repeat: a second code replaces the first.
   * Where `price` is `none` the shop asks its own. A cart that comes to something else than the hold is mended once by a
   * discount of the right amount; what it then comes to is the answer, right or not. HOLD_OVER: there is no time left.
   */
  buildHandoff(hold: HandedHold, visit: Visit): Promise<Outcome<Way, 'HOLD_OVER' | ShopRefusal>>
  /** Takes back what was made for the hold: its single-use code. Safe to repeat; without one nothing happens. */
  endHandoff(holdId: HoldId): Promise<Outcome<null, ShopRefusal>>
  /** What a delivery says once its signature is proven on the raw body; empty: news that means nothing to us. Pure. */
  verifyEvent(delivery: Delivery): Outcome<readonly ShopNews[], 'ENDPOINT_NOT_FOUND' | 'BAD_SIGNATURE' | 'BAD_INPUT'>
  /** What the shop knows of a hand-off now; empty: no order yet. Safe to repeat: the same state has the same event ids. */
  readOrder(handoff: Handoff): Promise<Outcome<readonly ShopFact[], 'SHOP_CANNOT' | ShopRefusal>>
  /**
   * Has the shop give back what was paid above `keepMinor` and has not gone back yet; nothing left: nothing is done. Safe to
   * repeat: it says what is to be in the end, not what is to be done. SHOP_CANNOT: this shop takes no refunds from others.
   */
  refundTo(order: OrderToRefund): Promise<Outcome<null, 'SHOP_CANNOT' | ShopRefusal>>
  /** Sets our units apart, to exactly this number; 0 gives all back. Safe to repeat. SHOP_CANNOT: not `ring_fenced`. */
  setFence(fence: Fence): Promise<Outcome<null, 'SHOP_CANNOT' | ShopRefusal>>
  /** Units that other studios keep apart at this shop; they are left alone. SHOP_CANNOT: it cannot tell. */
  othersApart(): Promise<Outcome<number, 'SHOP_CANNOT' | ShopRefusal>>
  /**
   * Units of a variant, by the shop's id of it, that the shop can sell now; null: it sells them without counting, or knows no
   * such variant. SHOP_CANNOT: its messages say how many there are, or nobody does.
   */
  readStock(externalId: string): Promise<Outcome<number | null, 'SHOP_CANNOT' | ShopRefusal>>
  /** Every product that can be sold. SHOP_CANNOT: this kind has no list to read. */
  readCatalogue(): Promise<Outcome<ShopCatalogue, 'SHOP_CANNOT' | ShopRefusal>>
  /**
   * Has the shop post its messages to this address, and looks whether it lets us do what is needed. Safe to repeat, also by
   * several at once. SHOP_CANNOT: they are set up there by hand.
   */
  keepWebhooks(address: string): Promise<Outcome<WebhooksKept, 'SHOP_CANNOT' | ShopRefusal>>
  /** Tries address and every secret that is set, without changing anything. */
  test(): Promise<Outcome<null, ShopRefusal>>
  /** Keys with which the shop verifies our hand-offs; none where a shared secret signs. */
  publicKeys(): { readonly keys: readonly object[] }
}

/** What a shop kind can do, for the settings page and for the rules that depend on it. */
export type ShopAnswers = Pick<
  ShopAdapter,
  'kind' | 'price' | 'quotes' | 'namesHoldBy' | 'stock' | 'tellsOrders' | 'readsCatalogue' | 'givesBack' | 'combines'
>

/** The one checkout of this deployment: the adapter of its shop behind it. */
export interface Checkout {
  readonly answers: ShopAnswers
  /** PRICE_DIFFERS: the cart comes to something else than the hold; `detail` has both sums. What was made for it is ended. */
  linkTo(hold: HandedHold, visit: Visit): Promise<Outcome<Way, 'HOLD_OVER' | 'PRICE_DIFFERS' | ShopRefusal>>
  endHandoff: ShopAdapter['endHandoff']
  verify: ShopAdapter['verifyEvent']
  readOrder: ShopAdapter['readOrder']
  refundTo: ShopAdapter['refundTo']
  setFence: ShopAdapter['setFence']
  othersApart: ShopAdapter['othersApart']
  readStock: ShopAdapter['readStock']
  readCatalogue: ShopAdapter['readCatalogue']
  keepWebhooks: ShopAdapter['keepWebhooks']
  test: ShopAdapter['test']
  publicKeys: ShopAdapter['publicKeys']
}
