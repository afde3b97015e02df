// What members read, in English; its keys are the list that the other languages must fill.

export const refusals = {
  MEMBER_LINK_UNREAD: 'The shop’s link did not tell who you are. Open the show from your account again to be known.',
  MEMBER_LINK_OLD:
    'The shop’s link was too old to tell who you are. Open the show from your account again to be known.',
  MEMBER_LINK_USED:
    'The shop’s link was used before, so it does not tell who you are. Open the show from your account again to be known.',
  MEMBER_LINK_MONEY: 'Your account at the shop is in another currency than this show, so you are not known here.',
}

export const viewer = {
  'member.is': 'Member',
  'member.points_one': '{{count}} point',
  'member.points_other': '{{count}} points',
  'member.price': 'Price for {{tier}}',
  'member.heldPrice': 'At your member price',
  'member.stored': '{{amount}} stored value: pay with it at the shop',
}

export const overlay = {}

export const studio = {
  'members.title': 'Members',
  'members.back': 'Shows',
  'members.lead': 'Customers whom the shop’s links made known here, and what each tier pays less.',
  'members.none':
    'No member yet. The shop’s developer finds how its links tell who comes under “Your customers are known”.',
  'members.noneFound': 'Nobody is found.',
  'members.search': 'Customer number or name',
  'members.tier': 'Tier',
  'members.everyTier': 'Every tier',
  'members.noTier': 'no tier',
  'members.tiers': 'Tiers, the lowest first',
  'members.tiersLead':
    'Written as the shop writes them. A tier’s price is taken off what everybody pays; of a sale, a group’s price and this the lowest counts, once. What is held stays as it was.',
  'members.noPrices': 'This shop cannot be told a price below its own, so tiers take nothing off. See the shop page.',
  'members.tierName': 'Name of the tier',
  'members.percent': 'Percent off (none if empty)',
  'members.add': 'Add a tier',
  'members.remove': 'Take away {{tier}}',
  'members.higher': 'Move {{tier}} up',
  'members.save': 'Save tiers',
  'members.saved': 'Saved',
  'members.points_one': '{{count}} point',
  'members.points_other': '{{count}} points',
  'members.stored': '{{amount}} stored value',
  'members.devices_one': '{{count}} browser',
  'members.devices_other': '{{count}} browsers',
  'members.shows_one': '{{count}} show',
  'members.shows_other': '{{count}} shows',
  'members.holds_one': '{{count}} hold',
  'members.holds_other': '{{count}} holds',
  'members.orders_one': '{{count}} paid order',
  'members.orders_other': '{{count}} paid orders',
  'members.toldAt': 'The shop told this {{at}}.',
  'members.most': 'The {{count}} told of last are shown. Search for others.',
}
