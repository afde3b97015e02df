// The working set a batch is decided on: its shows, pools, holds and orders in memory, and what of them changed.
import type { HoldId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Progress } from '@lantern/shared/activities/conditions.ts'
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { BrokenRules, Kinds } from '../activities/kind.ts'
import type { ActivityRecord } from '../activities/records.ts'
import type { EntryRow, FrontRow, TallyRow } from '../activities/schema.ts'
import { type SealedRows, winKey, type WinRecord } from '../activities/seals/seals.ts'
import type { SealRow } from '../activities/seals/schema.ts'
import type { RewardRecord } from '../rewards/records.ts'
import type { EventType } from '../domain/eventTypes.ts'
import type { CrowdPlaces } from '../domain/crowd.ts'
import { endSale, saleEnd } from '../domain/flashSale.ts'
import type { Offered } from '../domain/adjusting.ts'
import type { HeldLine, HoldChange, HoldRecord, OfferRecord, SaleRecord, Shelf } from '../domain/hold.ts'
import { type Goods, toWrittenHold, toFactOrder } from '../domain/holdFact.ts'
import { mediaMs } from '../events/append.ts'
import type { EventRow } from '../events/schema.ts'
import { versionOf } from '../events/versions.ts'
import type { InboxRow, OrderRow, PinsRow, ShowRow, StrikeRow, WaitRow } from '../database/schema.ts'
import { type CounterRows, type CounterSet, keyCounterRows } from './counterRows.ts'
import { createIndex, createKeyedRows, type KeyedRows } from './keyedRows.ts'
import { must } from './must.ts'
import type { ForEntrants } from './entrants.ts'
import { keyOpenedRows, type OpenedRows, type OpenedSet } from './openedRows.ts'
import { createRewardRows, type RewardRows } from './rewardRows.ts'
import type { LedgerPolicy } from './requests.ts'
import { keyStocks, type StockRows, type StockSet } from './stockRows.ts'

export interface LoadedRows extends SealedRows, OpenedRows, CounterRows, ForEntrants, StockRows {
  readonly shows: readonly ShowRow[]
  readonly offers: readonly OfferRecord[]
  /** What each of the offers sells, for the facts. */
  readonly goods: ReadonlyMap<string, Goods>
  readonly sales: readonly SaleRecord[]
  readonly holds: readonly HoldRecord[]
  readonly orders: readonly OrderRow[]
  readonly inbox: readonly InboxRow[]
  /** The places in line of the batch's viewers, and those whose turn may come in it. */
  readonly waits: readonly WaitRow[]
  readonly strikes: readonly StrikeRow[]
  /** Of shows where a sale may start. */
  readonly pins: readonly PinsRow[]
  /** Places in line that count against the addresses of those who ask. */
  readonly crowdPlaces: readonly CrowdPlaces[]
  /** Holds past their deadline which a sweep of this batch may expire: their pools are among the rows. */
  readonly dueIds: readonly string[]
  /** What activities there may be. */
  readonly kinds: Kinds
  readonly activities: readonly ActivityRecord[]
  /** Of the viewers who enter. */
  readonly entries: readonly EntryRow[]
  /** How far they are with the conditions, by the id that the entry would have: one viewer may ask twice, by different links. */
  readonly progress: ReadonlyMap<string, readonly Progress[]>
  /** Of these activities. */
  readonly tallies: readonly TallyRow[]
  readonly fronts: readonly FrontRow[]
  /** What the batch's viewers may use, what its holds have, and what is over. */
  readonly rewards: readonly RewardRecord[]
  /** By activity that grants for payments, how many are given and not taken back, beside those among the rewards. */
  readonly granted: ReadonlyMap<string, number>
  /** Those of the batch's viewers who are staff. */
  readonly staffViewers: ReadonlySet<string>
}

export interface BatchContext {
  /** The ledger's clock, read after the locks. */
  readonly now: number
  readonly policy: LedgerPolicy
  readonly nextSeq: () => number
  /** A new random id. */
  readonly newId: () => string
  /** Of its books. */
  readonly hooks: JoinedHooks
}

export interface Moved {
  /** As it is after the move. */
  readonly hold: HoldRecord
  /** Null: it was just granted. */
  readonly from: HoldState | null
  readonly to: HoldState
}

/** A hold that is about to be placed or changed. */
export interface Draft {
  readonly holdId: HoldId
  readonly showId: ShowId
  readonly viewerId: ViewerId
  readonly via: string | null
  /** At their list prices. */
  readonly lines: readonly HeldLine[]
  /** As it was; null: it is new. */
  readonly before: HoldRecord | null
  /** 'kept': its viewer asked for nothing, so that no coupon is taken that it does not have; 'none': they want none. */
  readonly coupons?: 'kept' | 'none'
}

