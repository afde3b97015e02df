// What orders by comment say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  KEYWORD_TAKEN: '「{{keyword}}」已經是另一件商品的關鍵字，請換一個。',
  KEYWORD_UNFIT: '「{{keyword}}」容易和別的話混淆。請用字母或文字，不要只用數字。',
  NOTHING_TO_HOLD: '留言沒有寫清楚要哪一件，請幫忙選一件。',
}

export const viewer: Translated<typeof en.viewer> = {
  commentToHold: '留言「{{keyword}}」即可保留',
  commentKeyword: '留言 {{keyword}}',
  boughtHeld: '已為您保留：{{what}}。',
  boughtNothing: '您沒有保留這一件。',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'buying.title': '留言下單',
  'buying.on': '已開啟',
  'buying.off': '已關閉',
  'buying.open': '設定留言下單',
  'buying.close': '回到留言',
  'buying.lead': '觀眾留言關鍵字就會保留商品，並私下收到結帳連結。+1 保留正在講解的商品。',
  'buying.switchOn': '開啟',
  'buying.switchOff': '關閉',
  'buying.rules': '怎樣算下單',
  'buying.contains': '留言裡有就算',
  'buying.only': '只寫訂單才算',
  'buying.numberRequired': '必須寫數量，例如 A1+1',
  'buying.try': '用已有留言試一試',
  'buying.use': '採用這些規則',
  'buying.tried': '{{n}} 則留言中有 {{orders}} 則會生效。沒有真的保留。',
  'buying.triedNone': '還沒有觀眾留言。',
  'buying.wouldHold': '保留 {{what}}',
  'buying.wouldCancel': '取消 {{what}}',
  'buying.everything': '全部',
  'buying.none.no_keyword': '沒有關鍵字',
  'buying.none.number_missing': '沒寫數量',
  'buying.none.not_only': '有別的話',
  'buying.none.ambiguous': '不清楚',
  'buying.none.too_many': '數量太多',
  'buying.none.question': '在提問',
  'buying.none.negated': '說不要',
  'buying.none.remark': '只是說說',
  'buying.none.mixed': '又要又退',
  'buying.keywords': '關鍵字',
  'buying.keywordOf': '{{name}} 的關鍵字',
  'buying.take': '為 {{name}} 保留',
  'buying.takeShort': '保留',
  'buying.taken': '已保留',
  'buying.choose': '要為 {{name}} 保留哪一件？',
  'buying.quantity': '給 {{name}} 的件數',
  'buying.what': '哪一件？',
}
