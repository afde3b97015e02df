// What activities of every kind say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  ACTIVITY_NOT_FOUND: '這個活動已經不在了。',
  ACTIVITY_ID_TAKEN: '這個活動已按別的設定建立，請重新建一個。',
  ACTIVITY_NOT_OPEN: '活動還沒開始。',
  ACTIVITY_STARTED: '大家已經看到這個活動，只能開始、結束或取消。',
  ACTIVITY_OVER: '活動已經結束。',
  ACTIVITY_CHANGED: '其他人剛剛動過它，請再看一眼。',
  ACTIVITY_FULL: '名額已滿。',
  ACTIVITY_ENTERED: '你已經參加了。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
