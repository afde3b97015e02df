// What step prices say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  STEP_PRICE_RUNNING: '这件商品已有拼团价在进行，请先结束它。',
}

export const viewer: Translated<typeof en.viewer> = {
  'stepPrice.name': '拼团价',
  'stepPrice.oneBuyer': '1 人已买',
  'stepPrice.buyers': '{{count}} 人已买',
  'stepPrice.more': '再有 {{count}} 人，全员 {{price}}',
  'stepPrice.everyone': '全员 {{price}}',
  'stepPrice.ofProduct': '{{product}}：{{line}}',
  'stepPrice.none': '没有达成',
  'stepPrice.step': '满 {{buyers}} 人 {{price}}',
  'stepPrice.stepReached': '满 {{buyers}} 人 {{price}}，已达成',
  'stepPrice.alone': '单独买 {{price}}',
  'stepPrice.aloneShort': '单买',
  'stepPrice.person': '{{count}} 人',
  'stepPrice.people': '{{count}} 人',
  'stepPrice.invite': '邀好友拼团',
  'stepPrice.rule': '付款就算一人。先买的多退差价。',
  'stepPrice.overRule': '先买的多退差价。',
}

export const overlay: Translated<typeof en.overlay> = {
  'stepPrice.onPhone': '拿起手机下单，一起拼',
}

export const studio: Translated<typeof en.studio> = {
  'stepPrice.tab': '拼团价',
  'stepPrice.product': '商品',
  'stepPrice.step': '满 {{buyers}} 人',
  'stepPrice.steps': '阶梯',
  'stepPrice.buyersOf': '第 {{n}} 档人数',
  'stepPrice.priceOf': '第 {{n}} 档价格',
  'stepPrice.addStep': '加一档',
  'stepPrice.takeOff': '移除第 {{n}} 档',
  'stepPrice.noBuyers': '请填写人数。',
  'stepPrice.notMore': '人数要比上一档多。',
  'stepPrice.noPrice': '请填写价格。',
  'stepPrice.notLess': '价格要比上一档低。',
  'stepPrice.notBelow': '要低于现在的价格。',
  'stepPrice.shopGivesBack': '结束后，先买的多退差价。这家店铺接受系统的部分退款，差价会自动退回。',
  'stepPrice.handGivesBack':
    '结束后，先买的多退差价。这家店铺不接受系统退款：要退的订单列在订单列表里，由您逐单手动退。',
  'stepPrice.summary_other': '{{count}} 人已买 · {{what}}',
  'stepPrice.atStep': '第 {{n}} 档，共 {{of}} 档',
  'stepPrice.atPrice': '{{step}}，{{price}}',
  'stepPrice.noStep': '还没达成',
  'stepPrice.back': '共退差价 {{sum}}：已退 {{done}} 单，待退 {{due}} 单，手动 {{byHand}} 单',
  'stepPrice.listByHand': '需手动退 {{sum}}，订单见订单列表。',
  'stepPrice.closeQuestion': '现在结束吗？全员 {{price}}，先买的多退差价。',
  'stepPrice.closeNone': '现在结束吗？还没达成，不退差价。',
  'stepPrice.cancelQuestion': '从所有屏幕上撤下吗？已达成的照算：已保留的价格不变，先买的多退差价；之后不再降价。',
}
