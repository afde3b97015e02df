// What step prices say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  STEP_PRICE_RUNNING: 'A group price is already running on this product. End it first.',
}

export const viewer = {
  'stepPrice.name': 'Group price',
  'stepPrice.oneBuyer': '1 buyer',
  'stepPrice.buyers': '{{count}} buyers',
  'stepPrice.more': '{{count}} more and everyone pays {{price}}',
  'stepPrice.everyone': 'Everyone pays {{price}}',
  'stepPrice.ofProduct': '{{product}}: {{line}}',
  'stepPrice.none': 'No step was reached',
  'stepPrice.step': '{{buyers}} buyers: {{price}}',
  'stepPrice.stepReached': '{{buyers}} buyers: {{price}}, reached',
  'stepPrice.alone': '{{price}} alone',
  'stepPrice.aloneShort': 'alone',
  'stepPrice.person': '{{count}} person',
  'stepPrice.people': '{{count}} people',
  'stepPrice.invite': 'Invite someone',
  'stepPrice.rule': 'Buy to count. Whoever paid more gets the difference back.',
  'stepPrice.overRule': 'Whoever paid more gets the difference back.',
}

export const overlay = {
  'stepPrice.onPhone': 'Buy on your phone to count',
}

export const studio = {
  'stepPrice.tab': 'Group price',
  'stepPrice.product': 'Product',
  'stepPrice.step': '{{buyers}} buyers',
  'stepPrice.steps': 'Steps',
  'stepPrice.buyersOf': 'Buyers, step {{n}}',
  'stepPrice.priceOf': 'Price, step {{n}}',
  'stepPrice.addStep': 'Add a step',
  'stepPrice.takeOff': 'Remove step {{n}}',
  'stepPrice.noBuyers': 'How many buyers?',
  'stepPrice.notMore': 'More buyers than the step before.',
  'stepPrice.noPrice': 'What does it cost then?',
  'stepPrice.notLess': 'Less than the step before.',
  'stepPrice.notBelow': 'Less than the price now.',
  'stepPrice.shopGivesBack':
    'When it ends, whoever paid more gets the difference back. This shop takes part refunds from Lantern, so that it happens by itself.',
  'stepPrice.handGivesBack':
    'When it ends, whoever paid more gets the difference back. This shop takes no refunds from Lantern: the orders that you give back by hand stand in the list of orders.',
  'stepPrice.summary_one': '{{count}} buyer · {{what}}',
  'stepPrice.summary_other': '{{count}} buyers · {{what}}',
  'stepPrice.atStep': 'step {{n}} of {{of}}',
  'stepPrice.atPrice': '{{step}}, {{price}}',
  'stepPrice.noStep': 'no step yet',
  'stepPrice.back': '{{sum}} goes back: {{done}} done, {{due}} to come, {{byHand}} by hand',
  'stepPrice.listByHand': '{{sum}} to give back by hand: the orders stand in the list of orders.',
  'stepPrice.closeQuestion': 'End it now? Everyone pays {{price}}, and whoever paid more gets the difference back.',
  'stepPrice.closeNone': 'End it now? No step was reached, nobody gets anything back.',
  'stepPrice.cancelQuestion':
    'Take it off every screen? What was reached stays: holds keep their price, and whoever paid more gets the difference back. No further step opens.',
}
