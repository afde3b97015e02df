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
  CONDITIONS_UNMET: '还差一点：请看参与条件。',
}

export const viewer: Translated<typeof en.viewer> = {
  'play.over': '已结束',
  'play.soon': '即将开始',
  'play.fold': '收起{{name}}',
  'play.unfold': '展开{{name}}',
  'play.sayOpen': '{{name}}开始：{{title}}',
  'play.alsoOn': '同时进行',
  'play.takes': '参与条件',
  'play.first': '完成以上条件即可参与。',
  'play.isMet': '已完成',
  'play.isMissing': '未完成',
  'play.watch': '观看满 {{need}} 分钟：已看 {{have}} 分钟',
  'play.watched': '已观看 {{need}} 分钟',
  'play.write': '评论“{{word}}”',
  'play.wrote': '已评论“{{word}}”',
  'play.writeAny': '发一条评论',
  'play.wroteAny': '已发评论',
  'play.buy': '购买：{{what}}',
  'play.bought': '已购买：{{what}}',
  'play.buyAny': '在本场购买任意商品',
  'play.boughtAny': '已在本场购买',
  'play.come': '通过分享的链接进入',
  'play.came': '已通过分享链接进入',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'play.who': '谁可以参与',
  'play.everyone': '所有人',
  'play.onlyWho': '仅限：{{what}}',
  'play.hasWatched': '观看满',
  'play.minutes': '分钟',
  'play.hasWritten': '评论过',
  'play.word': '指定的词，或任意内容',
  'play.hasBought': '购买过',
  'play.anything': '任意商品',
  'play.hasCome': '通过分享链接进入',
  'play.sumWatched': '观看 {{minutes}} 分钟',
  'play.sumWrote': '评论“{{word}}”',
  'play.sumWroteAny': '发过评论',
  'play.sumBought': '购买{{what}}',
  'play.sumBoughtAny': '购买过商品',
  'play.sumCame': '通过分享链接进入',
  'play.badMinutes': '请填 1 到 240 分钟。',
  'play.noProof': '一个人可能用几部手机参与。要求购买是最难绕过的条件。',
}
