// What groups say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  GROUP_NOT_FOUND: '這個群組已經不在了。',
  POINT_NOT_FOUND: '沒有這個自取點。',
  TOO_MANY_GROUPS: '商店已有 500 個群組，請修改其中一個。',
  TOO_MANY_POINTS: '商店已有 300 個自取點，請修改其中一個。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'groups.title': '社群',
  'groups.back': '直播列表',
  'groups.lead': '你在通訊軟體裡經營的群組。每場直播在「分享」裡給每個群組一個專屬連結。',
  'groups.none': '還沒有群組。為每個要發直播的群組建一個。',
  'groups.noneTagged': '沒有帶這個標籤的群組。',
  'groups.new': '新增群組',
  'groups.save': '儲存',
  'groups.cancel': '取消',
  'groups.change': '修改',
  'groups.all': '全部',
  'groups.byTag': '依標籤篩選',
  'groups.name': '群組名稱',
  'groups.usualName': '榆樹街',
  'groups.messenger': '通訊軟體',
  'groups.theme': '群組主題',
  'groups.usualTheme': '鄰居群組',
  'groups.leader': '團主',
  'groups.size': '群組人數',
  'groups.tags': '標籤，用逗號隔開',
  'groups.point': '自取點',
  'groups.noPoint': '沒有自取點',
  'groups.members_other': '{{count}} 人',
  'groups.delete': '刪除',
  'groups.deleted': '已刪除',
  'groups.deleteQuestion': '刪除「{{name}}」？它的連結仍能進入直播間，但不再算作這個群組帶來的人。',
  'groups.deleteYes': '刪除這個群組',
  'groups.links_other': '{{count}} 個連結',
  'groups.opens_other': '開啟 {{count}} 次',
  'groups.came_other': '來了 {{count}} 人',
  'groups.holds_other': '保留 {{count}} 次',
  'groups.orders_other': '{{count}} 筆訂單，{{amount}}',
  'groups.noOrders': '還沒有訂單',
  'groups.shows': '{{name}}的直播',
  'groups.noShows': '還沒有往這個群組發過直播。',
  'groups.points': '自取點',
  'groups.noPoints': '還沒有自取點。需要統一取貨的群組要有一個。',
  'groups.newPoint': '新增自取點',
  'groups.usualPoint': '街角麵包店',
  'groups.address': '地址',
  'groups.hours': '營業時間',
  'groups.usualHours': '20:00 前可取',
  'groups.note': '備註',
  'groups.serves_other': '{{count}} 個群組在此取貨',
  'groups.whatsapp': 'WhatsApp',
  'groups.wechat': 'WeChat',
  'groups.line': 'LINE',
  'groups.telegram': 'Telegram',
  'groups.messengerOfFacebook': 'Messenger',
  'groups.other': '其他',
}
