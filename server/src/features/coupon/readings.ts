// How coupons are read: as staff see them, and as everyone does, without drafts and without how many are used.
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import { isShown } from '@lantern/shared/activities/states.ts'
import { type Coupon, CouponConfig } from '@lantern/shared/features/coupon/contract.ts'
import { REWARD_FACTS } from '@lantern/shared/rewards/facts.ts'
import { type ReadActivity, readActivities } from '../../activities/readActivities.ts'
import { countRewards, type ReservedCount, readReserved, type RewardCount } from '../../rewards/readRewards.ts'
import { fromTheStart, type Reading } from '../../room/reading.ts'

const COUPONS: Reading = {
  // A hold that changes may have more or less taken off by the coupon that it keeps.
  changedBy: [...ACTIVITY_FACTS, ...REWARD_FACTS, 'hold:changed', 'viewer:erased'],
  async read(db, since, words) {
    // A coupon that is used changes what is told of its activity, which itself stays as it is.
    const all = await readActivities(db, { showId: since.showId, cursor: -1, kind: 'coupon' }, words)
    const ids = all.map(({ life }) => life.id)
    const counts = Map.groupBy(await countRewards(db, ids, words), ({ activityId }) => activityId)
    const reserved = await readReserved(db, ids, words)
    const coupons = all.map((activity) => {
      const { id } = activity.life
      return toCoupon(activity, counts.get(id) ?? [], reserved.get(id) ?? NONE)
    })
    const changed = coupons.filter(({ version }) => version > fromTheStart(since))
    const told = since.cursor === null ? changed.filter(({ state }) => state !== 'removed') : changed
    return { room: { coupons: told.filter(({ state }) => isShown(state)).map(forEveryone) }, desk: { coupons: told } }
  },
}

export const readings = [COUPONS]

const NONE: ReservedCount = { count: 0, minor: 0, version: 0 }

function toCoupon(
  { life, config }: ReadActivity,
  counts: readonly RewardCount[],
  { count, minor, version }: ReservedCount,
): Coupon {
  const terms = CouponConfig.parse(config)
  const sum = (fits: (count: RewardCount) => boolean) => counts.filter(fits).reduce((all, { n }) => all + n, 0)
  const earned = sum(({ state }) => state !== 'withdrawn')
  const given = terms.given === 'claim' ? life.entries : earned
  return {
    ...life,
    ...terms,
    left: Math.max(0, terms.places - given),
    used: sum(({ state }) => state === 'used'),
    reserved: { count, minor },
    version: Math.max(life.version, version, ...counts.map((one) => one.version)),
  }
}

const forEveryone = (coupon: Coupon): Coupon => ({ ...coupon, used: null, reserved: null })
