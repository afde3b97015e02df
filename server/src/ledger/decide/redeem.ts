// Decides whether a coupon or an order is redeemed at the counter: once, and not while a hold keeps the coupon.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { refuseCoupon, refuseOrder } from '../../domain/counter.ts'
import type { RedemptionRow } from '../../rewards/schema.ts'
import type { InputOf, OutputOf } from '../requests.ts'
import type { WorkingSet } from '../workingSet.ts'
import { useAtCounter } from './rewards.ts'

type Asked = InputOf<'redeem'>

export function decideRedeem(set: WorkingSet, asked: Asked): OutputOf<'redeem'> {
  const isSame = ({ kind, ref }: RedemptionRow) => kind === asked.kind && ref === asked.ref
  const known = set.redemptions.find(asked.id)
  if (known) return isSame(known) ? grant(known) : refuse('COUNTER_ID_TAKEN')
  const before = [...set.redemptions.all()].find(isSame)
  if (before)
    return refuse('COUNTER_USED', { detail: { at: before.at, place: before.place, staffId: before.by_staff } })
  const no = asked.kind === 'coupon' ? whyNotCoupon(set, asked.ref) : whyNotOrder(set, asked.ref)
  return no === null ? grant(redeem(set, asked)) : refuse(no)
}

function whyNotCoupon(set: WorkingSet, ref: string) {
  const coupon = set.rewards.find(ref)
  return coupon?.kind === 'coupon' ? refuseCoupon(coupon, set.now) : 'COUNTER_CODE_OLD'
}

function whyNotOrder(set: WorkingSet, ref: string) {
  const hold = set.holds.find(ref)
  if (!hold) return 'COUNTER_CODE_OLD'
  const { state, group } = hold
  const isWithGroup = (group?.point ?? null) !== null || set.withLeader.has(ref)
  return refuseOrder({ state, isWithGroup })
}

function redeem(set: WorkingSet, { id, kind, ref, showId, place, by }: Asked): RedemptionRow {
  const actor = `staff:${by}`
  const payload = { redemptionId: id, kind, ref, place }
  const version = set.record(showId, { actor, type: 'counter:redeemed', payload })
  const row = { id, kind, ref, show_id: showId, place, by_staff: by, at: set.now, version }
  set.redemptions.put(row)
  const coupon = kind === 'coupon' ? set.rewards.find(ref) : undefined
  if (coupon) useAtCounter(set, coupon, actor)
  return row
}
