// What groups say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  GROUP_NOT_FOUND: '这个群已经不在了。',
  POINT_NOT_FOUND: '没有这个自提点。',
  TOO_MANY_GROUPS: '店铺已有 500 个群，请修改其中一个。',
  TOO_MANY_POINTS: '店铺已有 300 个自提点，请修改其中一个。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'groups.title': '社群',
  'groups.back': '直播列表',
  'groups.lead': '你在聊天软件里经营的群。每场直播在“分享”里给每个群一个专属链接。',
  'groups.none': '还没有群。给每个要发直播的群建一个。',
  'groups.noneTagged': '没有带这个标签的群。',
  'groups.new': '新建群',
  'groups.save': '保存',
  'groups.cancel': '取消',
  'groups.change': '修改',
  'groups.all': '全部',
  'groups.byTag': '按标签筛选',
  'groups.name': '群名',
  'groups.usualName': '榆树街',
  'groups.messenger': '聊天软件',
  'groups.theme': '群主题',
  'groups.usualTheme': '邻居群',
  'groups.leader': '团长',
  'groups.size': '群人数',
  'groups.tags': '标签，用逗号隔开',
  'groups.point': '自提点',
  'groups.noPoint': '没有自提点',
  'groups.members_other': '{{count}} 人',
  'groups.delete': '删除',
  'groups.deleted': '已删除',
  'groups.deleteQuestion': '删除“{{name}}”？它的链接仍能进入直播间，但不再算作该群带来的人。',
  'groups.deleteYes': '删除这个群',
  'groups.links_other': '{{count}} 个链接',
  'groups.opens_other': '打开 {{count}} 次',
  'groups.came_other': '来了 {{count}} 人',
  'groups.holds_other': '预留 {{count}} 次',
  'groups.orders_other': '{{count}} 单，{{amount}}',
  'groups.noOrders': '还没有订单',
  'groups.shows': '{{name}}的直播',
  'groups.noShows': '还没有往这个群发过直播。',
  'groups.points': '自提点',
  'groups.noPoints': '还没有自提点。需要统一取货的群要有一个。',
  'groups.newPoint': '新建自提点',
  'groups.usualPoint': '街角面包店',
  'groups.address': '地址',
  'groups.hours': '营业时间',
  'groups.usualHours': '20:00 前可取',
  'groups.note': '备注',
  'groups.serves_other': '{{count}} 个群在此取货',
  'groups.whatsapp': 'WhatsApp',
  'groups.wechat': '微信',
  'groups.line': 'LINE',
  'groups.telegram': 'Telegram',
  'groups.messengerOfFacebook': 'Messenger',
  'groups.other': '其他',
}
