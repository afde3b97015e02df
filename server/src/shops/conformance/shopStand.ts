// What the conformance suite asks of a shop, real or a stand-in, beside the adapter it tests.
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Delivery, HandedHold, ShopAdapter } from '../checkout.ts'
import type { GivenBack, Shelf } from './sales.ts'

export interface ShopStand {
  readonly adapter: ShopAdapter
  /** Two variants the shop sells, each in stock: their ids there and the shop's own price. */
  readonly goods: readonly [Good, Good]
  readonly currency: string
  /** A buyer follows the link and pays; what the shop posts about it, signed. */
  pay(link: string): Promise<Delivery>
  /** A buyer follows the link and places the order; its money is taken later. What the shop posts. */
  authorise(link: string): Promise<Delivery>
  /** Staff of the shop take the money of the order that was placed last; what the shop posts. */
  capture(): Promise<Delivery>
  /** The order that was paid last is refunded whole; what the shop posts. Null: it posts nothing that could be read. */
  refund(): Promise<Delivery | null>
  /** The shop gives back this part of the order that was paid last; what it posts. */
  refundPart(minor: number): Promise<Delivery>
  /** What has gone back of the order that was paid last; null: the shop gives nothing back for others. */
  givenBack(): GivenBack | null
  /** The shop cancels the order that was paid last and keeps its money for now; what it posts. */
  cancelPaid(): Promise<Delivery>
  /** A buyer follows the link and gives up at the payment. */
  cancel(link: string): Promise<Delivery>
  /** What the shop posts when the stock of the first good changes; null: it does not. */
  changeStock(available: number): Delivery | null
  /** What the shop says of units at several places: all of them, those at the first, which the settings name, or nothing. */
  readonly places: 'sum' | 'first' | 'nothing'
  /** So many units of the first good are for sale at two places of the shop; what it posts of it. Null: it posts nothing. */
  putAt(first: number, second: number): Delivery | null
  /** Any body, signed as the shop signs. */
  sign(body: string, headers?: Record<string, string>): Delivery
  /** A buyer rewrites the name of the hold on the way and pays; null: the way cannot be rewritten. */
  payUnder(link: string, name: string): Promise<Delivery | null>
  /** Until when the frozen price can be had by the link, ms since the epoch; 0: not any more; null: it carries none. */
  priceEndsAt(link: string): Promise<number | null>
  /** What the order has beside goods and money, as the link brings it there; null: it takes nothing of the kind. */
  carried(link: string): object | null
  /** Units of the first good that are set apart for us; null: the shop does not set apart. */
  fenced(): number | null
  /** The shop's server answers nothing but faults. */
  setDown(down: boolean): void
  /** From now on every request is answered with this. */
  answerWith(status: number, body: object): void
  /** The shop's own prices change, and nobody tells. */
  change: Shelf['change']
  /** What the shop did not understand of the adapter's requests. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export interface Good {
  readonly sku: string
  readonly externalId: string
  readonly shopPriceMinor: number
}

export const ENDPOINT = 'shop-1'
let made = 0

/** A hold on the first good at three quarters of its price, unless told otherwise. */
export function holdOn(stand: ShopStand, now: number, more: Partial<HandedHold> = {}): HandedHold {
  const [good] = stand.goods
  const unitPriceMinor = Math.round(good.shopPriceMinor * 0.75)
  return {
    id: HoldId.parse(`hold_${++made}-X`),
    showId: ShowId.parse('autumn'),
    viewerId: 'viewer-1',
    currency: stand.currency,
    expiresAt: now + 600_000,
    via: 'anna.1',
    items: [{ ...good, quantity: 2, unitPriceMinor, payMinor: 2 * unitPriceMinor }],
    ...more,
  }
}

export function liveTotalOf({ items }: HandedHold): number {
  return items.reduce((sum, { payMinor }) => sum + payMinor, 0)
}
