// Puts everything a batch may touch on the bench: a fixed number of statements, whatever the batch's size.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { COUNTING } from '../domain/hold.ts'
import type { HoldRecord, OfferRecord, SaleRecord } from '../domain/hold.ts'
import type { JobContext } from '../store/database.ts'
import { toHoldRecord, toOfferRecord, toSaleRecord } from '../store/records.ts'
import type { HoldRow, InboxRow, OrderRow, PinsRow, Schema, ShowRow, StrikeRow, WaitRow } from '../store/schema.ts'
import type { BenchRows, CrowdPlaces } from './bench.ts'
import { holdersOf } from './decide/strikes.ts'
import { findNeeds, unique } from './needs.ts'
import type { Needs, Reader } from './needs.ts'
import { findEndingSales, findWaitedOffers, readWaits } from './loadWaits.ts'
import { inputsOf } from './requests.ts'
import type { LedgerRequest } from './requests.ts'

/** Locks shows, sales and offers in the order of their ids, then reads what hangs on them; `now` was read behind the locks. */
export async function loadBench(
  db: Kysely<Schema>,
  requests: readonly LedgerRequest[],
  context: JobContext,
): Promise<BenchRows & { now: number }> {
  const reader = { db, words: context.words }
  const dueIds = await findDueHolds(reader, requests, context)
  const needs = await findNeeds(reader, requests, dueIds)
  const shows = await lockShows(reader, needs)
  const sales = await lockSales(reader, needs)
  const now = await context.now()
  const endingSaleIds = findEndingSales(sales, requests, now)
  const closing = await findWaitedOffers(reader, endingSaleIds)
  const offers = await lockOffers(reader, { ...needs, offerIds: unique([...needs.offerIds, ...closing]) })
  const waits = await readWaits(reader, needs, { offers, sales, endingSaleIds, now })
  const holds = await readHolds(reader, needs, waits)
  const facts = inputsOf(requests, 'report')
  const orders = await readOrders(
    reader,
    [...facts, ...inputsOf(requests, 'settleOrder')].map((input) => input.holdId),
  )
  const inbox = await readInbox(reader, facts)
  const crowdPlaces = await countPlaces(reader, inputsOf(requests, 'joinWaitlist'))
  const strikes = await readStrikes(reader, needs, holds)
  const pins = await readPins(reader, inputsOf(requests, 'startSale'))
  return { shows, sales, offers, holds, orders, inbox, waits, strikes, pins, crowdPlaces, dueIds, now }
}

async function findDueHolds(
  { db }: Reader,
  requests: readonly LedgerRequest[],
  { now }: JobContext,
): Promise<string[]> {
  const limit = Math.max(0, ...inputsOf(requests, 'sweep').map((sweep) => sweep.limit))
  if (limit === 0) return []
  const due = db
    .selectFrom('holds')
    .select('id')
    .where('expires_at', '<=', await now())
    .where(sql<boolean>`state in ('held', 'paying')`)
  return (await due.orderBy('expires_at').limit(limit).execute()).map((row) => row.id)
}

function lockShows({ db, words }: Reader, { showIds }: Needs): Promise<ShowRow[]> {
  const query = db.selectFrom('shows').selectAll().where(words.isOneOf('id', showIds)).orderBy('id')
  return words.lockRows(query).execute()
}

async function lockSales({ db, words }: Reader, { showIds, saleIds }: Needs): Promise<SaleRecord[]> {
  if (showIds.length + saleIds.length === 0) return []
  const isOpen = sql<boolean>`(${words.isOneOf('show_id', showIds)} and ended_at is null)`
  const named = words.isOneOf('id', saleIds)
  const query = db
    .selectFrom('flash_sales')
    .selectAll()
    .where(sql<boolean>`(${isOpen} or ${named})`)
    .orderBy('id')
  return (await words.lockRows(query).execute()).map(toSaleRecord)
}

async function lockOffers({ db, words }: Reader, { offerIds, wholeShowIds }: Needs): Promise<OfferRecord[]> {
  const whole = words.isOneOf('show_id', wholeShowIds)
  const named = words.isOneOf('id', offerIds)
  const fits = wholeShowIds.length === 0 ? named : sql<boolean>`(${whole} or ${named})`
  const query = db.selectFrom('offers').selectAll().where(fits).orderBy('id')
  return (await words.lockRows(query).execute()).map(toOfferRecord)
}

