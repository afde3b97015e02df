// What members read, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  MEMBER_LINK_UNREAD: '没能认出您的会员身份。请从店铺的会员中心重新打开直播。',
  MEMBER_LINK_OLD: '链接已过期，没能认出您的会员身份。请从店铺的会员中心重新打开直播。',
  MEMBER_LINK_USED: '链接已使用过，没能认出您的会员身份。请从店铺的会员中心重新打开直播。',
  MEMBER_LINK_MONEY: '您的会员账户与本场直播货币不同，暂不能显示会员身份。',
}

export const viewer: Translated<typeof en.viewer> = {
  'member.is': '会员',
  'member.points_other': '{{count}} 积分',
  'member.stored': '储值余额 {{amount}}，可在店铺付款时使用',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