/** What books do inside the batch: what a hook throws undoes it, and it runs again when the batch is tried again. */
export interface Hooks {
  /** Prices and coupons that the lines may have; a refusal may follow, so that nothing is put here. */
  readonly adjust?: (set: WorkingSet, draft: Draft) => Partial<Offered>
  /** At every move of a hold's state, the pools moved already. */
  readonly moved?: (set: WorkingSet, moved: Moved) => void
  /** Its lines or prices are others, its state is not. */
  readonly changed?: (set: WorkingSet, hold: HoldRecord) => void
}

/** Those of all books as one. */
export interface JoinedHooks {
  readonly moved: (set: WorkingSet, moved: Moved) => void
  readonly changed: (set: WorkingSet, hold: HoldRecord) => void
  readonly adjust: (set: WorkingSet, draft: Draft) => Offered
}

export interface LedgerEvent {
  readonly actor: string
  readonly type: EventType
  readonly payload: object
}

export interface HoldEvent {
  readonly actor: string
  readonly type: EventType
  /** The order it is about, as it is from then on. */
  readonly order?: Omit<OrderRow, 'version'> | undefined
  /** What it says beside hold and order. */
  readonly more?: object | undefined
}

export interface WorkingSet
  extends
    Pick<BatchContext, 'now' | 'policy' | 'newId'>,
    OpenedSet,
    StockSet,
    CounterSet,
    ForEntrants,
    Pick<LoadedRows, 'dueIds' | 'crowdPlaces' | 'kinds' | 'progress' | 'whose' | 'granted' | 'staffViewers'> {
  readonly shows: KeyedRows<ShowRow>
  readonly offers: KeyedRows<OfferRecord>
  readonly sales: KeyedRows<SaleRecord>
  readonly holds: KeyedRows<HoldRecord>
  readonly orders: KeyedRows<OrderRow>
  readonly inbox: KeyedRows<InboxRow>
  readonly waits: KeyedRows<WaitRow>
  readonly strikes: KeyedRows<StrikeRow>
  readonly pins: KeyedRows<PinsRow>
  readonly activities: KeyedRows<ActivityRecord>
  readonly entries: KeyedRows<EntryRow>
  readonly tallies: KeyedRows<TallyRow>
  readonly fronts: KeyedRows<FrontRow>
  readonly seals: KeyedRows<SealRow>
  readonly wins: KeyedRows<WinRecord>
  readonly rewards: RewardRows
  /** By the number of a fact, the rewards that it tells of. */
  readonly rewardFacts: Map<number, RewardRecord[]>
  /** By activity, the fact that tells what is entered into it in this batch. */
  readonly entryFacts: Map<string, number>
  /** It stays closed, is asked again, and stands in nobody's way. */
  readonly broken: BrokenRules[]
  readonly events: readonly EventRow[]
  /** Throws for a pool that was not loaded. */
  readonly shelf: Shelf
  /** Writes down a change and answers the version of every row it touches. */
  record(showId: ShowId, event: LedgerEvent): number
  /** The same, about this hold as it is from then on. */
  recordHold(hold: HoldRecord, event: HoldEvent): number
  /** In the order they were granted or read. */
  holdsOf(viewerId: ViewerId): HoldRecord[]
  /** Those that count against this address. */
  holdsOfCrowd(crowd: string): HoldRecord[]
  /** What all books offer for it. */
  offeredFor(draft: Draft): Offered
  /** Puts a hold and the pools that moved with it, all with the version of the same event; books hear of a move of its state. */
  putChange(change: HoldChange, version: number): HoldRecord
}

export const orderKey = (order: Pick<OrderRow, 'hold_id' | 'order_id'>) => `${order.hold_id} ${order.order_id}`
export const inboxKey = (row: Pick<InboxRow, 'endpoint_id' | 'event_id'>) => `${row.endpoint_id} ${row.event_id}`
export const entryKey = (row: Pick<EntryRow, 'activity_id' | 'viewer_id'>) => `${row.activity_id} ${row.viewer_id}`
export const tallyKey = (row: Pick<TallyRow, 'activity_id' | 'key'>) => `${row.activity_id} ${row.key}`