/** The named holds and what those have who ask for more or may be served; looked up by one column each. */
async function readHolds(
  { db, words }: Reader,
  { holdIds, viewerIds, crowds }: Needs,
  waits: readonly WaitRow[],
): Promise<HoldRecord[]> {
  const holds = db.selectFrom('holds').selectAll()
  const viewers = unique([...viewerIds, ...waits.map((wait) => wait.viewer_id)])
  const named = holdIds.length === 0 ? [] : await holds.where(words.isOneOf('id', holdIds)).execute()
  const counting = holds.where(words.isOneOf('viewer_id', viewers)).where('state', 'in', [...COUNTING])
  const own = viewers.length === 0 ? [] : await counting.execute()
  const crowd = holds.where(words.isOneOf('crowd', crowds)).where(sql<boolean>`state in ('held', 'paying')`)
  const beside = crowds.length === 0 ? [] : await crowd.where('crowd', 'is not', null).execute()
  const rows = new Map<string, HoldRow>([...named, ...own, ...beside].map((row) => [row.id, row]))
  return [...rows.values()].map(toHoldRecord)
}

/** How many places in line count against the addresses of those who join. */
async function countPlaces({ db, words }: Reader, joins: readonly { source: string | null }[]): Promise<CrowdPlaces[]> {
  const crowds = unique(joins.flatMap(({ source }) => source ?? []))
  if (crowds.length === 0) return []
  const waiting = db
    .selectFrom('waits')
    .where(words.isOneOf('crowd', crowds))
    .where(sql<boolean>`state = 'waiting'`)
  const counted = waiting
    .groupBy(['offer_id', 'crowd'])
    .select((eb) => ['offer_id', 'crowd', eb.fn.countAll<number>().as('places')])
  const rows = await counted.where('crowd', 'is not', null).execute()
  return rows.map((row) => ({ ...row, places: Number(row.places) }))
}

/** Of those who ask, and of those whose holds may run out or be paid. */
async function readStrikes(
  { db, words }: Reader,
  { viewerIds, sources, holdIds }: Needs,
  holds: readonly HoldRecord[],
): Promise<StrikeRow[]> {
  const named = new Set(holdIds)
  const moving = holds.filter((hold) => named.has(hold.id))
  const viewers = unique([...viewerIds, ...moving.map((hold) => hold.viewerId)])
  const addresses = unique([...sources, ...moving.flatMap((hold) => hold.source ?? [])])
  const holders = holdersOf(viewers, addresses)
  if (holders.length === 0) return []
  // They cross shows: batches of two shows may want the same.
  const query = db.selectFrom('strikes').selectAll().where(words.isOneOf('holder', holders)).orderBy('holder')
  return words.lockRows(query).execute()
}

async function readPins({ db, words }: Reader, starts: readonly { showId: string }[]): Promise<PinsRow[]> {
  if (starts.length === 0) return []
  const showIds = unique(starts.map((start) => start.showId))
  return db.selectFrom('pins').selectAll().where(words.isOneOf('show_id', showIds)).execute()
}

async function readOrders({ db, words }: Reader, holdIds: readonly string[]): Promise<OrderRow[]> {
  if (holdIds.length === 0) return []
  return db.selectFrom('orders').selectAll().where(words.isOneOf('hold_id', holdIds)).execute()
}

/** The receipts of these facts, and what was said too early of the holds they are about. */
async function readInbox(
  { db, words }: Reader,
  facts: readonly { eventId: string; endpointId: string; holdId: string }[],
): Promise<InboxRow[]> {
  if (facts.length === 0) return []
  const given = words.givenRows(
    { endpoint_id: 'text', event_id: 'text' },
    facts.map((fact) => [fact.endpointId, fact.eventId]),
  )
  const found = sql<InboxRow>`select inbox.* from ${given} join inbox
    on inbox.endpoint_id = given.endpoint_id and inbox.event_id = given.event_id`
  const isTheirs = words.isOneOf('hold_id', unique(facts.map((fact) => fact.holdId)))
  const early = await db.selectFrom('inbox').selectAll().where(isTheirs).where('early', 'is not', null).execute()
  return [...(await found.execute(db)).rows, ...early]
}
