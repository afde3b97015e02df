// What flash sales say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  SALE_NOT_FOUND: '找不到这场抢购。',
  SALE_RUNNING: '已有抢购在进行，请先结束它。',
  SALE_OVER: '抢购已经结束。',
  PRICE_NOT_LOWER: '抢购价要低于现在的价格。',
  NOT_ENOUGH_UNITS: '可用库存没有这么多。',
  PRICE_NOT_CARRIED: '这家店铺收不到直播价，不能开抢购，详情见店铺页。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'sale.title': '限时抢购',
  'sale.noneRunning': '现在没有限时抢购。',
  'sale.noProducts': '商品单里有商品，才能开始限时抢购。',
  'sale.price': '抢购价',
  'sale.priceNow': '现价 {{price}}',
  'sale.units': '数量',
  'sale.freeNow': '剩 {{n}} 件',
  'sale.perViewer': '每人限',
  'sale.countdown': '倒计时',
  'sale.length': '时长',
  'sale.atOnce': '立即',
  'sale.seconds': '{{n}} 秒',
  'sale.minutes': '{{n}} 分',
  'sale.unitSeconds': '秒',
  'sale.timeHint': '秒数，或“分:秒”，如 1:30',
  'sale.start': '开始抢购',
  'sale.toFront': '放到最前讲解',
  'sale.whenLive': '开播后可用',
  'sale.wrongPrice': '请填金额，如 129 或 129.50',
  'sale.priceNotLower': '要低于现价',
  'sale.wrongUnits': '请填 1 以上的数',
  'sale.tooManyUnits': '比剩下的多',
  'sale.wrongPerViewer': '请填 1 以上的数',
  'sale.perViewerAboveUnits': '超过总数量',
  'sale.wrongCountdown': '0 到 300 秒之间',
  'sale.wrongLength': '30 秒到 20 分钟之间',
  'sale.startsIn': '抢购即将开始',
  'sale.each': '每人限 {{n}} 件',
  'sale.unitsTotal_other': '共 {{count}} 件',
  'sale.paid': '已付 {{n}} 件',
  'sale.held': '保留 {{n}} 件',
  'sale.endNow': '立即结束',
  'sale.endQuestion': '结束抢购吗？剩下 {{left}} 件恢复原价，已保留的 {{held}} 件价格不变。',
  'sale.endYes': '结束抢购',
  'sale.over': '抢购已结束',
  'sale.ended.time': '时间到',
  'sale.ended.stopped': '提前结束',
  'sale.ended.sold_out': '全部抢完',
  'sale.ended.show_ended': '直播结束',
  'sale.sold': '{{of}} 件中已付款 {{n}} 件',
  'sale.next': '下一场抢购',
}
