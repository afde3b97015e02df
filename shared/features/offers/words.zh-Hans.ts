// What offers say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  BELOW_TAKEN: '已有 {{taken}} 件被保留或付款，不能再少了。',
  UNITS_SHARED: '这款由多场直播共用库存，请到“共用库存”里修改。',
  OFFER_NOT_FOUND: '这一款已经不卖了，看看别的吧。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'offers.show': '库存与规则',
  'offers.variantAll': '单一规格',
  'offers.units': '总件数',
  'offers.isShared': '件数来自共用库存',
  'offers.less': '减一件',
  'offers.more': '加一件',
  'offers.policy': '怎么算谁的',
  'offers.lock_on_hold': '先留后付',
  'offers.first_paid': '先付先得',
  'offers.minutes': '分钟',
  'offers.perViewer': '每人',
  'offers.numbers': '剩 {{free}} 件 · 保留 {{held}} 件 · 已付 {{paid}} 件',
  'offers.waiting_other': '{{count}} 人排队',
  'offers.saved': '已保存',
  'offers.saving': '保存中…',
  'offers.wrongUnits': '请填 0 或以上的数字',
  'offers.wrongMinutes': '0.5 到 120 分钟',
  'offers.wrongPerViewer': '请填 1 或以上的数字',
  'lapsed.title_other': '{{product}}有 {{count}} 次保留没有付款',
  'lapsed.switch': '改为先付先得',
  'lapsed.keep': '不变',
}
