// What step prices say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  STEP_PRICE_RUNNING: '這項商品已有拼團價進行中，請先結束它。',
}

export const viewer: Translated<typeof en.viewer> = {
  'stepPrice.name': '拼團價',
  'stepPrice.oneBuyer': '1 人已買',
  'stepPrice.buyers': '{{count}} 人已買',
  'stepPrice.more': '再 {{count}} 人，全員 {{price}}',
  'stepPrice.everyone': '全員 {{price}}',
  'stepPrice.ofProduct': '{{product}}：{{line}}',
  'stepPrice.none': '沒有達成',
  'stepPrice.step': '滿 {{buyers}} 人 {{price}}',
  'stepPrice.stepReached': '滿 {{buyers}} 人 {{price}}，已達成',
  'stepPrice.alone': '單獨買 {{price}}',
  'stepPrice.aloneShort': '單買',
  'stepPrice.person': '{{count}} 人',
  'stepPrice.people': '{{count}} 人',
  'stepPrice.invite': '揪好友拼團',
  'stepPrice.rule': '付款就算一人。先買的退差價。',
  'stepPrice.overRule': '先買的退差價。',
}

export const overlay: Translated<typeof en.overlay> = {
  'stepPrice.onPhone': '拿起手機下單，一起拼',
}

export const studio: Translated<typeof en.studio> = {
  'stepPrice.tab': '拼團價',
  'stepPrice.product': '商品',
  'stepPrice.step': '滿 {{buyers}} 人',
  'stepPrice.steps': '階梯',
  'stepPrice.buyersOf': '第 {{n}} 階人數',
  'stepPrice.priceOf': '第 {{n}} 階價格',
  'stepPrice.addStep': '加一階',
  'stepPrice.takeOff': '移除第 {{n}} 階',
  'stepPrice.noBuyers': '請填寫人數。',
  'stepPrice.notMore': '人數要比上一階多。',
  'stepPrice.noPrice': '請填寫價格。',
  'stepPrice.notLess': '價格要比上一階低。',
  'stepPrice.notBelow': '必須低於目前價格。',
  'stepPrice.shopGivesBack': '結束後，先買的退差價。這家商店接受系統的部分退款，差價會自動退回。',
  'stepPrice.handGivesBack': '結束後，先買的退差價。這家商店不接受系統退款：要退的訂單列在訂單列表裡，由您逐筆手動退。',
  'stepPrice.summary_other': '{{count}} 人已買 · {{what}}',
  'stepPrice.atStep': '第 {{n}} 階，共 {{of}} 階',
  'stepPrice.atPrice': '{{step}}，{{price}}',
  'stepPrice.noStep': '尚未達成',
  'stepPrice.back': '共退差價 {{sum}}：已退 {{done}} 筆，待退 {{due}} 筆，手動 {{byHand}} 筆',
  'stepPrice.listByHand': '需手動退 {{sum}}，訂單見訂單列表。',
  'stepPrice.closeQuestion': '現在結束嗎？全員 {{price}}，先買的退差價。',
  'stepPrice.closeNone': '現在結束嗎？尚未達成，不退差價。',
  'stepPrice.cancelQuestion': '從所有螢幕撤下嗎？已達成的照算：已保留的價格不變，先買的退差價；之後不再降價。',
}
