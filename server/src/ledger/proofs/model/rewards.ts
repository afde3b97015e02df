// The reference ledger's coupons: granted once, kept with a hold, used with its payment, back when it ends.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { CouponConfig } from '@lantern/shared/features/coupon/contract.ts'
import type { ModelActivity, ModelReward } from './playState.ts'
import type { ModelHold, ModelState } from './state.ts'

type New = Pick<ModelReward, 'activityId' | 'viewerId' | 'coupon' | 'until'> &
  ({ readonly no: number; readonly paidBy: null } | { readonly no: null; readonly paidBy: string })

/** Once for each entry, and for each hold that was paid. */
export function grantOnce(state: ModelState, given: New): void {
  const id = `${given.activityId}.${given.paidBy === null ? String(given.no) : `paid.${given.paidBy}`}`
  if (state.rewards.some((reward) => reward.id === id)) return
  state.rewards.push({ id, ...given, state: 'granted', holdId: null, owed: [] })
}

/** Null: its time would be over at once. */
export function couponFor(config: CouponConfig, now: number): Pick<ModelReward, 'coupon' | 'until'> | null {
  const { off, currency, fromMinor, productIds, good } = config
  const until = 'until' in good ? good.until : now + good.forMs
  return until > now ? { coupon: { off, currency, fromMinor, productIds }, until } : null
}

export function isPast({ until }: Pick<ModelReward, 'until'>, now: number): boolean {
  return until !== null && until <= now
}

/** Whoever touches one whose time is over finds it so. */
export function expireRewards({ rewards, now }: ModelState): void {
  for (const reward of rewards) {
    if (reward.state === 'granted' && reward.holdId === null && isPast(reward, now)) reward.state = 'expired'
  }
}

function couponIn(state: ModelState, { lines }: ModelHold): ModelReward | undefined {
  const ref = lines.find(({ coupon }) => coupon !== null)?.coupon?.ref
  return state.rewards.find(({ id }) => id === ref)
}

/** The hold keeps the coupon that its lines have, and no other. */
export function keepCoupon(state: ModelState, hold: ModelHold): void {
  const wanted = couponIn(state, hold)
  for (const kept of state.rewards.filter(({ holdId }) => holdId === hold.id)) {
    if (kept !== wanted && kept.state === 'granted') comeBack(state, kept)
  }
  if (wanted?.state === 'granted' && wanted.holdId === null) wanted.holdId = hold.id
}

/** A hold that comes back for sale is without the coupon that somebody else has got since, or that is used or over. */
export function forgetLostCoupon(state: ModelState, hold: ModelHold): void {
  const coupon = couponIn(state, hold)
  const isToBeHad = coupon?.state === 'granted' && (coupon.holdId === null || coupon.holdId === hold.id)
  if (!isToBeHad) for (const line of hold.lines) line.coupon = null
}

export function followHold(state: ModelState, hold: ModelHold, from: HoldState): void {
  const { state: to } = hold
  if (to === 'held' || to === 'paying' || to === 'authorised') return keepCoupon(state, hold)
  if (to !== 'paid' && to !== 'late_paid') return letCouponGo(state, hold)
  const coupon = couponIn(state, hold)
  if (coupon) payWith(coupon, hold.id)
  if (from !== 'paid' && from !== 'late_paid') thank(state, hold)
}

/** Whatever became of it: the money came at the price that was promised. Of another hold's it is only remembered. */
function payWith(coupon: ModelReward, holdId: string): void {
  if (coupon.holdId !== null && coupon.holdId !== holdId) {
    if (!coupon.owed.includes(holdId)) coupon.owed = [...coupon.owed, holdId]
    return
  }
  coupon.state = 'used'
  coupon.holdId = holdId
}

function letCouponGo(state: ModelState, hold: ModelHold): void {
  for (const kept of state.rewards.filter(({ holdId }) => holdId === hold.id)) comeBack(state, kept)
  if (hold.state !== 'refunded') return
  const coupon = couponIn(state, hold)
  if (coupon) coupon.owed = coupon.owed.filter((id) => id !== hold.id)
  for (const earned of state.rewards.filter(({ paidBy }) => paidBy === hold.id)) takeBack(earned, state.now)
}

/** To the first order that was paid late with it; else it is free again, or over. */
function comeBack({ now }: ModelState, coupon: ModelReward): void {
  const [next = null, ...owed] = coupon.owed
  coupon.owed = owed
  coupon.holdId = next
  coupon.state = next !== null ? 'used' : isPast(coupon, now) ? 'expired' : 'granted'
}

/** What was earned by an order that went back, and what nobody has used: one that a hold was promised ends with that hold. */
function takeBack(reward: ModelReward, now: number): void {
  if (reward.state !== 'granted') return
  if (reward.holdId === null) reward.state = 'withdrawn'
  else reward.until = Math.min(reward.until ?? now, now)
}

/** Each coupon that is open and given for payments, once for the order, as far as its places reach. */
function thank(state: ModelState, { id: paidBy, viewerId }: ModelHold): void {
  if (state.staff.has(viewerId)) return
  for (const activity of state.activities.filter((each) => each.state === 'open')) {
    const { play, places } = activity
    if (play.kind !== 'coupon' || play.config.given !== 'paid') continue
    if (places !== null && givenOf(state, activity) >= places) continue
    const coupon = couponFor(play.config, state.now)
    if (coupon) grantOnce(state, { activityId: activity.id, viewerId, ...coupon, no: null, paidBy })
  }
}

/** Those that were not taken back. */
function givenOf({ rewards }: ModelState, { id }: ModelActivity): number {
  return rewards.filter((reward) => reward.activityId === id && reward.state !== 'withdrawn').length
}
