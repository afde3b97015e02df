// What flash sales say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  SALE_NOT_FOUND: 'This flash sale is not known here.',
  SALE_RUNNING: 'A flash sale is already running. End it first.',
  SALE_OVER: 'The flash sale is over.',
  PRICE_NOT_LOWER: 'A flash sale must be cheaper than the price now.',
  NOT_ENOUGH_UNITS: 'There are not that many units free.',
  PRICE_NOT_CARRIED: 'This shop cannot be told a live price, so it cannot run flash sales. See the shop page.',
}

export const viewer = {}

export const overlay = {}

export const studio = {
  'sale.title': 'Flash sale',
  'sale.noneRunning': 'No flash sale is running.',
  'sale.noProducts': 'A flash sale needs a product in the rundown.',
  'sale.price': 'Price',
  'sale.priceNow': 'now {{price}}',
  'sale.units': 'Units',
  'sale.freeNow': '{{n}} left',
  'sale.perViewer': 'Each',
  'sale.countdown': 'Countdown',
  'sale.length': 'Length',
  'sale.atOnce': 'Now',
  'sale.seconds': '{{n}} s',
  'sale.minutes': '{{n}} min',
  'sale.unitSeconds': 's',
  'sale.timeHint': 'Seconds, or minutes and seconds like 1:30',
  'sale.start': 'Start the sale',
  'sale.toFront': 'Pin it in front',
  'sale.whenLive': 'Opens once you are live',
  'sale.wrongPrice': 'An amount like 129 or 129.50',
  'sale.priceNotLower': 'Below the price now',
  'sale.wrongUnits': 'A number from 1',
  'sale.tooManyUnits': 'More than are left',
  'sale.wrongPerViewer': 'A number from 1',
  'sale.perViewerAboveUnits': 'More than there are',
  'sale.wrongCountdown': 'From 0 to 300 seconds',
  'sale.wrongLength': 'From 30 seconds to 20 minutes',
  'sale.startsIn': 'Flash sale starts in',
  'sale.each': '{{n}} each',
  'sale.unitsTotal_one': '{{count}} unit',
  'sale.unitsTotal_other': '{{count}} units',
  'sale.paid': '{{n}} paid',
  'sale.held': '{{n}} held',
  'sale.endNow': 'End now',
  'sale.endQuestion': 'End the sale? {{left}} units left go back to the usual price, {{held}} units held keep theirs.',
  'sale.endYes': 'End the sale',
  'sale.over': 'Flash sale over',
  'sale.ended.time': 'The time ran out',
  'sale.ended.stopped': 'You ended it early',
  'sale.ended.sold_out': 'Sold out',
  'sale.ended.show_ended': 'The show ended',
  'sale.sold': '{{n}} of {{of}} units paid',
  'sale.next': 'Next sale',
}
