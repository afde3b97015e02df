// Shared stocks in a batch's working set: those of offers whose own units may not be enough for what the batch asks.
import { sql } from 'kysely'
import { updateRows } from '../../database/bulk.ts'
import type { Drift } from '../ledger.ts'
import type { OfferRecord } from '../../domain/hold.ts'
import { inputsOf } from '../requests.ts'
import type { StockRecord } from '../stockRows.ts'
import * as tables from '../tables.ts'
import { type Book, lockById, type Opening, type Reader, unique } from './book.ts'

/** It crosses shows and is wanted seldom: locked behind everything else, so that nobody waits who has it. */
export const STOCKS: Book = {
  name: 'stocks',
  rank: 1000,
  locks: 'shared_stocks',
  open: async (reader, opening) => ({
    rows: { stocks: await openStocks(reader, opening) },
    save: (to, { stocks }) => updateRows(to, tables.STOCK_CHANGES, stocks.updated()),
  }),
  check: checkStocks,
}

/** One that has nothing is only read: whoever is told that it is sold out waits for no other show. */
async function openStocks(reader: Reader, opening: Opening): Promise<StockRecord[]> {
  const shared = opening.rows.offers.filter((offer) => offer.shared !== undefined)
  if (shared.length === 0) return []
  const losing = unitsGone(opening)
  const asked = unitsAsked(opening)
  const isAsked = ({ id, free }: OfferRecord) => (asked.get(id) ?? 0) >= Math.max(1, free)
  const wanted = shared.filter((offer) => losing.has(offer.id) || isAsked(offer))
  if (wanted.length === 0) return []
  const known = await selectStocks(reader, unique(wanted.map(({ variantId }) => variantId))).execute()
  const mustLock = new Set<string>(wanted.filter(({ id }) => losing.has(id)).map(({ variantId }) => variantId))
  const ids = known.filter((stock) => stock.free > 0 || mustLock.has(stock.variant_id)).map((row) => row.variant_id)
  const locked = ids.length === 0 ? [] : await lockById(reader.words, selectStocks(reader, ids), 'variant_id').execute()
  const rest = known.filter((stock) => !ids.includes(stock.variant_id))
  return [...locked.map((row) => toStock(row, true)), ...rest.map((row) => toStock(row, false))]
}

/** Not joined: what is joined would be locked as well. */
function selectStocks({ db, words }: Reader, variantIds: readonly string[]) {
  const ofStock = sql`from offers o where o.variant_id = shared_stocks.variant_id and o.shared > 0`
  return db
    .selectFrom('shared_stocks')
    .selectAll()
    .select(sql<number>`(select count(*) ${ofStock})`.as('shows'))
    .select(sql<number>`(select coalesce(sum(o.free), 0) ${ofStock})`.as('apart'))
    .where(words.isOneOf('variant_id', variantIds))
}

type Selected = Omit<StockRecord, 'isLocked'>

function toStock(row: Selected, isLocked: boolean): StockRecord {
  return { ...row, shows: Number(row.shows), apart: Number(row.apart), isLocked }
}

/** At most, by offer. */
function unitsAsked({ requests, rows }: Opening): ReadonlyMap<string, number> {
  const asked = new Map<string, number>()
  const add = (offerId: string, units: number) => asked.set(offerId, (asked.get(offerId) ?? 0) + units)
  const lines = [...inputsOf(requests, 'place'), ...inputsOf(requests, 'change')].flatMap((input) => input.lines)
  const joins = inputsOf(requests, 'joinWaitlist')
  for (const { offerId, quantity } of [...lines, ...joins]) add(offerId, quantity)
  for (const { showId, productId, units } of inputsOf(requests, 'startSale')) {
    const own = rows.offers.filter((offer) => offer.showId === showId && offer.productId === productId)
    for (const { id } of own) add(id, units)
  }
  const told = [...inputsOf(requests, 'report'), ...inputsOf(requests, 'settleOrder')]
  const moving = new Set<string>(told.map(({ holdId }) => holdId))
  const untaken = rows.holds
    .filter(({ id }) => moving.has(id))
    .flatMap((hold) => hold.lines.filter((one) => !one.takes))
  for (const { offerId, quantity } of untaken) add(offerId, quantity)
  return asked
}

/** Offers whose units this batch may take out of the stock for good. */
function unitsGone({ requests, rows }: Opening): ReadonlySet<string> {
  const refunds = inputsOf(requests, 'report').filter((fact) => fact.type === 'order.refunded' && fact.units === 'gone')
  const settled = inputsOf(requests, 'settleOrder').filter(({ choice }) => choice === 'refund_gone')
  const early = rows.inbox.filter((row) => row.early !== null).map((row) => row.hold_id)
  const ids = new Set<string>([...[...refunds, ...settled].map(({ holdId }) => holdId), ...early])
  const lines = rows.holds.filter(({ id }) => ids.has(id)).flatMap((hold) => hold.lines)
  const changed = inputsOf(requests, 'changeOffer').filter(({ allotted }) => allotted !== undefined)
  return new Set<string>([...lines, ...changed].map(({ offerId }) => offerId))
}

interface StockSums {
  readonly variant_id: string
  readonly units: number
  readonly free: number
  readonly allotted: number
}

async function checkStocks({ db }: Reader): Promise<Drift[]> {
  const query = sql<StockSums>`
    select s.variant_id, s.units, s.free, coalesce(o.allotted, 0) as allotted
    from shared_stocks s left join (
      select variant_id, sum(allotted) as allotted from offers where shared > 0 group by variant_id
    ) o on o.variant_id = s.variant_id`
  return (await query.execute(db)).rows.flatMap(({ variant_id, units, free, allotted }): Drift[] => {
    const off = Number(free) + Number(allotted) - Number(units)
    const what = `shared stock of ${variant_id}: free ${free} + in shows ${allotted} is not ${units}`
    return off === 0 && free >= 0 ? [] : [{ invariant: 'I1', units: off === 0 ? Number(free) : off, what }]
  })
}
