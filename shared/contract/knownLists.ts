// What kinds of rows a shop knows of a viewer, and what each may say; pages of shoppers have these lists and no schema.

/** In the order in which they are shown; an owner of tables names one of them (server/src/database/known). */
export const KNOWN_KINDS = [
  'member',
  'points',
  'orders',
  'waits',
  'coupons',
  'plays',
  'contacts',
  'said',
  'watched',
  'links',
  'sharing',
  'consents',
  'standing',
] as const

/** What a row may say. Money is text with its currency; `until` and `withdrawn` are ms since the epoch. */
export const KNOWN_FACTS = [
  'what',
  'show',
  'product',
  'quantity',
  'amount',
  'back',
  'order',
  'state',
  'text',
  'name',
  'contact',
  'minutes',
  'group',
  'link',
  'times',
  'tier',
  'points',
  'until',
  'version',
  'language',
  'withdrawn',
  'source',
] as const
