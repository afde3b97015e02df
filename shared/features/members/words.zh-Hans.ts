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
  'member.price': '{{tier}}专享价',
  'member.heldPrice': '已享会员价',
  'member.stored': '储值余额 {{amount}}，可在店铺付款时使用',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {
  'members.title': '会员',
  'members.back': '直播列表',
  'members.lead': '通过店铺链接认出的顾客，以及各等级的会员价。',
  'members.none': '还没有会员。请让店铺的开发者看开发文档里的“Your customers are known”一节，接入会员链接。',
  'members.noneFound': '没有找到。',
  'members.search': '顾客编号或姓名',
  'members.tier': '等级',
  'members.everyTier': '全部等级',
  'members.noTier': '无等级',
  'members.tiers': '会员等级（从低到高）',
  'members.tiersLead':
    '名称须与店铺写法一致。会员价在直播价上打折；与抢购价、群专享价取最低，不叠加。已保留的商品价格不变。',
  'members.noPrices': '这个店铺无法接收低于自身定价的价格，会员价暂不生效。请查看店铺页面。',
  'members.tierName': '等级名称',
  'members.percent': '减百分之几（留空则不减）',
  'members.add': '添加等级',
  'members.remove': '移除{{tier}}',
  'members.higher': '上移{{tier}}',
  'members.save': '保存等级',
  'members.saved': '已保存',
  'members.points_other': '{{count}} 积分',
  'members.stored': '储值余额 {{amount}}',
  'members.devices_other': '{{count}} 个浏览器',
  'members.shows_other': '{{count}} 场直播',
  'members.holds_other': '{{count}} 笔保留',
  'members.orders_other': '{{count}} 笔已付订单',
  'members.toldAt': '店铺于 {{at}} 提供。',
  'members.most': '显示最近的 {{count}} 位，其他请搜索。',
}
