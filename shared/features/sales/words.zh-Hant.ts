// What flash sales say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  SALE_NOT_FOUND: '找不到這場特賣。',
  SALE_RUNNING: '已有特賣進行中，請先結束它。',
  SALE_OVER: '特賣已經結束。',
  PRICE_NOT_LOWER: '特賣價必須低於目前價格。',
  NOT_ENOUGH_UNITS: '可用庫存沒有這麼多。',
  PRICE_NOT_CARRIED: '這家店鋪收不到直播價，不能開搶購，詳情見店鋪頁。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'sale.title': '限時特賣',
  'sale.noneRunning': '目前沒有限時特賣。',
  'sale.noProducts': '商品單裡有商品，才能開始限時特賣。',
  'sale.price': '特賣價',
  'sale.priceNow': '現價 {{price}}',
  'sale.units': '數量',
  'sale.freeNow': '剩 {{n}} 件',
  'sale.perViewer': '每人限',
  'sale.countdown': '倒數',
  'sale.length': '時長',
  'sale.atOnce': '立即',
  'sale.seconds': '{{n}} 秒',
  'sale.minutes': '{{n}} 分',
  'sale.unitSeconds': '秒',
  'sale.timeHint': '秒數，或「分:秒」，如 1:30',
  'sale.start': '開始特賣',
  'sale.toFront': '釘選到最前',
  'sale.whenLive': '開播後可用',
  'sale.wrongPrice': '請填金額，如 129 或 129.50',
  'sale.priceNotLower': '要低於現價',
  'sale.wrongUnits': '請填 1 以上的數',
  'sale.tooManyUnits': '比剩下的多',
  'sale.wrongPerViewer': '請填 1 以上的數',
  'sale.perViewerAboveUnits': '超過總數量',
  'sale.wrongCountdown': '0 到 300 秒之間',
  'sale.wrongLength': '30 秒到 20 分鐘之間',
  'sale.startsIn': '特賣即將開始',
  'sale.each': '每人限 {{n}} 件',
  'sale.unitsTotal_other': '共 {{count}} 件',
  'sale.paid': '已付 {{n}} 件',
  'sale.held': '保留 {{n}} 件',
  'sale.endNow': '立即結束',
  'sale.endQuestion': '結束特賣嗎？剩下 {{left}} 件恢復原價，已保留的 {{held}} 件價格不變。',
  'sale.endYes': '結束特賣',
  'sale.over': '特賣已結束',
  'sale.ended.time': '時間到',
  'sale.ended.stopped': '提前結束',
  'sale.ended.sold_out': '全部售完',
  'sale.ended.show_ended': '直播結束',
  'sale.sold': '{{of}} 件中已付款 {{n}} 件',
  'sale.next': '下一場特賣',
}
