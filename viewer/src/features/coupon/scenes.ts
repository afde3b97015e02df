// The states of a coupon for the design review.
import { OwnEntry } from '@lantern/shared/activities/activity.ts'
import type { RoomView } from '@lantern/shared/client/types.ts'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import { EMPTY_OWN } from '@lantern/shared/contract/slices.ts'
import { Hold } from '@lantern/shared/contract/things.ts'
import { Coupon } from '@lantern/shared/features/coupon/contract.ts'
import { Reward } from '@lantern/shared/rewards/reward.ts'
import { NOW, room, view } from '../../preview/scenes.ts'

const TWELVE = { off: { minor: 1_200 }, currency: 'CNY', fromMinor: 9_900, productIds: null }
const EIGHT = { off: { percent: 8 }, currency: 'CNY', fromMinor: 27_000, productIds: null }
const HOUR_MS = 3_600_000

const aCoupon = (part: object = {}) =>
  Coupon.parse({
    id: 'coupon',
    kind: 'coupon',
    state: 'open',
    opensAt: null,
    lengthMs: 600_000,
    openedAt: NOW - 100_000,
    closesAt: NOW + 500_000,
    closedAt: null,
    conditions: [],
    entries: 66,
    revision: 1,
    version: 1,
    title: 'Thank you for watching',
    ...TWELVE,
    places: 100,
    good: { until: NOW + 4 * HOUR_MS },
    given: 'claim',
    left: 34,
    used: null,
    reserved: null,
    ...part,
  })

const aReward = (id: string, terms: object, part: object = {}) =>
  Reward.parse({
    id,
    activityId: 'coupon',
    what: { is: 'coupon', ...terms },
    state: 'granted',
    grantedAt: NOW - 5_000,
    until: NOW + 4 * HOUR_MS,
    holdId: null,
    version: 1,
    ...part,
  })

interface Own {
  readonly rewards?: readonly Reward[]
  readonly holds?: readonly Hold[]
  readonly isIn?: boolean
}

function scene(coupon: Coupon, { rewards = [], holds = [], isIn = false }: Own = {}): RoomView {
  const entry = { activityId: coupon.id, kind: 'coupon', no: 1, entry: {}, version: 2 }
  return view({
    room: room({ coupons: [coupon], front: { activityId: ActivityId.parse('coupon'), version: 1 } }),
    own: { ...EMPTY_OWN, holds, rewards, entries: isIn ? [OwnEntry.parse(entry)] : [] },
  })
}

const MINE = [
  aReward('twelve', TWELVE),
  aReward('eight', EIGHT, { until: NOW + 6 * 24 * HOUR_MS }),
  aReward('old', TWELVE, { state: 'used' }),
  aReward('past', TWELVE, { state: 'expired', until: NOW - 30 * HOUR_MS }),
]
const held = Hold.parse({
  id: 'h-coupon',
  showId: 'preview',
  state: 'held',
  lines: [
    {
      offerId: 'o-linen-shirt-M',
      quantity: 1,
      saleId: null,
      unitPriceMinor: 12_900,
      adjustments: [{ kind: 'coupon', ref: 'twelve', amountMinor: 1_200 }],
    },
  ],
  currency: 'CNY',
  totalMinor: 11_700,
  grantedAt: NOW - 19_000,
  expiresAt: NOW + 581_000,
  checkoutPath: '/c/preview',
  orderId: null,
  reserved: true,
  waited: false,
  version: 1,
})
const paid = aCoupon({ given: 'paid' })

export const SCENES: Readonly<Record<string, RoomView>> = {
  coupon: scene(aCoupon()),
  couponPercent: scene(aCoupon({ off: { percent: 8 }, fromMinor: 0, productIds: ['linen-shirt', 'wool-throw'] })),
  couponGone: scene(aCoupon({ left: 0 })),
  couponAsks: scene(
    aCoupon({
      conditions: [
        { is: 'watched', minutes: 5 },
        { is: 'bought', productId: null },
      ],
    }),
  ),
  couponLong: scene(
    aCoupon({
      title: 'Dankeschön an alle, die den ganzen Abend dabei waren',
      off: { minor: 120_000 },
      fromMinor: 1_200_000,
      productIds: ['linen-shirt', 'wool-throw', 'brass-lamp'],
      places: 20_000,
      left: 12_345,
    }),
  ),
  couponSoon: scene(aCoupon({ state: 'announced', openedAt: null, closesAt: null, opensAt: NOW + 30_000, left: 100 })),
  couponCancelled: scene(aCoupon({ state: 'cancelled', closedAt: NOW })),
  couponOver: scene(aCoupon({ state: 'settled', closedAt: NOW })),
  couponPaying: scene(paid),
  couponWallet: scene(aCoupon(), { rewards: MINE, isIn: true }),
  couponHeld: scene(aCoupon(), {
    rewards: MINE.map((one) => (one.id === 'twelve' ? { ...one, holdId: held.id } : one)),
    holds: [held],
    isIn: true,
  }),
  couponThanks: scene(paid, { rewards: [aReward('earned', TWELVE)] }),
}
