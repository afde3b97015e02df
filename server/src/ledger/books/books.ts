// The books of the ledger, by rank: what every batch works on.
import type { Book } from './book.ts'
import { KINDS } from '../../activities/kinds.ts'
import { createActivities } from './activities.ts'
import { COUNTER } from './counter.ts'
import { ENTRANTS } from './entrants.ts'
import { GROUPS } from './groups.ts'
import { HOLDS } from './holds.ts'
import { INBOX } from './inbox.ts'
import { MEMBERS } from './members.ts'
import { OPENED_PRICES } from './openedPrices.ts'
import { OFFERS } from './offers.ts'
import { ORDERS } from './orders.ts'
import { PINS } from './pins.ts'
import { createRewards } from './rewards.ts'
import { SALES } from './sales.ts'
import { SHOWS } from './shows.ts'
import { SEALS } from './seals.ts'
import { SHARING } from './sharing.ts'
import { STOCKS } from './stocks.ts'
import { STRIKES } from './strikes.ts'
import { WAITS } from './waits.ts'

/** A show's lock covers what belongs to it; whatever crosses shows locks its own rows, behind all that shows lock. */
export const BOOKS: readonly Book[] = [
  SHOWS,
  SALES,
  OFFERS,
  WAITS,
  HOLDS,
  ORDERS,
  INBOX,
  PINS,
  createActivities(KINDS),
  ENTRANTS,
  SEALS,
  createRewards(KINDS),
  COUNTER,
  OPENED_PRICES,
  GROUPS,
  SHARING,
  MEMBERS,
  STRIKES,
  STOCKS,
]
