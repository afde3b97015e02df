// What templates of the shop say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  TEMPLATE_NOT_FOUND: '這個範本已經不在了。',
  TEMPLATE_CHANGED: '其他人剛剛改過這個範本，請重新查看。',
  TEMPLATE_NAME_TAKEN: '已有同名範本，請取代它或換個名稱。',
  TOO_MANY_TEMPLATES: '商店已有 50 個範本，請先刪掉不用的。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'template.title': '互動範本',
  'template.make': '使用',
  'template.makeOf': '用「{{name}}」新建一個互動，先存著',
  'template.made': '已存好，可隨時開始',
  'template.all_other': '再顯示 {{count}} 個',
  'template.fewer': '收起',
  'template.notHere': '本場沒有：{{what}}',
  'template.otherMoney': '範本金額是 {{from}}，本場用 {{to}} 銷售。',
  'template.stale': '這是舊版本存的範本，已無法使用。請刪除後重新儲存。',
  'template.change': '重新命名或刪除「{{name}}」',
  'template.name': '名稱',
  'template.rename': '重新命名',
  'template.remove': '刪除',
  'template.removeQuestion': '刪除「{{name}}」？所有場次都不能再用；已經建好的互動不受影響。',
  'template.removeYes': '刪除',
  'template.save': '存為範本',
  'template.saveOf': '把「{{title}}」存為範本',
  'template.keep': '儲存',
  'template.replace': '取代',
  'template.replaces': '已有同名範本，儲存後所有場次都用新的。',
  'template.saved': '已存為「{{name}}」',
  'template.failed': '暫時讀不到範本。',
}
