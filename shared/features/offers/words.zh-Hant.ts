// What offers say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  BELOW_TAKEN: '已有 {{taken}} 件被保留或付款，不能再少了。',
  UNITS_SHARED: '這款由多場直播共用庫存，請到「共用庫存」裡修改。',
  OFFER_NOT_FOUND: '這款已經不賣了，看看別的吧。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'offers.show': '庫存與規則',
  'offers.variantAll': '單一規格',
  'offers.units': '總件數',
  'offers.isShared': '件數來自共用庫存',
  'offers.less': '減一件',
  'offers.more': '加一件',
  'offers.policy': '算誰的',
  'offers.lock_on_hold': '先保留',
  'offers.first_paid': '先付先得',
  'offers.minutes': '分鐘',
  'offers.perViewer': '每人',
  'offers.numbers': '剩 {{free}} 件 · 保留 {{held}} 件 · 已付 {{paid}} 件',
  'offers.waiting_other': '{{count}} 人候補',
  'offers.saved': '已儲存',
  'offers.saving': '儲存中…',
  'offers.wrongUnits': '請填 0 以上的數字',
  'offers.wrongMinutes': '0.5 到 120 分鐘',
  'offers.wrongPerViewer': '請填 1 以上的數字',
  'lapsed.title_other': '{{product}}有 {{count}} 次保留沒有付款',
  'lapsed.switch': '改為先付先得',
  'lapsed.keep': '不變',
}
