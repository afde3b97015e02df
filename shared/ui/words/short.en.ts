// The desk's words for units that are held or on sale and that the shop does not have, in English.
export const words = {
  'handoff.failed': 'Not taken to the shop: {{count}}, last for {{goods}}. The shop says: {{why}}. The holds stay.',
  'crowd.met':
    'New viewers of one address had their share; more were refused. A mobile carrier puts many people behind one.',
  'crowd.lift': 'Let them all in',
  'short.held': '{{product}}: {{units}} too many held. The shop has only {{available}}.',
  'short.offered': '{{product}}: {{units}} too many on sale. The shop has only {{available}}.',
  'short.notSold': 'Nothing more is given out. Restock, or tell those who hold it before they pay.',
  'short.lower': 'Lower to {{units}}',
  'short.endSale': 'End the flash sale',
} as const
