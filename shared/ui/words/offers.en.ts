// The desk's words for offers, ran-out holds and orders to settle, in English; part of studio.en.ts.
export const words = {
  'offers.show': 'Stock and rules',
  'offers.variantAll': 'One size',
  'offers.units': 'Units',
  'offers.less': 'One unit less',
  'offers.more': 'One unit more',
  'offers.policy': 'Who gets it',
  'offers.lock_on_hold': 'Held',
  'offers.first_paid': 'First to pay',
  'offers.minutes': 'Minutes',
  'offers.perViewer': 'Each',
  'offers.numbers': '{{free}} free · {{held}} held · {{paid}} paid',
  'offers.waiting_one': '{{count}} in line',
  'offers.waiting_other': '{{count}} in line',
  'offers.saved': 'Saved',
  'offers.saving': 'Saving…',
  'offers.wrongUnits': 'A number from 0',
  'offers.wrongMinutes': 'From 0.5 to 120 minutes',
  'offers.wrongPerViewer': 'A number from 1',
  'lapsed.title_one': '{{count}} hold on {{product}} ran out unpaid',
  'lapsed.title_other': '{{count}} holds on {{product}} ran out unpaid',
  'lapsed.switch': 'Switch to first-paid',
  'lapsed.keep': 'Keep',
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
  'settle.more': 'Refund order {{id}}',
} as const

/** Chinese counts without a singular of its own. */
export type OfferWords = Readonly<Record<Exclude<keyof typeof words, `${string}_one`>, string>>
