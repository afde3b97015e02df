// What orders say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  ORDER_NOT_FOUND: '找不到这个订单，请再看看列表。',
  ORDER_SETTLED: '这个订单已经有人处理过了。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {
  bought: '{{buyer}} 已购买',
}

export const studio: Translated<typeof en.studio> = {
  'settle.supply': '还是给一件',
  'settle.accept': '没问题',
  'settle.refunded': '退款',
  'settle.refundedBack': '退款，重新上架',
  'settle.refundedGone': '退款，货没有了',
  'settle.askRefunded': '把 {{amount}} 和运费全部退给 {{name}} 吗？会通知店铺退款；通知不了时，请到店铺后台退。',
  'settle.askBack': '把 {{amount}} 和运费全部退给 {{name}} 吗？之后重新上架：{{lines}}。',
  'settle.askGone': '把 {{amount}} 和运费全部退给 {{name}} 吗？之后不再出售：{{lines}}。',
  'settle.yes': '是，退款',
  'settle.more': '处理订单 {{id}}',
  'settle.letGo': '不再保留',
  'settle.askLetGo': '要放回货品吗？店铺仍可能收到这笔款。',
  'settle.yesLetGo': '是，放弃等待',
}
