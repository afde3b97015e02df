// What topics say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  ANSWER_EMPTY: '这条回答没有内容。',
  ANSWER_TOO_LONG: '一条回答最多 200 字。',
  ANSWER_BLOCKED: '回答里有不合适的词，改一改再发。',
  ANSWER_NOT_FOUND: '这条回答已经不在了。',
  ANSWER_CHANGED: '这条回答刚刚被改过，请看过新内容再选。',
  PICKED_ENOUGH: '已选满 12 条，请先取消一条。',
}

export const viewer: Translated<typeof en.viewer> = {
  'topic.name': '主播想问大家',
  'topic.none': '来抢第一个回答',
  'topic.oneAnswer': '1 个回答',
  'topic.answers': '{{n}} 个回答',
  'topic.yourAnswer': '写下您的回答…',
  'topic.send': '发送',
  'topic.change': '修改',
  'topic.yourAnswerTitle': '您的回答',
  'topic.left': '还可写 {{n}} 字',
  'topic.tooLong': '超出 {{n}} 字',
  'topic.yours': '您的回答：{{what}}',
  'topic.onlyHost': '只有主播看得到，被选中才会公开。',
  'topic.isPicked': '您的回答被选中了，大家都看得到。',
  'topic.saySent': '已经发给主播。',
  'topic.sayPicked': '您的回答被选中了。',
  'topic.picked': '店铺选中',
  'topic.you': '您',
  'topic.notYet': '开始后就能回答。',
  'topic.sayOpen': '主播想问大家：{{question}}',
}

export const overlay: Translated<typeof en.overlay> = {
  'topic.onPhone': '拿起手机来回答',
}

export const studio: Translated<typeof en.studio> = {
  'topic.tab': '话题',
  'topic.new': '新话题',
  'topic.usual': '今晚最想看什么？',
  'topic.question': '问题',
  'topic.noQuestion': '请写下问题。',
  'topic.before': '开播前就能发布，观众在等候页上回答。',
  'topic.untilEnd': '到下播为止，也可以提前结束。',
  'topic.answered_other': '{{count}} 个回答',
  'topic.pickedOf': '已选 {{n}} 条',
  'topic.closeQuestion_other': '现在结束吗？{{count}} 个回答会保留，之后仍可挑选。',
  'topic.cancelQuestion_other': '从所有屏幕上撤下吗？{{count}} 个回答也会一起撤下。',
  'topic.list': '回答',
  'topic.filter.all': '全部',
  'topic.filter.picked': '已选',
  'topic.filter.hidden': '已隐藏',
  'topic.search': '搜索回答',
  'topic.pick': '选中',
  'topic.unpick': '取消选中',
  'topic.hide': '隐藏',
  'topic.show': '恢复',
  'topic.pickOf': '选中 {{name}} 的回答',
  'topic.unpickOf': '取消选中 {{name}} 的回答',
  'topic.hideOf': '隐藏 {{name}} 的回答',
  'topic.showOf': '恢复 {{name}} 的回答',
  'topic.isPicked': '已公开',
  'topic.isBanned': '已禁言',
  'topic.more': '更早的回答',
  'topic.nothing': '还没有人回答。',
  'topic.noMatch': '没有符合的回答。',
  'topic.searchFurther': '继续往前搜',
  'topic.noMatchYet': '最新的回答里没有找到，更早的还没搜。',
  'topic.onlyPicked': '观众只看得到您选中的回答。',
}
