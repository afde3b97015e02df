// Which coupon a viewer is thanked with for a payment, for a while after it was granted.
import type { Own, RoomState } from '@lantern/shared/contract/snapshot.ts'
import { couponsIn, isGood, type OwnCoupon } from '../../view/coupons.ts'

/** Whoever paid at the shop comes back to this page within that time, or reads of it in the wallet. */
const SHOWN_MS = 15 * 60_000

interface Thanking {
  readonly room: RoomState
  readonly rewards: Own['rewards']
  readonly now: number
  /** Those that were closed. */
  readonly closed: readonly string[]
}

/** The latest; null: there is nothing to say. */
export function thanksIn({ room, rewards, now, closed }: Thanking): OwnCoupon | null {
  const paid = new Set(room.coupons.flatMap(({ id, given }) => (given === 'paid' ? [id] : [])))
  const earned = couponsIn(rewards).filter((coupon) => {
    const { id, activityId, grantedAt } = coupon.reward
    return paid.has(activityId) && !closed.includes(id) && now < grantedAt + SHOWN_MS && isGood(coupon, now)
  })
  return earned[0] ?? null
}

/** Coupons that were good before and were taken back since: their order was refunded. */
export function takenBack(before: Own['rewards'], after: Own['rewards']): readonly OwnCoupon[] {
  const good = new Set(before.flatMap(({ id, state }) => (state === 'granted' ? [id] : [])))
  return couponsIn(after).filter(({ reward }) => reward.state === 'withdrawn' && good.has(reward.id))
}
