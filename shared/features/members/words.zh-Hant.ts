// What members read, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  MEMBER_LINK_UNREAD: '未能辨識您的會員身分。請從商店的會員中心重新開啟直播。',
  MEMBER_LINK_OLD: '連結已過期，未能辨識您的會員身分。請從商店的會員中心重新開啟直播。',
  MEMBER_LINK_USED: '連結已使用過，未能辨識您的會員身分。請從商店的會員中心重新開啟直播。',
  MEMBER_LINK_MONEY: '您的會員帳戶與本場直播貨幣不同，暫時無法顯示會員身分。',
}

export const viewer: Translated<typeof en.viewer> = {
  'member.is': '會員',
  'member.points_other': '{{count}} 點',
  'member.price': '{{tier}}專屬價',
  'member.heldPrice': '已享會員價',
  'member.stored': '儲值餘額 {{amount}}，可於商店結帳時使用',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'members.title': '會員',
  'members.back': '直播列表',
  'members.lead': '透過商店連結辨識的顧客，以及各等級的會員價。',
  'members.none': '還沒有會員。請讓商店的開發者參考開發文件的「Your customers are known」一節，串接會員連結。',
  'members.noneFound': '找不到符合的會員。',
  'members.search': '顧客編號或姓名',
  'members.tier': '等級',
  'members.everyTier': '全部等級',
  'members.noTier': '無等級',
  'members.tiers': '會員等級（由低到高）',
  'members.tiersLead':
    '名稱須與商店寫法一致。會員價以直播價打折；與特賣價、群組專屬價取最低，不累加。已保留的商品價格不變。',
  'members.noPrices': '這個商店無法接收低於自身定價的價格，會員價暫不生效。請查看商店頁面。',
  'members.tierName': '等級名稱',
  'members.percent': '減百分之幾（留空則不減）',
  'members.add': '新增等級',
  'members.remove': '移除{{tier}}',
  'members.higher': '上移{{tier}}',
  'members.save': '儲存等級',
  'members.saved': '已儲存',
  'members.points_other': '{{count}} 點',
  'members.stored': '儲值餘額 {{amount}}',
  'members.devices_other': '{{count}} 個瀏覽器',
  'members.shows_other': '{{count}} 場直播',
  'members.holds_other': '{{count}} 筆保留',
  'members.orders_other': '{{count}} 筆已付訂單',
  'members.toldAt': '商店於 {{at}} 提供。',
  'members.most': '顯示最近的 {{count}} 位，其他請搜尋。',
}
