// The desk's words for money that goes back, in English; part of studio.en.ts.
export const words = {
  'matter.part_refunded': 'A part of it went back in the shop.',
  'matter.part_refunded.next': 'Whether that is all right, or all of it goes back, is for you to say.',
  'matter.cancelled': 'The shop has cancelled this order.',
  'matter.cancelled.next': 'See that the money goes back, or say that it has.',
  'orderState.cancelled': 'cancelled',
  'holdState.authorised': 'order placed',
  'orderState.authorised': 'placed, not paid yet',
  'orderState.voided': 'ended unpaid',
  'refund.part': '{{amount}} of it went back.',
  'shop.refunds': 'Refunds',
  'shop.refunds.yes': 'The shop is told of what staff give back.',
  'shop.refunds.no': 'Staff refund in the shop by hand, too.',
  'refund.asked': 'The shop is being told to refund it.',
  'refund.told': 'The shop has been told.',
  'refund.by_hand': 'Refund it in the shop.',
  'refund.done': 'The shop has given it back.',
  'refund.failed': 'Refund it in the shop: it could not be told.',
  'refundChip.asked': 'refund under way',
  'refundChip.told': 'shop told to refund',
  'refundChip.by_hand': 'to refund in the shop',
  'refundChip.failed': 'to refund in the shop',
} as const

export type RefundWords = Readonly<Record<keyof typeof words, string>>
