// What red packets say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {}

export const viewer: Translated<typeof en.viewer> = {
  'redPacket.name': '红包',
  'redPacket.from': '店铺送出',
  'redPacket.onePlace': '仅 1 份',
  'redPacket.places': '共 {{n}} 份',
  'redPacket.each': '优惠券，每份 {{amount}}，合计 {{total}}',
  'redPacket.lucky': '拼手气优惠券，{{least}} 起，合计 {{total}}',
  'redPacket.open': '拆红包',
  'redPacket.oneTap': '点一下',
  'redPacket.off': '本店下单可用',
  'redPacket.offFrom': '满 {{from}} 可用',
  'redPacket.offSome': '部分商品可用',
  'redPacket.offSomeFrom': '部分商品满 {{from}} 可用',
  'redPacket.until': '有效期至 {{when}}',
  'redPacket.left': '剩 {{n}}/{{of}} 份',
  'redPacket.luckiest': '目前手气最佳：{{name}}，{{amount}}',
  'redPacket.wasLuckiest': '手气最佳：{{name}}，{{amount}}',
  'redPacket.somebody': '一位观众',
  'redPacket.given': '已领 {{given}}，共 {{total}}',
  'redPacket.inAll': '合计 {{total}}。',
  'redPacket.oneGone': '唯一一份已抢完',
  'redPacket.allGone': '{{n}} 份已抢完',
  'redPacket.goneIn': '{{time}} 抢完',
  'redPacket.missed': '这次手慢了。',
  'redPacket.mostOne': '每人 30 天内最多抢 {{n}} 个。',
  'redPacket.sayOpen': '红包来了：{{places}}',
  'redPacket.sayGot': '你抢到 {{amount}}，第 {{no}} 份。',
  'redPacket.sayGone': '红包已抢完。',
}

export const overlay: Translated<typeof en.overlay> = {
  'redPacket.onPhone': '用手机打开直播间来抢',
}

export const studio: Translated<typeof en.studio> = {
  'redPacket.tab': '红包',
  'redPacket.usual': '谢谢一直在的各位',
  'redPacket.greeting': '祝福语',
  'redPacket.how': '金额',
  'redPacket.fixed': '普通红包',
  'redPacket.byLuck': '拼手气红包',
  'redPacket.count': '份数',
  'redPacket.total': '总金额',
  'redPacket.least': '每份最少',
  'redPacket.from': '满多少可用',
  'redPacket.days': '有效期',
  'redPacket.nDays_other': '{{count}} 天',
  'redPacket.eachGets': '每份 {{amount}}。',
  'redPacket.onAverage': '每份不少于 {{least}}，平均 {{mean}}。',
  'redPacket.uneven': '这个金额无法平均分。',
  'redPacket.take': '改为 {{amount}}',
  'redPacket.small': '总金额不够，至少需要 {{amount}}。',
  'redPacket.noSum': '请填写总金额。',
  'redPacket.badPlaces': '请填 1 到 2,000 份。',
  'redPacket.tooLong': '内容太长了。',
  'redPacket.noCurrency': '请先给本场加商品：优惠券使用商品的货币。',
  'redPacket.perMonth': '每人 30 天内最多几个（留空不限）',
  'redPacket.badPerMonth': '请填 1 到 100，或留空。',
  'redPacket.mostEach_other': '每人 30 天内最多 {{count}} 个',
  'redPacket.noProof': '封存的种子能证明金额没有人为操纵，但无法证明谁先点到：手快者得，一个人也可能用几个浏览器来抢。',
  'redPacket.sum': '已拆 {{opened}}/{{places}} 份，已领 {{given}}，共 {{total}}',
  'redPacket.luckiest': '手气最佳：{{name}}，{{amount}}',
  'redPacket.erased': '已删除的观众',
  'redPacket.opened': '已拆 {{n}}/{{of}}',
  'redPacket.closeQuestion': '现在结束？{{places}} 份中还有 {{left}} 份没拆。已领的优惠券照常有效。',
  'redPacket.cancelQuestion_other': '从所有画面撤下？已有 {{count}} 人领到优惠券，仍然有效。',
}
