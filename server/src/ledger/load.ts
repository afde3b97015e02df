// Opens every book for a batch, by rank: a fixed number of statements, whatever the batch's size.
import type { JobContext } from '../database/database.ts'
import type { LoadedRows } from './workingSet.ts'
import { NO_GROUPS } from '../sharing/readGrouped.ts'
import { NO_TIERS } from '../sharing/readTiers.ts'
import { NOBODY_SHARES } from '../sharing/readSharing.ts'
import { noEntrants } from './entrants.ts'
import { unique } from './books/book.ts'
import type { Book, Needs, Page, Reader } from './books/book.ts'
import type { LedgerRequest } from './requests.ts'

export interface Loaded {
  readonly rows: LoadedRows
  readonly pages: readonly Page[]
  /** Read behind the locks. */
  readonly now: number
}

interface Batch {
  readonly reader: Reader
  readonly requests: readonly LedgerRequest[]
  readonly context: JobContext
}

/** What needs nothing locks nothing and answers at once. */
export async function openBooks(books: readonly Book[], { reader, requests, context }: Batch): Promise<Loaded> {
  const needs = await findNeeds(books, { reader, requests, context })
  const now = once(context.now)
  let rows = NO_ROWS
  const pages: Page[] = []
  for (const book of books) {
    const page = await book.open(reader, { requests, needs, rows, now })
    rows = { ...rows, ...page.rows }
    pages.push(page)
  }
  return { rows, pages, now: await now() }
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null
  return () => (answer ??= read())
}

async function findNeeds(books: readonly Book[], { reader, requests, context }: Batch): Promise<Needs> {
  let needs = NO_NEEDS
  for (const book of books) {
    const more = await book.find?.(reader, { requests, now: context.now, needs })
    if (more) needs = add(needs, more)
  }
  return needs
}

const NO_ROWS: LoadedRows = {
  shows: [],
  offers: [],
  goods: new Map(),
  sales: [],
  holds: [],
  orders: [],
  inbox: [],
  waits: [],
  strikes: [],
  pins: [],
  crowdPlaces: [],
  dueIds: [],
  kinds: new Map(),
  activities: [],
  entries: [],
  progress: new Map(),
  tallies: [],
  fronts: [],
  seals: [],
  wins: [],
  whose: new Map(),
  rewards: [],
  granted: new Map(),
  redemptions: [],
  withLeader: new Set(),
  staffViewers: new Set(),
  entrants: noEntrants(),
  stocks: [],
  behind: [],
  prices: [],
  payments: [],
  sharing: NOBODY_SHARES,
  grouped: NO_GROUPS,
  tiers: NO_TIERS,
}

const NO_NEEDS: Needs = {
  showIds: [],
  offerIds: [],
  saleIds: [],
  wholeShowIds: [],
  closingShowIds: [],
  holdIds: [],
  dueIds: [],
  viewerIds: [],
  waiterIds: [],
  sources: [],
  crowds: [],
  activityIds: [],
  rewardIds: [],
  owedIds: [],
  behind: [],
}

function add(needs: Needs, more: Partial<Needs>): Needs {
  const both = (key: Exclude<keyof Needs, 'behind'>) => {
    const news = more[key] ?? []
    return news.length === 0 ? needs[key] : unique([...needs[key], ...news])
  }
  return {
    showIds: both('showIds'),
    offerIds: both('offerIds'),
    saleIds: both('saleIds'),
    wholeShowIds: both('wholeShowIds'),
    closingShowIds: both('closingShowIds'),
    holdIds: both('holdIds'),
    dueIds: both('dueIds'),
    viewerIds: both('viewerIds'),
    waiterIds: both('waiterIds'),
    sources: both('sources'),
    crowds: both('crowds'),
    activityIds: both('activityIds'),
    rewardIds: both('rewardIds'),
    owedIds: both('owedIds'),
    behind: more.behind ?? needs.behind,
  }
}
