// The port to stock and holds: the only way units change hands.
import type {
  HoldId,
  OfferId,
  OrderId,
  ProductId,
  SaleId,
  ShowId,
  StaffId,
  ViewerId,
} from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type {
  StaffOrder,
  FlashSale,
  Hold,
  HoldLine,
  HoldPolicy,
  Offer,
  Show,
  Wait,
} from '@lantern/shared/contract/things.ts'
import type {
  EnterActivity,
  EnterOutcome,
  FrontOutcome,
  MakeActivity,
  MakeOutcome,
  MoveActivity,
  MoveOutcome,
  PlanActivity,
  PlanOutcome,
  SetFront,
} from '../activities/activities.ts'
import type { DrawOutcome, Redrawing, SettleDraw } from '../activities/seals/seals.ts'
import type { AskProgress } from '../activities/progress.ts'
import type { Progress } from '@lantern/shared/activities/conditions.ts'
import type { Wish } from '../domain/placing.ts'
import type { RedeemOutcome, Redeeming } from './redeeming.ts'

export interface PlaceHold {
  readonly holdId: HoldId
  readonly showId: ShowId
  readonly viewerId: ViewerId
  readonly viewerName: string
  readonly via: string | null
  /** The viewer's address, hashed: holds that expire unpaid count for it too; null: not known. */
  readonly source: string | null
  readonly lines: readonly Wish[]
  /** When the viewer's cookie was first given; undefined: the viewer counts as one with history. */
  readonly issuedAt?: number | undefined
  /** Staff who hold it for the viewer. */
  readonly by?: StaffId | undefined
}

export type PlaceOutcome = Outcome<
  Hold,
  | 'OFFER_NOT_FOUND'
  | 'NOT_OPEN'
  | 'CURRENCY_CHANGED'
  | 'SOLD_OUT'
  | 'NOT_ENOUGH'
  | 'LIMIT_REACHED'
  | 'PRICE_ROSE'
  | 'ALREADY_HELD'
  | 'HOLD_ID_TAKEN'
  | 'COOL_DOWN'
  | 'CROWDED_ADDRESS'
  | 'TRY_AGAIN'
  | 'CANNOT_STORE'
>

export interface ChangeHold {
  readonly holdId: HoldId
  readonly viewerId: ViewerId
  /** New quantities of lines the hold has; the others stay. Zero takes the line off; without any line the hold is released. */
  readonly lines: readonly HoldLine[]
  /** No coupon comes off, whatever the viewer has. */
  readonly withoutCoupon?: boolean | undefined
  /** Staff who do it for the viewer. */
  readonly by?: StaffId | undefined
}

export type ChangeOutcome = Outcome<
  Hold,
  | 'HOLD_NOT_FOUND'
  | 'HOLD_OVER'
  | 'HOLD_PAYING'
  | 'OFFER_NOT_FOUND'
  | 'NOT_OPEN'
  | 'CURRENCY_CHANGED'
  | 'SALE_OVER'
  | 'SOLD_OUT'
  | 'NOT_ENOUGH'
  | 'LIMIT_REACHED'
  | 'CROWDED_ADDRESS'
>

export interface JoinWaitlist {
  readonly showId: ShowId
  readonly viewerId: ViewerId
  readonly viewerName: string
  readonly via: string | null
  readonly source: string | null
  readonly issuedAt?: number | undefined
  readonly offerId: OfferId
  readonly quantity: number
}

export type JoinOutcome = Outcome<
  Wait,
  | 'OFFER_NOT_FOUND'
  | 'NOT_OPEN'
  | 'CURRENCY_CHANGED'
  | 'NOT_SOLD_OUT'
  | 'LIMIT_REACHED'
  | 'ALREADY_HELD'
  | 'COOL_DOWN'
  | 'CROWDED_ADDRESS'
>

export interface SetPresence {
  readonly showId: ShowId
  readonly viewerId: ViewerId
  readonly present: boolean
  /** They came or left so long ago; a later arrival, also at another process, counts for more. */
  readonly agoMs: number
}

