// What members read, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  MEMBER_LINK_UNREAD: '未能辨識您的會員身分。請從店家的會員中心重新開啟直播。',
  MEMBER_LINK_OLD: '連結已過期，未能辨識您的會員身分。請從店家的會員中心重新開啟直播。',
  MEMBER_LINK_USED: '連結已使用過，未能辨識您的會員身分。請從店家的會員中心重新開啟直播。',
  MEMBER_LINK_MONEY: '您的會員帳戶與本場直播貨幣不同，暫時無法顯示會員身分。',
}

export const viewer: Translated<typeof en.viewer> = {
  'member.is': '會員',
  'member.points_other': '{{count}} 點',
  'member.stored': '儲值餘額 {{amount}}，可於店家結帳時使用',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
