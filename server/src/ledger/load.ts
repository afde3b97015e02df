// Puts everything a batch may touch on the bench: a fixed number of statements, whatever the batch's size.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { HoldRecord, OfferRecord, SaleRecord } from '../domain/hold.ts'
import type { JobContext, SqlWords } from '../store/database.ts'
import { readLines } from '../store/jobs/desk.ts'
import { toHoldRecord, toOfferRecord, toSaleRecord } from '../store/records.ts'
import type { HoldRow, InboxRow, OrderRow, Schema, ShowRow } from '../store/schema.ts'
import type { BenchRows } from './bench.ts'
import { inputsOf } from './requests.ts'
import type { LedgerRequest } from './requests.ts'

interface Reader {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
}

/** Which rows a batch needs: known before they are locked, because a line's pools never change. */
interface Needs {
  readonly showIds: readonly string[]
  readonly offerIds: readonly string[]
  readonly saleIds: readonly string[]
  /** Shows whose offers are all needed. */
  readonly wholeShowIds: readonly string[]
  readonly holdIds: readonly string[]
  readonly viewerIds: readonly string[]
}

/** Locks shows, sales and offers in the order of their ids, then reads what hangs on them. */
export async function loadBench(
  db: Kysely<Schema>,
  requests: readonly LedgerRequest[],
  context: JobContext,
): Promise<BenchRows> {
  const reader = { db, words: context.words }
  const dueIds = await findDueHolds(reader, requests, context.now())
  const needs = await findNeeds(reader, requests, dueIds)
  const shows = await lockShows(reader, needs)
  const sales = await lockSales(reader, needs)
  const offers = await lockOffers(reader, needs)
  const holds = await readHolds(reader, needs)
  const facts = inputsOf(requests, 'report')
  const orders = await readOrders(
    reader,
    facts.map((fact) => fact.holdId),
  )
  const inbox = await readInbox(reader, facts)
  return { shows, sales, offers, holds, orders, inbox, dueIds }
}

async function findDueHolds({ db }: Reader, requests: readonly LedgerRequest[], now: number): Promise<string[]> {
  const limit = Math.max(0, ...inputsOf(requests, 'sweep').map((sweep) => sweep.limit))
  if (limit === 0) return []
  const due = db
    .selectFrom('holds')
    .select('id')
    .where('expires_at', '<=', now)
    .where(sql<boolean>`state in ('held', 'paying')`)
  return (await due.orderBy('expires_at').limit(limit).execute()).map((row) => row.id)
}

async function findNeeds(
  reader: Reader,
  requests: readonly LedgerRequest[],
  dueIds: readonly string[],
): Promise<Needs> {
  const places = inputsOf(requests, 'place')
  const starts = inputsOf(requests, 'startSale')
  const stops = inputsOf(requests, 'stopSale')
  const moving = [...inputsOf(requests, 'release'), ...inputsOf(requests, 'report')].map((input) => input.holdId)
  const movingIds = [...new Set([...moving, ...dueIds])]
  const lines = await findLines(reader, movingIds)
  const dueSales = requests.some((request) => request.kind === 'sweep') ? await findOpenSales(reader) : []
  const named = [...places, ...starts, ...stops, ...inputsOf(requests, 'endShow')].map((input) => input.showId)
  return {
    showIds: unique([...named, ...lines.map((line) => line.show_id), ...dueSales.map((sale) => sale.show_id)]),
    offerIds: unique([
      ...places.flatMap((place) => place.lines.map((line) => line.offerId)),
      ...lines.map((line) => line.offer_id),
    ]),
    saleIds: unique([
      ...lines.flatMap((line) => line.sale_id ?? []),
      ...[...starts, ...stops].map((input) => input.saleId),
    ]),
    wholeShowIds: unique(starts.map((start) => start.showId)),
    holdIds: unique([...places.map((place) => place.holdId), ...movingIds]),
    viewerIds: unique(places.map((place) => place.viewerId)),
  }
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort()
}

async function findLines({ db, words }: Reader, holdIds: readonly string[]) {
  if (holdIds.length === 0) return []
  const lines = db.selectFrom('hold_lines').innerJoin('holds', 'holds.id', 'hold_lines.hold_id')
  const columns = lines.select(['hold_lines.offer_id', 'hold_lines.sale_id', 'holds.show_id'])
  return columns.where(words.isOneOf('hold_lines.hold_id', holdIds)).execute()
}

function findOpenSales({ db }: Reader): Promise<{ show_id: ShowId }[]> {
  return db.selectFrom('flash_sales').select('show_id').where('ended_at', 'is', null).execute()
}

function lockShows({ db, words }: Reader, { showIds }: Needs): Promise<ShowRow[]> {
  const query = db.selectFrom('shows').selectAll().where(words.isOneOf('id', showIds)).orderBy('id')
  return words.lockRows(query).execute()
}

async function lockSales({ db, words }: Reader, { showIds, saleIds }: Needs): Promise<SaleRecord[]> {
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

/** The named holds and the counting ones of the viewers who ask for more; looked up by one column each. */
async function readHolds({ db, words }: Reader, { holdIds, viewerIds }: Needs): Promise<HoldRecord[]> {
  const holds = db.selectFrom('holds').selectAll()
  const named = holdIds.length === 0 ? [] : await holds.where(words.isOneOf('id', holdIds)).execute()
  const counting = holds.where(words.isOneOf('viewer_id', viewerIds)).where('state', 'in', ['held', 'paying', 'paid'])
  const own = viewerIds.length === 0 ? [] : await counting.execute()
  const rows = new Map<string, HoldRow>([...named, ...own].map((row) => [row.id, row]))
  const lines = await readLines(db, [...rows.keys()], words)
  return [...rows.values()].map((row) => toHoldRecord(row, lines.get(row.id) ?? []))
}

async function readOrders({ db, words }: Reader, holdIds: readonly string[]): Promise<OrderRow[]> {
  if (holdIds.length === 0) return []
  return db.selectFrom('orders').selectAll().where(words.isOneOf('hold_id', holdIds)).execute()
}

async function readInbox(
  { db, words }: Reader,
  facts: readonly { eventId: string; endpointId: string }[],
): Promise<InboxRow[]> {
  if (facts.length === 0) return []
  const given = words.givenRows(
    { endpoint_id: 'text', event_id: 'text' },
    facts.map((fact) => [fact.endpointId, fact.eventId]),
  )
  const found = sql<InboxRow>`select inbox.* from ${given} join inbox
    on inbox.endpoint_id = given.endpoint_id and inbox.event_id = given.event_id`
  return (await found.execute(db)).rows
}
