// The desk's words for money that goes back, in Simplified Chinese; part of studio.zh-Hans.ts.
import type { RefundWords } from './refunds.en.ts'

export const words: RefundWords = {
  'matter.part_refunded': '店铺退回了一部分。',
  'matter.part_refunded.next': '没问题，还是全部退款，由您决定。',
  'matter.cancelled': '店铺取消了这笔订单。',
  'matter.cancelled.next': '请确认退款，或注明已经退款。',
  'orderState.cancelled': '已取消',
  'holdState.authorised': '已下单',
  'orderState.authorised': '已下单，尚未收款',
  'orderState.voided': '未付款，已结束',
  'refund.part': '已退回 {{amount}}。',
  'shop.refunds': '退款',
  'shop.refunds.yes': '工作人员退款时会通知店铺。',
  'shop.refunds.no': '工作人员还要在店铺后台退款。',
  'refund.asked': '正在通知店铺退款。',
  'refund.told': '已通知店铺。',
  'refund.by_hand': '请到店铺后台退款。',
  'refund.done': '店铺已退款。',
  'refund.failed': '请到店铺后台退款：没能通知到店铺。',
  'refundChip.asked': '退款通知中',
  'refundChip.told': '已通知店铺退款',
  'refundChip.by_hand': '待到店铺退款',
  'refundChip.failed': '待到店铺退款',
}
