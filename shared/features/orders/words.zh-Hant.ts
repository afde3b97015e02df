// What orders say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  ORDER_NOT_FOUND: '找不到這筆訂單，請再看看列表。',
  ORDER_SETTLED: '這筆訂單已經有人處理過了。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {
  bought: '{{buyer}} 已購買',
}

export const studio: Translated<typeof en.studio> = {
  'settle.supply': '還是給一件',
  'settle.accept': '沒問題',
  'settle.refunded': '退款',
  'settle.refundedBack': '退款，重新開賣',
  'settle.refundedGone': '退款，貨沒有了',
  'settle.askRefunded': '把 {{amount}} 和運費全部退給 {{name}} 嗎？會通知商店退款；通知不了時，請到商店後台退。',
  'settle.askBack': '把 {{amount}} 和運費全部退給 {{name}} 嗎？之後重新開賣：{{lines}}。',
  'settle.askGone': '把 {{amount}} 和運費全部退給 {{name}} 嗎？之後不再販售：{{lines}}。',
  'settle.yes': '是，退款',
  'settle.more': '處理訂單 {{id}}',
  'settle.letGo': '不再保留',
  'settle.askLetGo': '要放回貨品嗎？商店仍可能收到這筆款項。',
  'settle.yesLetGo': '是，放棄等待',
}
