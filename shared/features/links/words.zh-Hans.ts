// What share links say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  LINK_NOT_FOUND: '本场直播里没有这个链接。',
  TOO_MANY_LINKS: '本场直播已有 300 个链接，请用其中一个。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'links.title': '社群链接',
  'links.lead': '每个群一个专属链接，带来多少人、多少单一目了然。',
  'links.whichGroup': '发到哪个群？每个群一个专属链接。',
  'links.findGroup': '查找群',
  'links.groupsFailed': '暂时读不到社群。',
  'links.hasLink': '{{name}}，已有链接',
  'links.name': '发到哪里',
  'links.usual': '榆树街小区群，周五',
  'links.make': '生成链接',
  'links.none': '还没有链接。直播间自己的地址也能用，只是看不出观众从哪里来。',
  'links.people_other': '{{count}} 人',
  'links.opens_other': '打开 {{count}} 次',
  'links.held_other': '{{count}} 笔保留',
  'links.orders_other': '{{count}} 单，{{amount}}',
  'links.noOrders': '还没有订单',
  'links.previews_other': '聊天软件预览了 {{count}} 次，不计入人数。',
  'links.copy': '复制链接',
  'links.text': '复制文案',
  'links.copied': '已复制',
  'links.pasteSoon': '{{shop}}直播预告：{{title}}，{{when}} 开播 {{url}}',
  'links.pasteLive': '{{shop}}正在直播：{{title}} {{url}}',
  'links.pasteOver': '{{shop}}：{{title}} {{url}}',
  'links.notCopied': '请手动选中复制',
  'links.more': '{{name}}的二维码和海报',
  'links.poster': '海报',
  'links.qr': '二维码 SVG',
  'links.png': '二维码 PNG',
  'links.codeOf': '{{name}}的二维码',
  'links.void': '作废',
  'links.voided': '已作废',
  'links.voidQuestion': '作废“{{name}}”？链接仍能进入直播间，但从此不再计数，且无法恢复。',
  'links.voidYes': '作废链接',
  'links.counted':
    '一个人只算一人，打开一次算一次；聊天软件的预览和工作人员不计入。服务器被强行终止时，最多丢失半秒内的打开次数。',
  'links.failed': '暂时读不到数据。',
}