export interface ChangeOffer {
  readonly showId: ShowId
  readonly offerId: OfferId
  readonly by: StaffId
  /** The shop has no more: of a shared stock so many are lost. */
  readonly isOfShop?: true | undefined
  readonly allotted?: number | undefined
  readonly policy?: HoldPolicy | undefined
  readonly holdMs?: number | undefined
  readonly perViewer?: number | undefined
}

export interface SettleOrder {
  readonly showId: ShowId
  readonly holdId: HoldId
  readonly orderId: OrderId
  readonly choice: 'supply' | 'refund_back' | 'refund_gone' | 'refund_part' | 'accept' | 'let_go'
  /** Of `refund_part`: what shall have gone back in all. */
  readonly backMinor?: number | undefined
  readonly by: StaffId
}

export interface StartSale {
  readonly saleId: SaleId
  readonly showId: ShowId
  readonly productId: ProductId
  readonly priceMinor: number
  readonly units: number
  readonly perViewer: number
  readonly countdownMs: number
  readonly lengthMs: number
  /** Its product is pinned in front; false: the pins stay. */
  readonly toFront?: boolean | undefined
  readonly by: StaffId
}

interface OrderMoney {
  readonly orderId: OrderId
  readonly amountMinor: number
  readonly currency: string
}

/** What a shop told us, verified. `eventId` is the webhook-id: the same one twice acts once. */
export type ShopFact = { readonly eventId: string; readonly endpointId: string; readonly holdId: HoldId } &
  /** `left`: our own word that there was no way to the checkout after all; it says nothing of orders. */
  (
    | { readonly type: 'checkout.opened' | 'checkout.left' }
    /** With the order's number that order is not fulfilled; without it only an unpaid checkout is certain to be over. */
    | { readonly type: 'order.cancelled'; readonly orderId?: OrderId | undefined }
    /** `authorised`: the order is placed, its money will be taken later, or not. */
    | ({ readonly type: 'order.authorised' } & OrderMoney)
    | ({ readonly type: 'order.paid' } & OrderMoney)
    /** With the order's number where the shop gives it: a second payment that goes back leaves the hold alone. */
    | {
        readonly type: 'order.refunded'
        readonly orderId?: OrderId | undefined
        /** What has gone back in all so far; less than what was paid, or `isPart`: the order stays paid. Without it: all. */
        readonly amountMinor?: number | undefined
        readonly isPart?: boolean | undefined
        /** `back`: for sale again, which is the default; `gone`: the allotment falls. */
        readonly units?: 'back' | 'gone' | undefined
      }
  )

export interface HoldForHandoff extends Hold {
  readonly viewerId: ViewerId
  readonly via: string | null
  /** `shopPriceMinor` and `externalId` are the shop's, as they were last imported; `payMinor`: the whole line, a coupon taken off. */
  readonly items: readonly {
    sku: string
    externalId: string | null
    quantity: number
    unitPriceMinor: number
    shopPriceMinor: number
    payMinor: number
  }[]
}

/** A row that breaks an invariant, in words an operator can act on. */
export interface Drift {
  readonly invariant: 'I1' | 'I2' | 'I4' | 'I7' | 'waitlist'
  readonly what: string
  readonly units: number
}

