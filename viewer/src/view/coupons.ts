// Which of a viewer's coupons comes off what a card is about, and what keeps each of the others from it.
import type { Own, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { bestCoupon, type CouponLine, type OfferedCoupon, sumFor } from '@lantern/shared/rewards/bestCoupon.ts'
import type { CouponTerms, Reward } from '@lantern/shared/rewards/reward.ts'
import type { Deal } from './deal.ts'
import { isBought, isLive } from './holds.ts'

export interface OwnCoupon {
  readonly reward: Reward
  readonly terms: CouponTerms
}

/** The latest first. */
export function couponsIn(rewards: Own['rewards']): readonly OwnCoupon[] {
  const own = rewards.flatMap((reward) => (reward.what.is === 'coupon' ? [{ reward, terms: reward.what }] : []))
  return own.sort((a, b) => b.reward.grantedAt - a.reward.grantedAt || (a.reward.id < b.reward.id ? -1 : 1))
}

/** It may still be used, or is kept for a hold; its time counts only while nothing keeps it. */
export function isGood({ reward }: OwnCoupon, now: number): boolean {
  const { state, until, holdId } = reward
  return state === 'granted' && (holdId !== null || until === null || now < until)
}

/** As the ledger is offered it for a hold of this money. */
function offerOf(room: RoomState, { reward, terms }: OwnCoupon): OfferedCoupon {
  const { productIds, currency, fromMinor, off } = terms
  const fitting = room.offers.filter(
    (offer) => offer.currency === currency && (productIds === null || productIds.includes(offer.productId)),
  )
  return { ref: reward.id, offerIds: fitting.map(({ id }) => id), fromMinor, off }
}

/** What a card is about: one unit of what may be held, or one's own hold. */
export interface CardSum {
  /** Before the coupon. */
  readonly sumMinor: number
  readonly currency: string
  /** Null: none comes off. */
  readonly coupon: { readonly id: string; readonly offMinor: number } | null
}

/** Of one's own hold, as it was granted. */
export function sumOfHold({ lines, currency, totalMinor }: Hold): CardSum {
  const coupons = lines.flatMap(({ adjustments }) => adjustments.filter(({ kind }) => kind === 'coupon'))
  const offMinor = coupons.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const id = coupons[0]?.ref
  return { sumMinor: totalMinor + offMinor, currency, coupon: id === undefined ? null : { id, offMinor } }
}

const REFUSED: readonly (string | null)[] = ['SHOP_REFUSED', 'PRICE_DIFFERS']

interface Arrival {
  /** The refusal's code with which the page was opened. */
  readonly notice: string | null
  /** On the server's clock. */
  readonly openedAt: number | null
}

/** Of what was held when the shop refused: a later hold has come to no checkout yet. */
export function mayLeaveCoupon(hold: Hold, { notice, openedAt }: Arrival): boolean {
  if (hold.state !== 'held' || !REFUSED.includes(notice)) return false
  return openedAt !== null && hold.grantedAt < openedAt && sumOfHold(hold).coupon !== null
}

interface Asking {
  readonly room: RoomState
  readonly rewards: Own['rewards']
  readonly now: number
}

/** What the next hold of one unit would cost, by the ledger's own rule; the ledger has the last word. */
export function sumOfDeal(deal: Deal, { room, rewards, now }: Asking): CardSum {
  const { priceMinor: sumMinor, currency } = deal
  const lines = linesOf(deal)
  const free = couponsIn(rewards).filter((coupon) => coupon.reward.holdId === null && isGood(coupon, now))
  const best = bestCoupon(
    free.map((coupon) => offerOf(room, coupon)),
    lines,
  )
  const coupon = best === null ? null : { id: best.coupon.ref, offMinor: best.offMinor }
  return { sumMinor, currency, coupon }
}

interface OnCard {
  readonly deal: Deal
  /** The one that the card speaks about. */
  readonly hold: Hold | null
}

/** Of what is held or was bought the card says what it came to, until the next one is asked for. */
export function sumOnCard({ deal, hold }: OnCard, asking: Asking): CardSum {
  return hold !== null && (isLive(hold) || isBought(hold)) ? sumOfHold(hold) : sumOfDeal(deal, asking)
}

function linesOf({ choices, priceMinor }: Deal): readonly CouponLine[] {
  const cheapest = choices.find((choice) => choice.priceMinor === priceMinor) ?? choices[0]
  return cheapest === undefined ? [] : [{ offerId: cheapest.offer.id, sumMinor: priceMinor }]
}

export type CouponPlace =
  { readonly is: 'onCard' | 'kept' | 'fits' | 'otherGoods' } | { readonly is: 'missing'; readonly missingMinor: number }

interface Beside {
  readonly card: CardSum | null
  /** Null: there is no card. */
  readonly deal: Deal | null
  readonly room: RoomState
}

/** Where one that is still good stands beside the card. */
export function placeOf(coupon: OwnCoupon, { card, deal, room }: Beside): CouponPlace {
  const { reward, terms } = coupon
  if (card?.coupon?.id === reward.id) return { is: 'onCard' }
  if (reward.holdId !== null) return { is: 'kept' }
  if (deal === null) return { is: 'fits' }
  const offered = offerOf(room, coupon)
  const lines = linesOf(deal)
  const sum = sumFor(offered, lines)
  if (!lines.some(({ offerId }) => offered.offerIds?.includes(offerId))) return { is: 'otherGoods' }
  return sum < terms.fromMinor ? { is: 'missing', missingMinor: terms.fromMinor - sum } : { is: 'fits' }
}
