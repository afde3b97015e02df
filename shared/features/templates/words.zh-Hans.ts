// What templates of the shop say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  TEMPLATE_NOT_FOUND: '这个模板已经不在了。',
  TEMPLATE_CHANGED: '其他人刚刚改过这个模板，请重新查看。',
  TEMPLATE_NAME_TAKEN: '已有同名模板，请替换它或换个名字。',
  TOO_MANY_TEMPLATES: '店铺已有 50 个模板，请先删掉不用的。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'template.title': '互动模板',
  'template.make': '使用',
  'template.makeOf': '用“{{name}}”新建一个互动，先存着',
  'template.made': '已存好，可随时开始',
  'template.all_other': '再显示 {{count}} 个',
  'template.fewer': '收起',
  'template.notHere': '本场没有：{{what}}',
  'template.otherMoney': '模板金额是 {{from}}，本场用 {{to}} 销售。',
  'template.stale': '这是旧版本存的模板，已无法使用。请删除后重新保存。',
  'template.change': '重命名或删除“{{name}}”',
  'template.name': '名称',
  'template.rename': '重命名',
  'template.remove': '删除',
  'template.removeQuestion': '删除“{{name}}”？所有场次都不能再用；已经建好的互动不受影响。',
  'template.removeYes': '删除',
  'template.save': '存为模板',
  'template.saveOf': '把“{{title}}”存为模板',
  'template.keep': '保存',
  'template.replace': '替换',
  'template.replaces': '已有同名模板，保存后所有场次都用新的。',
  'template.saved': '已存为“{{name}}”',
  'template.failed': '暂时读不到模板。',
}
