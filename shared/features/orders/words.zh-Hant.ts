// What orders say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  ORDER_NOT_FOUND: '找不到這筆訂單，請再看看列表。',
  ORDER_SETTLED: '這筆訂單已經有人處理過了。',
}

export const viewer: Translated<typeof en.viewer> = {
  paidFor: '已付 {{price}}',
  paidOrder: '已付 {{price}} · 訂單 {{id}}',
  paid: '已付款',
  thankYou: '謝謝您！',
  order: '訂單 {{id}}',
  latePaid: '付款晚了一步',
  latePaidWords: '您付款時保留時間已過，也沒有庫存了。店家已經知道，會與您聯絡或退款。',
  ordered: '已下單',
  orderedWords: '訂單已送出，店家稍後收款。',
  backOrdered: '訂單已送出，店家稍後收款。',
  refunded: '訂單已取消',
  refundedWords: '店家會把款項退給您。',
  priceDiffers:
    '商店要收 {{asked}}，而為您保留的是 {{held}}。沒有扣款，保留還在：請稍後再試，或點「不要了」。工作人員已能看到。',
  backPaid: '付款完成，謝謝您！店家已收到訂單。',
  yourOrders: '我的訂單',
}

export const overlay: Translated<typeof en.overlay> = {
  bought: '{{buyer}} 已購買',
  times: '× {{n}}',
}

export const studio: Translated<typeof en.studio> = {
  'settle.supply': '還是給一件',
  'settle.accept': '沒問題',
  'settle.refunded': '退款',
  'settle.refundedBack': '退款，重新開賣',
  'settle.refundedGone': '退款，貨沒有了',
  'settle.askRefunded': '把 {{amount}} 和運費全部退給 {{name}} 嗎？會通知商店退款；通知不了時，請到商店後台退。',
  'settle.askBack': '把 {{amount}} 和運費全部退給 {{name}} 嗎？之後重新開賣：{{lines}}。',
  'settle.askGone': '把 {{amount}} 和運費全部退給 {{name}} 嗎？之後不再販售：{{lines}}。',
  'settle.part': '退一部分',
  'settle.partAmount': '在 {{left}} 中退多少（{{currency}}）？訂單仍為已付款，商品仍算售出。',
  'settle.yes': '是，退款',
  'settle.more': '處理訂單 {{id}}',
  'settle.letGo': '不再保留',
  'settle.askLetGo': '要放回商品嗎？商店仍可能收到這筆款項。',
  'settle.yesLetGo': '是，放棄等待',
  'tab.orders': '訂單',
  'orders.none': '還沒有訂單，商店一收到付款就會出現在這裡。',
  'orderState.paid': '已付款',
  'orderState.late_paid': '逾時付款',
  'orderState.second_payment': '重複付款',
  'orderState.refunded': '已退款',
  'matter.late_paid': '保留逾時後才付款。',
  'matter.late_paid.next': '已沒有現貨，請退款，或補一件。',
  'matter.second_payment': '同一筆保留付了兩次。',
  'matter.second_payment.next': '請退回第二筆。',
  'matter.amount_differs': '金額與保留時不符。',
  'matter.amount_differs.next': '請對照商店訂單和保留紀錄。',
  'matter.see': '查看訂單',
  'count.orders_other': '{{count}} 筆已付訂單',
  'count.unitsPaid_other': '{{count}} 件已付款',
  'count.needYou_other': '{{count}} 筆訂單待處理',
  'matter.part_refunded': '商店退回了一部分。',
  'matter.part_refunded.next': '沒問題，還是全部退款，由您決定。',
  'matter.cancelled': '商店取消了這筆訂單。',
  'matter.cancelled.next': '請確認退款，或註明已經退款。',
  'orderState.cancelled': '已取消',
  'orderState.authorised': '已下單，尚未收款',
  'orderState.voided': '未付款，已結束',
  'refund.asPart': '總共退 {{amount}}。',
  'refund.part': '已退回 {{amount}}。',
  'refund.asked': '正在通知商店退款。',
  'refund.told': '已通知商店。',
  'refund.by_hand': '請到商店後台退款。',
  'refund.done': '商店已退款。',
  'refund.failed': '請到商店後台退款：沒能通知到商店。',
  'refundChip.asked': '退款通知中',
  'refundChip.told': '已通知商店退款',
  'refundChip.by_hand': '待到商店退款',
  'refundChip.failed': '待到商店退款',
}
