// What pins say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {}

export const viewer: Translated<typeof en.viewer> = {
  alsoPinned: '同时在讲',
  sayPinned: '正在讲解：{{title}}，{{price}}',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'keys.pin': '讲解这个编号的商品',
  'pin.pin': '讲解',
  'pin.pinned': '讲解中',
  'pin.front': '主推中',
  'pin.takeOff': '点一下结束讲解',
  'pin.bringForward': '点一下设为主推',
}
