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
  CONDITIONS_UNMET: '還差一點：請看參加條件。',
}

export const viewer: Translated<typeof en.viewer> = {
  'play.over': '已結束',
  'play.soon': '即將開始',
  'play.fold': '收合{{name}}',
  'play.unfold': '展開{{name}}',
  'play.sayOpen': '{{name}}開始：{{title}}',
  'play.alsoOn': '同時進行',
  'play.takes': '參加條件',
  'play.first': '完成以上條件即可參加。',
  'play.isMet': '已完成',
  'play.isMissing': '未完成',
  'play.watch': '觀看滿 {{need}} 分鐘：已看 {{have}} 分鐘',
  'play.watched': '已觀看 {{need}} 分鐘',
  'play.write': '留言「{{word}}」',
  'play.wrote': '已留言「{{word}}」',
  'play.writeAny': '留一則言',
  'play.wroteAny': '已留言',
  'play.buy': '購買：{{what}}',
  'play.bought': '已購買：{{what}}',
  'play.buyAny': '在本場購買任意商品',
  'play.boughtAny': '已在本場購買',
  'play.come': '透過分享的連結進入',
  'play.came': '已透過分享連結進入',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'play.who': '誰可以參加',
  'play.everyone': '所有人',
  'play.onlyWho': '僅限：{{what}}',
  'play.hasWatched': '觀看滿',
  'play.minutes': '分鐘',
  'play.hasWritten': '留言過',
  'play.word': '指定的詞，或任意內容',
  'play.hasBought': '購買過',
  'play.anything': '任意商品',
  'play.hasCome': '透過分享連結進入',
  'play.sumWatched': '觀看 {{minutes}} 分鐘',
  'play.sumWrote': '留言「{{word}}」',
  'play.sumWroteAny': '留過言',
  'play.sumBought': '購買{{what}}',
  'play.sumBoughtAny': '購買過商品',
  'play.sumCame': '透過分享連結進入',
  'play.badMinutes': '請填 1 到 240 分鐘。',
  'play.noProof': '一個人可能用幾支手機參加。要求購買是最難繞過的條件。',
}
