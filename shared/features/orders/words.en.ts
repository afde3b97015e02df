// What orders say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  ORDER_NOT_FOUND: 'This order is not known here. Look at the list again.',
  ORDER_SETTLED: 'Someone has settled this order already.',
}

export const viewer = {}

export const overlay = {
  bought: '{{buyer}} bought',
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
}
