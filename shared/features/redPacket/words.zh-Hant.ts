// What red packets say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {}

export const viewer: Translated<typeof en.viewer> = {
  'redPacket.name': '紅包',
  'redPacket.from': '店家送出',
  'redPacket.onePlace': '僅 1 份',
  'redPacket.places': '共 {{n}} 份',
  'redPacket.each': '優惠券，每份 {{amount}}，合計 {{total}}',
  'redPacket.lucky': '拼手氣優惠券，{{least}} 起，合計 {{total}}',
  'redPacket.open': '拆紅包',
  'redPacket.oneTap': '點一下',
  'redPacket.off': '本店下單可用',
  'redPacket.offFrom': '滿 {{from}} 可用',
  'redPacket.offSome': '部分商品可用',
  'redPacket.offSomeFrom': '部分商品滿 {{from}} 可用',
  'redPacket.until': '有效期限至 {{when}}',
  'redPacket.left': '剩 {{n}}/{{of}} 份',
  'redPacket.luckiest': '目前手氣最佳：{{name}}，{{amount}}',
  'redPacket.wasLuckiest': '手氣最佳：{{name}}，{{amount}}',
  'redPacket.somebody': '一位觀眾',
  'redPacket.given': '已領 {{given}}，共 {{total}}',
  'redPacket.inAll': '合計 {{total}}。',
  'redPacket.oneGone': '唯一一份已搶完',
  'redPacket.allGone': '{{n}} 份已搶完',
  'redPacket.goneIn': '{{time}} 搶完',
  'redPacket.missed': '這次慢了一步。',
  'redPacket.mostOne': '每人 30 天內最多搶 {{n}} 個。',
  'redPacket.sayOpen': '紅包來了：{{places}}',
  'redPacket.sayGot': '你搶到 {{amount}}，第 {{no}} 份。',
  'redPacket.sayGone': '紅包已搶完。',
}

export const overlay: Translated<typeof en.overlay> = {
  'redPacket.onPhone': '用手機開啟直播間來搶',
}

export const studio: Translated<typeof en.studio> = {
  'redPacket.tab': '紅包',
  'redPacket.usual': '謝謝一直陪伴的各位',
  'redPacket.greeting': '祝福語',
  'redPacket.how': '金額',
  'redPacket.fixed': '普通紅包',
  'redPacket.byLuck': '拼手氣紅包',
  'redPacket.count': '份數',
  'redPacket.total': '總金額',
  'redPacket.least': '每份最少',
  'redPacket.from': '滿多少可用',
  'redPacket.days': '有效期限',
  'redPacket.nDays_other': '{{count}} 天',
  'redPacket.eachGets': '每份 {{amount}}。',
  'redPacket.onAverage': '每份不少於 {{least}}，平均 {{mean}}。',
  'redPacket.uneven': '這個金額無法平均分。',
  'redPacket.take': '改為 {{amount}}',
  'redPacket.small': '總金額不夠，至少需要 {{amount}}。',
  'redPacket.noSum': '請填寫總金額。',
  'redPacket.badPlaces': '請填 1 到 2,000 份。',
  'redPacket.tooLong': '內容太長了。',
  'redPacket.noCurrency': '請先為本場加商品：優惠券使用商品的貨幣。',
  'redPacket.perMonth': '每人 30 天內最多幾個（留空不限）',
  'redPacket.badPerMonth': '請填 1 到 100，或留空。',
  'redPacket.mostEach_other': '每人 30 天內最多 {{count}} 個',
  'redPacket.noProof': '封存的種子能證明金額沒有人為操縱，但無法證明誰先點到：手快者得，一個人也可能用幾個瀏覽器來搶。',
  'redPacket.sum': '已拆 {{opened}}/{{places}} 份，已領 {{given}}，共 {{total}}',
  'redPacket.luckiest': '手氣最佳：{{name}}，{{amount}}',
  'redPacket.erased': '已刪除的觀眾',
  'redPacket.opened': '已拆 {{n}}/{{of}}',
  'redPacket.closeQuestion': '現在結束？{{places}} 份中還有 {{left}} 份沒拆。已領的優惠券照常有效。',
  'redPacket.cancelQuestion_other': '從所有畫面撤下？已有 {{count}} 人領到優惠券，仍然有效。',
}
