// What rewards say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  STAFF_CANNOT_WIN: '您是本店的工作人员，这项福利只送给观众。登录过后台的设备也不能参加。',
  COUPON_NOT_CARRIED: '这家店铺收不到优惠金额，发出的优惠券无法使用，详情见店铺页。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
