// Rooms, offers, sales and holds for tests, each with only what the test is about.
import { EMPTY_ROOM } from '@lantern/shared/contract/slices.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Commenting } from '@lantern/shared/contract/comments.ts'
import { FlashSale, Hold, Offer, Pins, Product, Show, Wait } from '@lantern/shared/contract/things.ts'
import { readAction } from './action.ts'
import { readDeal } from './deal.ts'
import { holdOf } from './holds.ts'

export const T0 = 1_000_000

export const anOffer = (part: object = {}) =>
  Offer.parse({
    id: 'o-1',
    productId: 'shirt',
    variantId: 'v-1',
    priceMinor: 19_900,
    shopPriceMinor: 19_900,
    currency: 'CNY',
    allotted: 20,
    free: 12,
    taken: 8,
    paid: 3,
    perViewer: 2,
    policy: 'lock_on_hold',
    holdMs: 600_000,
    waiting: 0,
    lapsed: 0,
    version: 1,
    ...part,
  })

export const aSale = (part: object = {}) =>
  FlashSale.parse({
    id: 'sale',
    productId: 'shirt',
    priceMinor: 12_900,
    currency: 'CNY',
    allotted: 5,
    free: 3,
    taken: 2,
    paid: 1,
    perViewer: 1,
    opensAt: T0,
    closesAt: T0 + 60_000,
    graceMs: 1_000,
    endedAt: null,
    endReason: null,
    version: 1,
    ...part,
  })

export const aHold = (part: object = {}) =>
  Hold.parse({
    id: 'h-1',
    showId: 'show',
    state: 'held',
    lines: [{ offerId: 'o-1', quantity: 1, saleId: null, unitPriceMinor: 19_900, adjustments: [] }],
    currency: 'CNY',
    totalMinor: 19_900,
    grantedAt: T0,
    expiresAt: T0 + 600_000,
    checkoutPath: '/c/h-1',
    orderId: null,
    reserved: true,
    waited: false,
    version: 1,
    ...part,
  })

export const aWait = (part: object = {}) =>
  Wait.parse({
    offerId: 'o-1',
    saleId: null,
    quantity: 1,
    state: 'waiting',
    joinedAt: T0,
    ahead: 0,
    version: 1,
    ...part,
  })

const aProduct = (id: string, variants: number) =>
  Product.parse({
    id,
    number: 1,
    title: { en: id },
    picture: '/pictures/x.svg',
    variants: Array.from({ length: variants }, (_, at) => ({ id: `v-${at + 1}`, sku: `${id}-${at + 1}`, title: null })),
  })

export const aCommenting = (part: Partial<Commenting> = {}): Commenting => ({
  slowMs: 0,
  mutedAll: false,
  review: false,
  watchMs: 0,
  buyersOnly: false,
  pinned: null,
  version: 0,
  ...part,
})

export function aRoom(part: Partial<RoomState> = {}): RoomState {
  const offers = part.offers ?? [anOffer()]
  const ids = [...new Set(offers.map((offer) => offer.productId))]
  return {
    ...EMPTY_ROOM,
    show: Show.parse({
      id: 'show',
      title: { en: 'Show' },
      shopName: 'Shop',
      currency: 'CNY',
      phase: 'live',
      startsAt: T0,
      liveAt: T0,
      endedAt: null,
      host: 'on',
      picture: 'shown',
      hostDevice: null,
      mediaNode: null,
      mediaEpoch: 0,
      crowd: 'on',
      version: 1,
    }),
    products: ids.map((id) => aProduct(id, offers.filter((offer) => offer.productId === id).length)),
    offers,
    pins: Pins.parse({ productIds: ids.slice(0, 3), version: 1 }),
    viewers: 1,
    ...part,
  }
}

export interface Mine {
  readonly now?: number
  readonly holds?: readonly Hold[]
  readonly waits?: readonly Wait[]
  readonly coolUntil?: number
}

export function aMoment(room: RoomState, { now = T0, holds = [], waits = [], coolUntil = 0 }: Mine = {}) {
  const hold = holdOf(room, holds, { productId: 'shirt', now })
  return { showPhase: room.show.phase, now, holds, hold, waits, coolUntil }
}

/** What the shirt's one button does. */
export function action(room: RoomState, mine: Mine = {}) {
  const moment = aMoment(room, mine)
  const deal = readDeal(room, 'shirt', moment.now)
  if (deal === null) throw new Error('no deal')
  return readAction(deal, moment)
}
