// What orders say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  ORDER_NOT_FOUND: 'This order is not known here. Look at the list again.',
  ORDER_SETTLED: 'Someone has settled this order already.',
}

export const viewer = {
  paidFor: 'Paid {{price}}',
  paidOrder: 'Paid {{price}} · order {{id}}',
  paid: 'Paid',
  thankYou: 'thank you!',
  order: 'Order {{id}}',
  latePaid: 'Paid a little late',
  latePaidWords:
    'You paid after the hold ran out, and no unit was free any more. The shop knows and will write to you or pay you back.',
  ordered: 'Order placed',
  orderedWords: 'The order is placed. The shop takes the payment later.',
  backOrdered: 'Your order is placed. The shop takes the payment later.',
  refunded: 'Order cancelled',
  refundedWords: 'The shop pays you back.',
  priceDiffers:
    'The shop asks {asked}, but {held} was held for you. Nothing is paid and your hold stays; the staff can see it.',
  backPaid: 'Paid. Thank you, the shop has your order.',
  yourOrders: 'Your orders',
}

export const overlay = {
  bought: '{{buyer}} bought',
  times: '× {{n}}',
}

export const studio = {
  'settle.supply': 'Give a unit after all',
  'settle.accept': 'It’s all right',
  'settle.refunded': 'Refund',
  'settle.refundedBack': 'Refund, back on sale',
  'settle.refundedGone': 'Refund, unit is gone',
  'settle.askRefunded':
    'Give {{name}} everything back, {{amount}} and the shipping? The shop is told; where it cannot be, you refund it there.',
  'settle.askBack': 'Give {{name}} everything back, {{amount}} and the shipping? Back on sale then: {{lines}}.',
  'settle.askGone': 'Give {{name}} everything back, {{amount}} and the shipping? Gone for good then: {{lines}}.',
  'settle.yes': 'Yes, refund',
  'settle.more': 'What to do about order {{id}}',
  'settle.letGo': 'Let it go',
  'settle.askLetGo': 'Give the units back? The shop may still take the money.',
  'settle.yesLetGo': 'Yes, let it go',
  'tab.orders': 'Orders',
  'orders.none': 'No orders yet. They appear here as soon as the shop reports a payment.',
  'orderState.paid': 'paid',
  'orderState.late_paid': 'paid late',
  'orderState.second_payment': 'paid twice',
  'orderState.refunded': 'refunded',
  'matter.late_paid': 'Paid after the hold ran out.',
  'matter.late_paid.next': 'No unit was free. Refund it, or find one more.',
  'matter.second_payment': 'Paid twice for one hold.',
  'matter.second_payment.next': 'Refund the second payment.',
  'matter.amount_differs': 'The amount is not what was held.',
  'matter.amount_differs.next': 'Compare the order in the shop with the hold.',
  'matter.see': 'See orders',
  'count.orders_one': '{{count}} paid order',
  'count.orders_other': '{{count}} paid orders',
  'count.unitsPaid_one': '{{count}} unit paid',
  'count.unitsPaid_other': '{{count}} units paid',
  'count.needYou_one': '{{count}} order needs you',
  'count.needYou_other': '{{count}} orders need you',
  'matter.part_refunded': 'A part of it went back in the shop.',
  'matter.part_refunded.next': 'Whether that is all right, or all of it goes back, is for you to say.',
  'matter.cancelled': 'The shop has cancelled this order.',
  'matter.cancelled.next': 'See that the money goes back, or say that it has.',
  'orderState.cancelled': 'cancelled',
  'orderState.authorised': 'placed, not paid yet',
  'orderState.voided': 'ended unpaid',
  'refund.part': '{{amount}} of it went back.',
  'refund.asked': 'The shop is being told to refund it.',
  'refund.told': 'The shop has been told.',
  'refund.by_hand': 'Refund it in the shop.',
  'refund.done': 'The shop has given it back.',
  'refund.failed': 'Refund it in the shop: it could not be told.',
  'refundChip.asked': 'refund under way',
  'refundChip.told': 'shop told to refund',
  'refundChip.by_hand': 'to refund in the shop',
  'refundChip.failed': 'to refund in the shop',
}
