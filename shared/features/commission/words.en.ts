// What commission says, in English; its keys are the list that the other languages must fill.

export const refusals = {
  SHARING_CHANGED: 'Somebody else has changed the rules for sharers meanwhile. Look at them again, then save.',
  SHARING_OFF: 'This shop does not pay for sharing at the moment.',
  SHARER_OVER: 'You do not share for this shop any more. The shop can tell you why.',
  SHARER_NOT_FOUND: 'There is no such sharer.',
  PAYOUT_CHANGED: 'What is confirmed has changed meanwhile. Look at the sum again.',
}

export const viewer = {
  'sharing.title': 'Share and earn',
  'sharing.terms':
    '{{rate}} of what people buy by your link, also in the {{days}} days after. It is confirmed {{freeze}} days after each payment, in case something comes back. Some products may have other rates.',
  'sharing.second': 'And {{rate}} of what is sold by people you brought.',
  'sharing.each': '{{money}} a piece',
  'sharing.name': 'Your name as the shop sees it',
  'sharing.consent':
    'I share for {{shop}}. My name and what I earn are kept with the orders that I bring; I can stop at any time, and what was earned stays mine.',
  'sharing.needsBoth': 'Say your name and tick the box.',
  'sharing.join': 'Share and earn',
  'sharing.as': 'You share as {{name}}',
  'sharing.over': '{{name}}, you do not share any more',
  'sharing.counts': 'In all shows: people {{people}}, opens {{opens}}, holds {{holds}}, orders {{orders}}',
  'sharing.pending': 'Pending',
  'sharing.pendingWhy': 'Waits {{days}} days after each payment',
  'sharing.confirmed': 'Confirmed, not paid yet',
  'sharing.paid': 'Paid',
  'sharing.rows': 'Each row, and why',
  'sharing.product': 'A product',
  'sharing.level1': 'By your own link',
  'sharing.level2': 'By somebody you brought',
  'sharing.earned': '{{rate}} of {{base}}',
  'sharing.reversed': 'Something came back: {{rate}} of the {{base}} that is left',
  'sharing.changed': 'The order was changed: {{rate}} of {{base}}',
  'sharing.until': 'pending until {{day}}',
  'sharing.since': 'confirmed {{day}}',
  'sharing.leave': 'Stop sharing',
  'sharing.leaveQuestion':
    'Stop for good? Your links still lead to the show, and bring you nothing from now on. What you have earned stays yours.',
  'sharing.leaveYes': 'Stop for good',
  'sharing.leaveNo': 'Go on sharing',
}

export const overlay = {}

export const studio = {
  'commission.button': 'Sharers',
  'commission.title': 'Share and earn',
  'commission.lead':
    'Who brings buyers earns with what these buy. Two levels at most; what was earned before stays when you change this.',
  'commission.isOn': 'Viewers may become sharers',
  'commission.own': 'Percent for whoever brought the buyer',
  'commission.upper': 'Percent for whoever brought the sharer',
  'commission.click': 'Which click counts',
  'commission.last': 'The last',
  'commission.first': 'The first',
  'commission.clickDays': 'A click binds, days',
  'commission.orderDays': 'An order binds, days',
  'commission.freezeDays': 'Pending, days',
  'commission.protects': 'An order keeps its buyer with the sharer, whatever is clicked meanwhile',
  'commission.ownPurchases': 'Sharers earn with what they buy themselves',
  'commission.wrong': 'Between {{least}} and {{most}}',
  'commission.tooMuch': 'Both together are at most 100',
  'commission.save': 'Save',
  'commission.saved': 'Saved. New holds go by it.',
  'commission.list': 'Who shares',
  'commission.none': 'Nobody shares yet.',
  'commission.erased': 'erased',
  'commission.upperOf': 'brought by {{name}}',
  'commission.counts': 'People {{people}}, opens {{opens}}, orders {{orders}}',
  'commission.sums': '{{pending}} pending · {{confirmed}} confirmed · {{paid}} paid',
  'commission.signOwn': 'Own opens: {{n}}',
  'commission.signOne': 'Most opens of one device in a day: {{n}}',
  'commission.signBack': 'Orders that went back after they were confirmed: {{n}}',
  'commission.pay': 'Mark {{amount}} as paid',
  'commission.payQuestion': 'You have paid {{amount}} to {{name}}? It is written down for good.',
  'commission.payYes': 'Paid',
  'commission.end': 'End',
  'commission.endQuestion': 'End the sharing of {{name}}? Their links bring nobody from now on, and that is for good.',
  'commission.endYes': 'End it',
  'commission.no': 'No',
  'commission.over': 'over',
  'commission.failed': 'Sharers cannot be read now.',
  'commission.counted':
    'Opens are those of people who are known here; each sum is one of the ledger that npm run commission:check proves.',
}
