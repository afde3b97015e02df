// Places in line in a batch's working set: its own viewers', those whose turn may come, those that end with a show or a sale.
import { sql } from 'kysely'
import { salePhase } from '../../domain/flashSale.ts'
import type { OfferRecord } from '../../domain/hold.ts'
import { insertRows, updateRows } from '../../database/bulk.ts'
import type { WaitRow } from '../../database/schema.ts'
import type { CrowdPlaces } from '../../domain/crowd.ts'
import type { Drift } from '../ledger.ts'
import { inputsOf } from '../requests.ts'
import type { LedgerRequest } from '../requests.ts'
import * as tables from '../tables.ts'
import type { Only } from '../tables.ts'
import { unique } from './book.ts'
import type { Book, Needs, Opening, Reader } from './book.ts'
import { findEndingSales } from './sales.ts'

/** So many places in line may be served by one batch; the next sweep goes on. */
const MOST_TURNS = 500

export const WAITS: Book = {
  name: 'waits',
  rank: 40,
  locks: null,
  async find(reader, { requests }) {
    const leaving = inputsOf(requests, 'leaveWaitlist')
    const presences = inputsOf(requests, 'setPresence')
    const asking = [...inputsOf(requests, 'place'), ...inputsOf(requests, 'joinWaitlist')]
    const found = await findPlaces(reader, unique(presences.map((input) => input.viewerId)))
    return {
      showIds: found.showIds,
      offerIds: [...leaving.map(({ offerId }) => offerId), ...found.offerIds],
      waiterIds: [...asking, ...leaving, ...presences].map((input) => input.viewerId),
    }
  },
  open: async (reader, opening) => ({
    rows: { waits: await readWaits(reader, opening), crowdPlaces: await countPlaces(reader, opening) },
    // In this order: who left and joined again in one batch has one place that waits, not two.
    async save(to, { waits }) {
      await updateRows(to, tables.WAIT_CHANGES, waits.updated().map(toWaitChange))
      await insertRows(to, tables.WAITS, waits.added())
    },
  }),
  check: checkLines,
}

async function findPlaces(
  { db, words }: Reader,
  viewerIds: readonly string[],
): Promise<Pick<Needs, 'showIds' | 'offerIds'>> {
  if (viewerIds.length === 0) return { showIds: [], offerIds: [] }
  const places = db.selectFrom('waits').select(['show_id', 'offer_id']).where('state', '=', 'waiting')
  const rows = await places.where(words.isOneOf('viewer_id', viewerIds)).execute()
  return { showIds: rows.map((row) => row.show_id), offerIds: rows.map((row) => row.offer_id) }
}

/** The offers that people wait for in these sales. */
export async function findWaitedOffers({ db, words }: Reader, saleIds: readonly string[]): Promise<readonly string[]> {
  if (saleIds.length === 0) return []
  const waiting = db.selectFrom('waits').select('offer_id').distinct().where('state', '=', 'waiting')
  return (await waiting.where(words.isOneOf('sale_id', saleIds)).execute()).map((row) => row.offer_id)
}

async function readWaits(reader: Reader, opening: Opening): Promise<WaitRow[]> {
  const { needs, requests, rows } = opening
  const inDemand = rows.offers.filter((offer) => offer.waiting > 0)
  if (inDemand.length === 0) return []
  const { words } = reader
  const ofOffers = waitingFor(reader, inDemand)
  const own = await ofOffers.where(words.isOneOf('viewer_id', needs.waiterIds)).execute()
  const closing = await (needs.closingShowIds.length === 0 ? [] : ofOffers.execute())
  const endingSaleIds = findEndingSales(rows.sales, requests, await opening.now())
  const ending = await (endingSaleIds.length === 0
    ? []
    : ofOffers.where(words.isOneOf('sale_id', endingSaleIds)).execute())
  const next = await readNext(reader, opening, inDemand)
  return [...new Map([...own, ...closing, ...ending, ...next].map((row) => [row.no, row])).values()]
}

function waitingFor({ db, words }: Reader, offers: readonly OfferRecord[]) {
  const ids = unique(offers.map((offer) => offer.id))
  return db.selectFrom('waits').selectAll().where('state', '=', 'waiting').where(words.isOneOf('offer_id', ids))
}

/** Whether the batch may free units for those in line. */
function canFree(requests: readonly LedgerRequest[]): boolean {
  return requests.some((request) => request.kind !== 'place')
}

/** Each kind up to its own limit: a long line for a sale keeps nobody from units of the offer, nor the other way round. */
async function readNext(reader: Reader, opening: Opening, inDemand: readonly OfferRecord[]): Promise<WaitRow[]> {
  const now = await opening.now()
  const mayFree = canFree(opening.requests)
  // Also where nothing but time has freed units, such as the end of a sale: nobody gets past those in line.
  const servable = inDemand.filter((offer) => mayFree || offer.free > 0)
  if (servable.length === 0) return []
  const first = waitingFor(reader, servable)
    .where('present', '=', 1)
    .orderBy('offer_id')
    .orderBy('no')
    .limit(MOST_TURNS)
  const ofOffers = await first.where('sale_id', 'is', null).execute()
  const { sales } = opening.rows
  const running = sales.filter((sale) => salePhase(sale, now) === 'running' && (mayFree || sale.free > 0))
  const saleIds = running.map((sale) => sale.id)
  const ofSales = await (saleIds.length === 0 ? [] : first.where(reader.words.isOneOf('sale_id', saleIds)).execute())
  return [...ofOffers, ...ofSales]
}

/** How many places in line count against the addresses of those who join. */
async function countPlaces({ db, words }: Reader, { requests }: Opening): Promise<CrowdPlaces[]> {
  const crowds = unique(inputsOf(requests, 'joinWaitlist').flatMap(({ source }) => source ?? []))
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

function toWaitChange(wait: WaitRow): Only<WaitRow, typeof tables.WAIT_CHANGES> {
  const { no, sale_id, quantity, state, present, seen_at, version } = wait
  return { no, sale_id, quantity, state, present, seen_at, version }
}

/** Offers whose number of people in line is not that of the places. */
async function checkLines({ db }: Reader): Promise<Drift[]> {
  const query = sql<{ id: string; waiting: number; places: number }>`
    select o.id, o.waiting, count(w.no) as places
    from offers o left join waits w on w.offer_id = o.id and w.state = 'waiting'
    group by o.id, o.waiting having o.waiting <> count(w.no)`
  return (await query.execute(db)).rows.map(({ id, waiting, places }) => ({
    invariant: 'waitlist',
    units: waiting - places,
    what: `offer ${id}: ${waiting} are said to wait, ${places} do`,
  }))
}
