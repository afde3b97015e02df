// What topics say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  ANSWER_EMPTY: '這則回答沒有內容。',
  ANSWER_TOO_LONG: '一則回答最多 200 字。',
  ANSWER_BLOCKED: '回答裡有不合適的字詞，改一改再送出。',
  ANSWER_NOT_FOUND: '這則回答已經不在了。',
  ANSWER_CHANGED: '這則回答剛剛被改過，請看過新內容再選。',
  PICKED_ENOUGH: '已選滿 12 則，請先取消一則。',
}

export const viewer: Translated<typeof en.viewer> = {
  'topic.name': '主播想問大家',
  'topic.none': '來搶第一個回答',
  'topic.oneAnswer': '1 則回答',
  'topic.answers': '{{n}} 則回答',
  'topic.yourAnswer': '寫下您的回答…',
  'topic.send': '送出',
  'topic.change': '修改',
  'topic.yourAnswerTitle': '您的回答',
  'topic.left': '還可寫 {{n}} 字',
  'topic.tooLong': '超出 {{n}} 字',
  'topic.yours': '您的回答：{{what}}',
  'topic.onlyHost': '只有主播看得到，被選中才會公開。',
  'topic.isPicked': '您的回答被選中了，大家都看得到。',
  'topic.saySent': '已經傳給主播。',
  'topic.sayPicked': '您的回答被選中了。',
  'topic.picked': '商店選中',
  'topic.you': '您',
  'topic.notYet': '開始後就能回答。',
  'topic.sayOpen': '主播想問大家：{{question}}',
}

export const overlay: Translated<typeof en.overlay> = {
  'topic.onPhone': '拿起手機來回答',
}

export const studio: Translated<typeof en.studio> = {
  'topic.tab': '話題',
  'topic.new': '新話題',
  'topic.usual': '今晚最想看什麼？',
  'topic.question': '問題',
  'topic.noQuestion': '請寫下問題。',
  'topic.before': '開播前就能發布，觀眾在等候頁上回答。',
  'topic.untilEnd': '到下播為止，也可以提前結束。',
  'topic.answered_other': '{{count}} 則回答',
  'topic.pickedOf': '已選 {{n}} 則',
  'topic.closeQuestion_other': '現在結束嗎？{{count}} 則回答會保留，之後仍可挑選。',
  'topic.cancelQuestion_other': '從所有畫面上撤下嗎？{{count}} 則回答也會一起撤下。',
  'topic.list': '回答',
  'topic.filter.all': '全部',
  'topic.filter.picked': '已選',
  'topic.filter.hidden': '已隱藏',
  'topic.search': '搜尋回答',
  'topic.pick': '選中',
  'topic.unpick': '取消選中',
  'topic.hide': '隱藏',
  'topic.show': '恢復',
  'topic.pickOf': '選中 {{name}} 的回答',
  'topic.unpickOf': '取消選中 {{name}} 的回答',
  'topic.hideOf': '隱藏 {{name}} 的回答',
  'topic.showOf': '恢復 {{name}} 的回答',
  'topic.isPicked': '已公開',
  'topic.isBanned': '已禁言',
  'topic.more': '更早的回答',
  'topic.nothing': '還沒有人回答。',
  'topic.noMatch': '沒有符合的回答。',
  'topic.searchFurther': '繼續往前搜',
  'topic.noMatchYet': '最新的回答裡沒有找到，更早的還沒搜。',
  'topic.onlyPicked': '觀眾只看得到您選中的回答。',
}
