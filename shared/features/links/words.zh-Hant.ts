// What share links say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  LINK_NOT_FOUND: '本場直播裡沒有這個連結。',
  TOO_MANY_LINKS: '本場直播已有 300 個連結，請用其中一個。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'links.title': '社群連結',
  'links.lead': '每個群組一個專屬連結，帶來多少人、多少單一目了然。',
  'links.whichGroup': '發到哪個群組？每個群組一個專屬連結。',
  'links.findGroup': '尋找群組',
  'links.groupsFailed': '暫時讀不到群組。',
  'links.hasLink': '{{name}}，已有連結',
  'links.name': '發到哪裡',
  'links.usual': '榆樹街社區群，週五',
  'links.make': '產生連結',
  'links.none': '還沒有連結。直播間自己的網址也能用，只是看不出觀眾從哪裡來。',
  'links.people_other': '{{count}} 人',
  'links.opens_other': '開啟 {{count}} 次',
  'links.held_other': '{{count}} 筆保留',
  'links.orders_other': '{{count}} 單，{{amount}}',
  'links.noOrders': '還沒有訂單',
  'links.previews_other': '通訊軟體預覽了 {{count}} 次，不計入人數。',
  'links.copy': '複製連結',
  'links.text': '複製文案',
  'links.copied': '已複製',
  'links.pasteSoon': '{{shop}}直播預告：{{title}}，{{when}} 開播 {{url}}',
  'links.pasteLive': '{{shop}}正在直播：{{title}} {{url}}',
  'links.pasteOver': '{{shop}}：{{title}} {{url}}',
  'links.notCopied': '請手動選取複製',
  'links.more': '{{name}}的 QR Code 和海報',
  'links.poster': '海報',
  'links.qr': 'QR Code SVG',
  'links.png': 'QR Code PNG',
  'links.codeOf': '{{name}}的 QR Code',
  'links.void': '作廢',
  'links.voided': '已作廢',
  'links.voidQuestion': '作廢「{{name}}」？連結仍能進入直播間，但從此不再計數，且無法復原。',
  'links.voidYes': '作廢連結',
  'links.counted':
    '一個人只算一人，開啟一次算一次；通訊軟體的預覽和工作人員不計入。伺服器被強行終止時，最多遺失半秒內的開啟次數。',
  'links.failed': '暫時讀不到資料。',
}
