// What orders say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  ORDER_NOT_FOUND: '找不到这个订单，请再看看列表。',
  ORDER_SETTLED: '这个订单已经有人处理过了。',
}

export const viewer: Translated<typeof en.viewer> = {
  paidFor: '已付 {{price}}',
  paidOrder: '已付 {{price}} · 订单 {{id}}',
  paid: '已付款',
  thankYou: '谢谢惠顾！',
  order: '订单 {{id}}',
  latePaid: '付款稍晚了一步',
  latePaidWords: '您付款时保留时间已过，货也没有了。店家已经知道，会联系您或退款。',
  ordered: '已下单',
  orderedWords: '订单已提交，店家稍后收款。',
  backOrdered: '订单已提交，店家稍后收款。',
  refunded: '订单已取消',
  refundedWords: '店家会把钱退给您。',
  priceDiffers:
    '店铺要收 {{asked}}，而为您保留的是 {{held}}。没有扣款，保留还在：请稍后再试，或点“不要了”。工作人员已能看到。',
  backPaid: '付款成功，谢谢！店家已收到订单。',
  yourOrders: '我的订单',
}

export const overlay: Translated<typeof en.overlay> = {
  bought: '{{buyer}} 已购买',
  times: '× {{n}}',
}

export const studio: Translated<typeof en.studio> = {
  'settle.supply': '还是给一件',
  'settle.accept': '没问题',
  'settle.refunded': '退款',
  'settle.refundedBack': '退款，重新上架',
  'settle.refundedGone': '退款，货没有了',
  'settle.askRefunded': '把 {{amount}} 和运费全部退给 {{name}} 吗？会通知店铺退款；通知不了时，请到店铺后台退。',
  'settle.askBack': '把 {{amount}} 和运费全部退给 {{name}} 吗？之后重新上架：{{lines}}。',
  'settle.askGone': '把 {{amount}} 和运费全部退给 {{name}} 吗？之后不再出售：{{lines}}。',
  'settle.part': '退一部分',
  'settle.partAmount': '在 {{left}} 中退多少（{{currency}}）？订单仍为已付款，商品仍算售出。',
  'settle.yes': '是，退款',
  'settle.more': '处理订单 {{id}}',
  'settle.letGo': '不再保留',
  'settle.askLetGo': '要放回商品吗？店铺仍可能收到这笔款。',
  'settle.yesLetGo': '是，放弃等待',
  'tab.orders': '订单',
  'orders.none': '还没有订单，店铺一收到付款就会出现在这里。',
  'orderState.paid': '已付款',
  'orderState.late_paid': '逾时付款',
  'orderState.second_payment': '重复付款',
  'orderState.refunded': '已退款',
  'matter.late_paid': '保留过期后才付款。',
  'matter.late_paid.next': '已没有现货，请退款，或补一件。',
  'matter.second_payment': '同一笔保留付了两次。',
  'matter.second_payment.next': '请退回第二笔。',
  'matter.amount_differs': '金额与保留时不符。',
  'matter.amount_differs.next': '请对照店铺订单和保留记录。',
  'matter.see': '查看订单',
  'count.orders_other': '{{count}} 笔已付订单',
  'count.unitsPaid_other': '{{count}} 件已付款',
  'count.needYou_other': '{{count}} 笔订单待处理',
  'matter.part_refunded': '店铺退回了一部分。',
  'matter.part_refunded.next': '没问题，还是全部退款，由您决定。',
  'matter.cancelled': '店铺取消了这笔订单。',
  'matter.cancelled.next': '请确认退款，或注明已经退款。',
  'orderState.cancelled': '已取消',
  'orderState.authorised': '已下单，尚未收款',
  'orderState.voided': '未付款，已结束',
  'refund.asPart': '总共退 {{amount}}。',
  'refund.part': '已退回 {{amount}}。',
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
