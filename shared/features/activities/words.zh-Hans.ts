// What activities of every kind say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  ACTIVITY_NOT_FOUND: '这个活动已经不在了。',
  ACTIVITY_ID_TAKEN: '这个活动已按别的设置创建，请重新建一个。',
  ACTIVITY_NOT_OPEN: '活动还没开始。',
  ACTIVITY_STARTED: '大家已经看到这个活动，只能开始、结束或取消。',
  ACTIVITY_OVER: '活动已经结束。',
  ACTIVITY_CHANGED: '其他人刚刚动过它，请再看一眼。',
  ACTIVITY_FULL: '名额已满。',
  ACTIVITY_ENTERED: '你已经参加了。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
