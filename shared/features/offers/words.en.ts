// What offers say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  BELOW_TAKEN: '{{taken}} are held or paid. It cannot go lower than that.',
  UNITS_SHARED: 'This is sold by several shows from one stock. Change it under Shared stock.',
  OFFER_NOT_FOUND: 'This one is not on offer any more. See the other products.',
}

export const viewer = {}

export const overlay = {}

export const studio = {
  'offers.show': 'Stock and rules',
  'offers.variantAll': 'One size',
  'offers.units': 'Units in all',
  'offers.isShared': 'Units come from the shared stock',
  'offers.less': 'One unit less',
  'offers.more': 'One unit more',
  'offers.policy': 'Who gets it',
  'offers.lock_on_hold': 'Held',
  'offers.first_paid': 'First to pay',
  'offers.minutes': 'Minutes',
  'offers.perViewer': 'Each',
  'offers.numbers': '{{free}} left · {{held}} held · {{paid}} paid',
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
}
