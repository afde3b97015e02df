// What the show itself says, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  SHOW_NOT_FOUND: '這裡沒有直播，請對方再傳一次連結。',
  SHOW_NOT_LIVE: '還沒開播，開播後就能保留。',
  SHOW_ENDED: '直播結束了，謝謝您來。',
  START_IN_PAST: '這個時間已經過去，請選現在以後的時間。',
  NOT_ENOUGH_LEFT: '只剩 {{left}} 件可以放進直播。',
  TOO_MANY_OFFERS: '一場直播最多 {{most}} 個規格，請少選一些商品。',
  PRODUCT_NOT_FOUND: '這場直播沒有這項商品。',
  PRODUCT_TAKEN: '已有 {{taken}} 件被保留或付款，不能移出直播，可以把件數調低。',
  RUNDOWN_CHANGED: '剛剛有人改了這場直播的商品，請再看一次。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
