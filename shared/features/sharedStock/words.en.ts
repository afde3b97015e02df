// What shared stocks say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  STOCK_CHANGED: 'Somebody else has just changed this stock. Look at it again.',
  SHARE_TAKEN: 'This show has {{taken}} units sold or held from the shared stock, so it stays in it.',
}

export const viewer = {}

export const overlay = {}

export const studio = {
  'sharedStock.title': 'Shared stock',
  'sharedStock.intro': 'Several shows sell one stock. Each takes a block and asks for the next when that is used up.',
  'sharedStock.own': 'Each show has its own units',
  'sharedStock.sum': '{{units}} units · {{paid}} paid · {{held}} held · {{common}} in no show yet',
  'sharedStock.units': 'Units for all shows together',
  'sharedStock.block': 'Units per block',
  'sharedStock.shows': 'Shows that sell it',
  'sharedStock.numbers': '{{free}} left · {{held}} held · {{paid}} paid',
  'sharedStock.save': 'Share this stock',
  'sharedStock.saved': 'Saved',
  'sharedStock.stop': 'Stop sharing',
  'sharedStock.stopped': 'Each show keeps what it has',
  'sharedStock.over': 'over',
  'sharedStock.live': 'live',
  'sharedStock.planned': 'planned',
  'sharedStock.pickShow': 'Pick at least one show',
  'sharedStock.wrongUnits': 'A whole number from 1',
}
