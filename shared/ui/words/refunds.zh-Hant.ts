// The desk's words for money that goes back, in Traditional Chinese; part of studio.zh-Hant.ts.
import type { RefundWords } from './refunds.en.ts'

export const words: RefundWords = {
  'matter.part_refunded': '商店退回了一部分。',
  'matter.part_refunded.next': '沒問題，還是全部退款，由您決定。',
  'matter.cancelled': '商店取消了這筆訂單。',
  'matter.cancelled.next': '請確認退款，或註明已經退款。',
  'orderState.cancelled': '已取消',
  'holdState.authorised': '已下單',
  'orderState.authorised': '已下單，尚未收款',
  'orderState.voided': '未付款，已結束',
  'refund.part': '已退回 {{amount}}。',
  'shop.refunds': '退款',
  'shop.refunds.yes': '工作人員退款時會通知商店。',
  'shop.refunds.no': '工作人員還要在商店後台退款。',
  'refund.asked': '正在通知商店退款。',
  'refund.told': '已通知商店。',
  'refund.by_hand': '請到商店後台退款。',
  'refund.done': '商店已退款。',
  'refund.failed': '請到商店後台退款：沒能通知到商店。',
  'refundChip.asked': '退款通知中',
  'refundChip.told': '已通知店鋪退款',
  'refundChip.by_hand': '待到店鋪退款',
  'refundChip.failed': '待到店鋪退款',
}
