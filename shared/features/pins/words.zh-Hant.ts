// What pins say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {}

export const viewer: Translated<typeof en.viewer> = {
  alsoPinned: '同時介紹中',
  sayPinned: '正在介紹：{{title}}，{{price}}',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'keys.pin': '講解這個編號的商品',
  'pin.pin': '講解',
  'pin.pinned': '講解中',
  'pin.front': '主推中',
  'pin.takeOff': '點一下結束講解',
  'pin.bringForward': '點一下設為主推',
}
