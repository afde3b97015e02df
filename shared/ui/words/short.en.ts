// The desk's words for units that are held or on sale and that the shop does not have, in English.
export const words = {
  'handoff.failed_one': '{{count}} buyer could not be taken to the shop. The hold stays, and the buyer can try again.',
  'handoff.failed_other': '{{count}} buyers could not be taken to the shop. Their holds stay, and they can try again.',
  'handoff.SHOP_REFUSED': 'The shop says:',
  'handoff.SHOP_UNREACHABLE': 'The shop does not answer:',
  'handoff.noReason': 'no reason given',
  'handoff.buyers_one': '{{count}} buyer',
  'handoff.buyers_other': '{{count}} buyers',
  'handoff.moreGoods': '{{goods}} and {{n}} more',
  'handoff.moreReasons_one': '{{count}} more reason stands in the server’s log.',
  'handoff.moreReasons_other': '{{count}} more reasons stand in the server’s log.',
  'crowd.met':
    'New viewers of one address had their share; more were refused. A mobile carrier puts many people behind one.',
  'crowd.lift': 'Let them all in',
  'short.held': '{{product}}: {{units}} too many held. The shop has only {{available}}.',
  'short.offered': '{{product}}: {{units}} too many on sale. The shop has only {{available}}.',
  'short.notSold': 'Nothing more is given out. Restock, or tell those who hold it before they pay.',
  'short.lower': 'Lower to {{units}}',
  'short.endSale': 'End the flash sale',
} as const