export interface Ledger {
  /** Grants or refuses as one atomic step; a granted holdId gives the same answer again; a grant is durable before the promise resolves. */
  place(request: PlaceHold): Promise<PlaceOutcome>
  /** Gives the units back. Releasing a released hold answers the same. */
  release(request: { holdId: HoldId; viewerId: ViewerId }): Promise<Outcome<Hold, 'HOLD_NOT_FOUND' | 'HOLD_OVER'>>
  /** New quantities for a hold's lines, all or nothing; prices, sale and deadline stay as granted. */
  change(request: ChangeHold): Promise<ChangeOutcome>
  /** A place in line; who has one keeps it, with the new quantity. */
  joinWaitlist(request: JoinWaitlist): Promise<JoinOutcome>
  /** Gives the place up; without one nothing happens. */
  leaveWaitlist(request: { showId: ShowId; offerId: OfferId; viewerId: ViewerId }): Promise<void>
  /** Who is away keeps the place in line, but no unit is offered until they are back. */
  setPresence(request: SetPresence): Promise<void>
  changeOffer(
    request: ChangeOffer,
  ): Promise<Outcome<Offer, 'OFFER_NOT_FOUND' | 'SHOW_ENDED' | 'BELOW_TAKEN' | 'UNITS_SHARED'>>
  settleOrder(
    request: SettleOrder,
  ): Promise<Outcome<StaffOrder, 'ORDER_NOT_FOUND' | 'ORDER_SETTLED' | 'NOT_ENOUGH_UNITS' | 'BAD_INPUT'>>
  /**
   * Takes down what the shop says, whatever state the hold is in and whatever comes first; a payment is never refused. Safe to
   * repeat. Unknown holds: HOLD_NOT_FOUND.
   */
  report(fact: ShopFact): Promise<Outcome<Hold, 'HOLD_NOT_FOUND'>>
  /** Redeems a coupon or an order at the counter, once; the same id is answered the same. */
  redeem(request: Redeeming): Promise<RedeemOutcome>
  findForHandoff(holdId: HoldId): Promise<HoldForHandoff | null>
  startSale(
    request: StartSale,
  ): Promise<
    Outcome<
      FlashSale,
      | 'SHOW_NOT_LIVE'
      | 'CURRENCY_CHANGED'
      | 'PRODUCT_NOT_FOUND'
      | 'SALE_RUNNING'
      | 'PRICE_NOT_LOWER'
      | 'NOT_ENOUGH_UNITS'
    >
  >
  stopSale(request: {
    saleId: SaleId
    showId: ShowId
    by: StaffId
  }): Promise<Outcome<FlashSale, 'SALE_NOT_FOUND' | 'SALE_OVER'>>
  /** Ends the show and its running sale; holds live on to their deadline and can be paid. */
  endShow(request: {
    showId: ShowId
    by: StaffId
  }): Promise<Outcome<Show, 'SHOW_NOT_FOUND' | 'SHOW_NOT_LIVE' | 'SHOW_ENDED'>>
  /** Safe to repeat with the same id. */
  makeActivity(request: MakeActivity): Promise<MakeOutcome>
  /** Refused where somebody else has moved it since; what it has been moved to already it is moved to again. */
  moveActivity(request: MoveActivity): Promise<MoveOutcome>
  /** What a draft waits for, so that it opens by itself once it is reached; null: it waits no more. */
  planActivity(request: PlanActivity): Promise<PlanOutcome>
  setFront(request: SetFront): Promise<FrontOutcome>
  /** Takes down what a viewer enters, or changes; whether it came before the close is decided by the order of the batch. */
  enter(request: EnterActivity): Promise<EnterOutcome>
  /** Takes down who was drawn, once it is closed. Safe to repeat: what is settled stays. */
  settleDraw(request: SettleDraw): Promise<DrawOutcome>
  /** Gives a place that nobody has claimed in time to the next in order. Safe to repeat. */
  redraw(request: Redrawing): Promise<DrawOutcome>
  /** How far the viewer is with each of its conditions; null: there is no such activity for them. */
  progressOf(request: AskProgress): Promise<Progress[] | null>
  /**
   * Expires holds past their deadline, ends sales past theirs, opens and closes activities whose time has come, at most `limit`
   * of each; answers how many. Any process may call it at any time.
   */
  sweep(limit: number): Promise<number>
  /** Reads the database alone and lists what breaks I1, I2 and the database's half of I4. */
  check(): Promise<readonly Drift[]>
  countOpenHolds(): Promise<number>
  /** People in line, over all shows. */
  countWaiting(): Promise<number>
  close(): Promise<void>
}
