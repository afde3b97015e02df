// What rewards say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  STAFF_CANNOT_WIN: '您是本店的工作人員，這項福利只送給觀眾。登入過後台的裝置也不能參加。',
  COUPON_NOT_CARRIED: '這家商店收不到優惠金額，發出的優惠券無法使用，詳情見商店頁。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
