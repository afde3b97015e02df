// What the show itself says, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  SHOW_NOT_FOUND: '这里没有直播，请重新要一个链接。',
  SHOW_NOT_LIVE: '还没开播，开播后就能先留。',
  SHOW_ENDED: '直播结束了，谢谢您来。',
  START_IN_PAST: '这个时间已经过去，请选现在以后的时间。',
  NOT_ENOUGH_LEFT: '只剩 {{left}} 件可以放进直播。',
  TOO_MANY_OFFERS: '一场直播最多 {{most}} 个规格，请少选一些商品。',
  PRODUCT_NOT_FOUND: '这场直播没有这件商品。',
  PRODUCT_TAKEN: '已有 {{taken}} 件被保留或付款，不能移出直播，可以把件数调低。',
  RUNDOWN_CHANGED: '刚刚有人改了这场直播的商品，请再看一次。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
