// What the server does for coupons: a kind of activity.
export * as contract from '@lantern/shared/features/coupon/contract.ts'
export { readings } from './readings.ts'
export { COUPON as activity } from './rules.ts'
import { claimCoupon, makeCoupon } from './commands.ts'

export const handlers = {
  'coupon:make': makeCoupon,
  'coupon:claim': claimCoupon,
}