/** Those that no index is kept of. */
function keyRows({ kinds, progress, whose, granted, staffViewers, entrants, ...rows }: LoadedRows) {
  return {
    orders: createKeyedRows<OrderRow>(orderKey, rows.orders),
    inbox: createKeyedRows<InboxRow>(inboxKey, rows.inbox),
    ...keyStocks(rows),
    waits: createKeyedRows<WaitRow>((wait) => String(wait.no), rows.waits),
    strikes: createKeyedRows<StrikeRow>((strike) => strike.holder, rows.strikes),
    pins: createKeyedRows<PinsRow>((pins) => pins.show_id, rows.pins),
    kinds,
    progress,
    whose,
    granted,
    staffViewers,
    ...{ entrants, sharing: rows.sharing, grouped: rows.grouped, tiers: rows.tiers },
    rewards: createRewardRows(rows.rewards),
    rewardFacts: new Map<number, RewardRecord[]>(),
    activities: createKeyedRows<ActivityRecord>((activity) => activity.id, rows.activities),
    entries: createKeyedRows<EntryRow>(entryKey, rows.entries),
    tallies: createKeyedRows<TallyRow>(tallyKey, rows.tallies),
    fronts: createKeyedRows<FrontRow>((front) => front.show_id, rows.fronts),
    seals: createKeyedRows<SealRow>((seal) => seal.activity_id, rows.seals),
    wins: createKeyedRows<WinRecord>(winKey, rows.wins),
    ...{ ...keyOpenedRows(rows), ...keyCounterRows(rows) },
    entryFacts: new Map<string, number>(),
    broken: [],
  }
}

export function createWorkingSet(rows: LoadedRows, context: BatchContext): WorkingSet {
  const { now, policy, newId, hooks } = context
  const shows = createKeyedRows<ShowRow>((show) => show.id, rows.shows)
  const offers = createKeyedRows<OfferRecord>((offer) => offer.id, rows.offers)
  const sales = createKeyedRows<SaleRecord>((sale) => sale.id, rows.sales)
  const holds = createKeyedRows<HoldRecord>((hold) => hold.id, rows.holds)
  const viewers = createIndex<HoldRecord, ViewerId>(rows.holds, ({ viewerId }) => viewerId)
  const crowds = createIndex<HoldRecord, string>(rows.holds, ({ crowd }) => crowd)
  const log = createLog(rows, context, shows)
  const set: WorkingSet = {
    ...{ now, policy, newId },
    dueIds: rows.dueIds,
    crowdPlaces: rows.crowdPlaces,
    shows,
    offers,
    sales,
    holds,
    ...keyRows(rows),
    ...log,
    shelf: { offer: (id) => must(offers.find(id), `offer ${id}`), sale: (id) => must(sales.find(id), `sale ${id}`) },
    holdsOf: (viewerId) => viewers.idsOf(viewerId).flatMap((id) => holds.find(id) ?? []),
    holdsOfCrowd: (crowd) => crowds.idsOf(crowd).flatMap((id) => holds.find(id) ?? []),
    offeredFor: (draft) => hooks.adjust(set, draft),
    putChange(change, version) {
      const hold = { ...change.hold, version }
      const from = holds.find(hold.id)?.state ?? null
      holds.put(hold)
      viewers.add(hold)
      crowds.add(hold)
      putPools(set, change, version)
      if (from === hold.state) hooks.changed(set, hold)
      else hooks.moved(set, { hold, from, to: hold.state })
      return hold
    },
  }
  return set
}

/** What happens in the batch, in its order, each with a number of its own. */
function createLog(
  { goods }: LoadedRows,
  { now, nextSeq }: BatchContext,
  shows: KeyedRows<ShowRow>,
): Pick<WorkingSet, 'events' | 'record' | 'recordHold'> {
  const events: EventRow[] = []
  const goodsOf = (offerId: string) => must(goods.get(offerId), `what offer ${offerId} sells`)
  const write = (stream: ShowId, { actor, type, payload }: LedgerEvent, hold_id: HoldId | null) => {
    const media_ms = mediaMs(shows.find(stream)?.live_at ?? null, now)
    const row = { seq: nextSeq(), stream, at: now, media_ms, actor, type, hold_id, payload: JSON.stringify(payload) }
    events.push(row)
    return row.seq
  }
  return {
    events,
    record: (showId, event) => write(showId, event, null),
    recordHold(hold, { actor, type, order, more }) {
      const told = { hold: toWrittenHold(hold, goodsOf), order: order && toFactOrder(order) }
      return write(hold.showId, { actor, type, payload: { ...versionOf(type), ...told, ...more } }, hold.id)
    },
  }
}

function putPools(set: WorkingSet, { offers, sales }: HoldChange, version: number): void {
  for (const offer of offers) set.offers.put({ ...offer, version })
  for (const sale of sales.map((one) => ({ ...one, version }))) {
    set.sales.put(sale)
    settleSale(set, sale)
  }
}

/** Ends the sale if it has sold its last unit or its time is over; answers whether it did. */
export function settleSale(set: WorkingSet, sale: SaleRecord): boolean {
  const end = saleEnd(sale, set.now)
  if (!end) return false
  const payload = { saleId: sale.id, reason: end.reason }
  const version = set.record(sale.showId, { actor: 'clock', type: 'sale:ended', payload })
  set.sales.put({ ...endSale(sale, end), version })
  return true
}
