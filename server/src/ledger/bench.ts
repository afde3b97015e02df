// The bench a batch is decided on: its shows, pools, holds and orders in memory, and what of them changed.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { HoldChange, HoldRecord, OfferRecord, SaleRecord, Shelf } from '../domain/hold.ts'
import { endSale, saleEnd } from '../domain/flashSale.ts'
import { mediaMs } from '../store/events.ts'
import type { EventRow, InboxRow, OrderRow, ShowRow } from '../store/schema.ts'
import type { LedgerPolicy } from './requests.ts'

export interface BenchRows {
  readonly shows: readonly ShowRow[]
  readonly offers: readonly OfferRecord[]
  readonly sales: readonly SaleRecord[]
  readonly holds: readonly HoldRecord[]
  readonly orders: readonly OrderRow[]
  readonly inbox: readonly InboxRow[]
}

export interface BenchContext {
  /** The ledger's clock, read after the locks. */
  readonly now: number
  readonly policy: LedgerPolicy
  readonly nextSeq: () => number
}

export type Bench = ReturnType<typeof createBench>

/** Rows by key, remembering which were put there since. */
function createShelf<Row>(keyOf: (row: Row) => string, rows: readonly Row[]) {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const known = new Set(byKey.keys())
  const changed = new Set<string>()
  const pick = (keys: Iterable<string>) => [...keys].flatMap((key) => byKey.get(key) ?? [])
  return {
    find: (key: string): Row | undefined => byKey.get(key),
    all: () => byKey.values(),
    put(row: Row): void {
      byKey.set(keyOf(row), row)
      changed.add(keyOf(row))
    },
    /** Put since, and not there before. */
    added: () => pick([...changed].filter((key) => !known.has(key))),
    /** Put since over one that was there. */
    updated: () => pick([...changed].filter((key) => known.has(key))),
  }
}

export const orderKey = (order: Pick<OrderRow, 'hold_id' | 'order_id'>) => `${order.hold_id} ${order.order_id}`
export const inboxKey = (row: Pick<InboxRow, 'endpoint_id' | 'event_id'>) => `${row.endpoint_id} ${row.event_id}`

export function createBench(rows: BenchRows, { now, policy, nextSeq }: BenchContext) {
  const shows = createShelf<ShowRow>((show) => show.id, rows.shows)
  const offers = createShelf<OfferRecord>((offer) => offer.id, rows.offers)
  const sales = createShelf<SaleRecord>((sale) => sale.id, rows.sales)
  const holds = createShelf<HoldRecord>((hold) => hold.id, rows.holds)
  const orders = createShelf<OrderRow>(orderKey, rows.orders)
  const inbox = createShelf<InboxRow>(inboxKey, rows.inbox)
  const holdsOfViewer = Map.groupBy(rows.holds, (hold) => hold.viewerId)
  const holdIdsOf = new Map([...holdsOfViewer].map(([id, own]) => [id, new Set(own.map((hold) => hold.id))]))
  const events: EventRow[] = []

  /** Writes down a change and answers the version of every row it touches. */
  function record(showId: ShowId, event: { actor: string; type: string; payload: object }): number {
    const seq = nextSeq()
    const liveAt = shows.find(showId)?.live_at ?? null
    const { actor, type, payload } = event
    const media_ms = mediaMs(liveAt, now)
    events.push({ seq, show_id: showId, at: now, media_ms, actor, type, payload: JSON.stringify(payload) })
    return seq
  }

  const shelf: Shelf = {
    offer: (id) => must(offers.find(id), `offer ${id}`),
    sale: (id) => must(sales.find(id), `sale ${id}`),
  }

  /** Ends the sale if it has sold its last unit or its time is over. */
  function settleSale(sale: SaleRecord): SaleRecord {
    const end = saleEnd(sale, now)
    if (!end) return sale
    const payload = { saleId: sale.id, reason: end.reason }
    const version = record(sale.showId, { actor: 'clock', type: 'sale:ended', payload })
    const ended = { ...endSale(sale, end), version }
    sales.put(ended)
    return ended
  }

  function putHold(hold: HoldRecord): void {
    holds.put(hold)
    const own = holdIdsOf.get(hold.viewerId) ?? new Set()
    holdIdsOf.set(hold.viewerId, own.add(hold.id))
  }

  return {
    now,
    policy,
    shows,
    offers,
    sales,
    holds,
    orders,
    inbox,
    events,
    shelf,
    record,
    settleSale,
    putHold,
    /** Puts a hold and the pools that moved with it, all with the version of the same event. */
    putChange(change: HoldChange, version: number): HoldRecord {
      const hold = { ...change.hold, version }
      putHold(hold)
      for (const offer of change.offers) offers.put({ ...offer, version })
      for (const sale of change.sales) {
        sales.put({ ...sale, version })
        settleSale({ ...sale, version })
      }
      return hold
    },
    holdsOf(viewerId: ViewerId): HoldRecord[] {
      return [...(holdIdsOf.get(viewerId) ?? [])].flatMap((id) => holds.find(id) ?? [])
    },
  }
}

function must<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`${name} was not loaded with the batch`)
  return thing
}
