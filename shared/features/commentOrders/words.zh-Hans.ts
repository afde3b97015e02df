// What orders by comment say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  KEYWORD_TAKEN: '“{{keyword}}”已经是另一件商品的关键词，请换一个。',
  KEYWORD_UNFIT: '“{{keyword}}”容易和别的话混淆。请用字母或文字，不要只用数字。',
  NOTHING_TO_HOLD: '评论没有写清楚要哪一件，请帮忙选一件。',
}

export const viewer: Translated<typeof en.viewer> = {
  commentToHold: '评论“{{keyword}}”即可保留',
  commentKeyword: '评论 {{keyword}}',
  boughtHeld: '已为您保留：{{what}}。',
  boughtNothing: '您没有保留这一件。',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'buying.title': '评论下单',
  'buying.on': '已开启',
  'buying.off': '已关闭',
  'buying.open': '设置评论下单',
  'buying.close': '回到评论',
  'buying.lead': '观众评论关键词就会保留商品，并私下收到结账链接。+1 保留正在讲解的商品。',
  'buying.switchOn': '开启',
  'buying.switchOff': '关闭',
  'buying.rules': '什么算下单',
  'buying.contains': '评论里有就算',
  'buying.only': '只写订单才算',
  'buying.numberRequired': '必须写数量，例如 A1+1',
  'buying.try': '用已有评论试一试',
  'buying.use': '采用这些规则',
  'buying.tried': '{{n}} 条评论中有 {{orders}} 条会生效。没有真的保留。',
  'buying.triedNone': '还没有观众评论。',
  'buying.wouldHold': '保留 {{what}}',
  'buying.wouldCancel': '取消 {{what}}',
  'buying.everything': '全部',
  'buying.none.no_keyword': '没有关键词',
  'buying.none.number_missing': '没写数量',
  'buying.none.not_only': '有别的话',
  'buying.none.ambiguous': '不清楚',
  'buying.none.too_many': '数量太多',
  'buying.none.question': '在提问',
  'buying.none.negated': '说不要',
  'buying.none.remark': '只是说说',
  'buying.none.mixed': '又要又退',
  'buying.keywords': '关键词',
  'buying.keywordOf': '{{name}} 的关键词',
  'buying.take': '为 {{name}} 保留',
  'buying.takeShort': '保留',
  'buying.taken': '已保留',
  'buying.choose': '要为 {{name}} 保留哪一件？',
  'buying.quantity': '给 {{name}} 的件数',
  'buying.what': '哪一件？',
}
