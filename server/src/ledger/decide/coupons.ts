// Coupons in the order path, inside the batch: offered to a hold, kept for it, used with its payment, back when it ends.
import type { HoldRecord } from '../../domain/hold.ts'
import { type OfferedCoupon, totalOf } from '../../domain/adjusting.ts'
import { couponOf, isPast } from '../../rewards/records.ts'
import type { RewardRecord } from '../../rewards/records.ts'
import type { Draft, Moved, WorkingSet } from '../workingSet.ts'
import { forgetOwed, giveBack, grantReward, reserve, use, withdraw } from './rewards.ts'

/** Those of the viewer that fit; the one it has already is offered like the others. */
export function offerCoupons(set: WorkingSet, draft: Draft): { coupons: OfferedCoupon[] } {
  if (draft.coupons === 'none') return { coupons: [] }
  const free = draft.coupons === 'kept' ? [] : set.rewards.ofViewer(draft.viewerId)
  const own = new Set([...free, ...set.rewards.ofHold(draft.holdId)])
  return { coupons: [...own].flatMap((reward) => offerOne(set, draft, reward) ?? []) }
}

function offerOne(set: WorkingSet, { holdId, lines }: Draft, reward: RewardRecord): OfferedCoupon | null {
  const terms = couponOf(reward)
  const isKept = reward.hold_id === holdId
  if (terms === null || reward.state !== 'granted') return null
  if (!isKept && (reward.hold_id !== null || isPast(reward, set.now))) return null
  const { productIds, currency, fromMinor, off } = terms
  const fits = lines.filter(({ offerId }) => {
    const offer = set.shelf.offer(offerId)
    return offer.currency === currency && (productIds === null || productIds.includes(offer.productId))
  })
  if (fits.length === 0) return null
  return { ref: reward.id, offerIds: fits.map(({ offerId }) => offerId), fromMinor, off }
}

/** Null: its lines have none. */
export function couponIn({ lines }: Pick<HoldRecord, 'lines'>): string | null {
  const coupons = lines.flatMap(({ adjustments }) => adjustments.filter(({ kind }) => kind === 'coupon'))
  return coupons[0]?.ref ?? null
}

/** As it comes back for sale: without the coupon that another hold has got since, or that is used or over. */
export function withoutLostCoupon(set: WorkingSet, hold: HoldRecord): HoldRecord {
  const coupon = findCoupon(set, hold)
  const isToBeHad = coupon?.state === 'granted' && (coupon.hold_id ?? hold.id) === hold.id
  if (coupon === undefined || isToBeHad) return hold
  const lines = hold.lines.map((line) => ({
    ...line,
    adjustments: line.adjustments.filter(({ kind }) => kind !== 'coupon'),
  }))
  return { ...hold, lines, totalMinor: totalOf(lines) }
}

/** Its lines have another coupon than before, or the first, or none any more. */
export function followLines(set: WorkingSet, hold: HoldRecord): void {
  const ref = couponIn(hold)
  for (const kept of set.rewards.ofHold(hold.id)) {
    if (kept.id !== ref && kept.state === 'granted') giveBack(set, kept)
  }
  const wanted = findCoupon(set, hold)
  if (wanted) reserve(set, wanted, hold)
}

export function followMove(set: WorkingSet, { hold, from, to }: Moved): void {
  if (to === 'held' || to === 'paying' || to === 'authorised') followLines(set, hold)
  else if (to === 'paid' || to === 'late_paid') followPayment(set, hold, from === 'paid' || from === 'late_paid')
  else followEnd(set, hold)
}

function followPayment(set: WorkingSet, hold: HoldRecord, wasPaid: boolean): void {
  const coupon = findCoupon(set, hold)
  if (coupon) use(set, coupon, hold)
  if (!wasPaid) thank(set, hold)
}

function followEnd(set: WorkingSet, hold: HoldRecord): void {
  for (const kept of set.rewards.ofHold(hold.id)) giveBack(set, kept)
  if (hold.state !== 'refunded') return
  const coupon = findCoupon(set, hold)
  if (coupon) forgetOwed(set, coupon, hold)
  for (const earned of set.rewards.earnedBy(hold.id)) withdraw(set, earned)
}

function findCoupon(set: WorkingSet, hold: HoldRecord): RewardRecord | undefined {
  const ref = couponIn(hold)
  return ref === null ? undefined : set.rewards.find(ref)
}

/** What open activities of the show grant for a payment, as far as their places reach. */
function thank(set: WorkingSet, { id, showId, viewerId, ...hold }: HoldRecord): void {
  if (set.staffViewers.has(viewerId)) return
  for (const activity of [...set.activities.all()]) {
    const rules = set.kinds.get(activity.kind)
    if (activity.show_id !== showId || activity.state !== 'open' || !rules?.thanks) continue
    if (activity.places !== null && grantedBy(set, activity.id) >= activity.places) continue
    const reward = rules.rewardWhenPaid({ config: activity.config, hold, now: set.now })
    if (reward !== null) grantReward(set, activity, { reward, viewerId, for: { paidBy: id } })
  }
}

/** What was taken back in this batch leaves its place to the next. */
function grantedBy(set: WorkingSet, activityId: string): number {
  const here = [...set.rewards.all()].filter(
    ({ activity_id, state }) => activity_id === activityId && state !== 'withdrawn',
  )
  return (set.granted.get(activityId) ?? 0) + here.length
}
