// One room in memory: as the database last said, in the shape of a snapshot.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { SoldOrder } from '@lantern/shared/contract/overlay.ts'
import type { Desk, DeskTotals, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { DeskOrder, Hold, Offer, Show, Wait } from '@lantern/shared/contract/things.ts'
import { createHoldIndex } from './holdIndex.ts'
import type { RoomDelta, RoomRecord } from './roomReads.ts'
import { soldOrders } from './sold.ts'
import { createTalkMemory } from './talkMemory.ts'
import { createWaitIndex } from './waitIndex.ts'

const LATEST_ORDERS = 200

export interface RoomMemory {
  cursor(): number
  show(): Show
  totals(): DeskTotals
  /** Takes over what changed; answers whom to tell of their places in line. */
  apply(delta: RoomDelta): ReadonlyMap<ViewerId, Wait[]>
  setViewers(viewers: number): void
  viewers(): number
  /** The same object until something changes. */
  roomState(): RoomState
  /** As this viewer sees it: the same object, but for who is silently banned. */
  roomStateOf(viewerId: ViewerId): RoomState
  ownHolds(viewerId: ViewerId): readonly Hold[]
  ownWaits(viewerId: ViewerId): readonly Wait[]
  isWaiting(viewerId: ViewerId): boolean
  /** The latest paid orders as everyone may read them, newest first. */
  sold(): SoldOrder[]
  /** The same object until something changes. */
  desk(): Desk
}

function addOrders(old: readonly DeskOrder[], changed: readonly DeskOrder[]): readonly DeskOrder[] {
  const byKey = new Map([...old, ...changed].map((order) => [`${order.holdId} ${order.orderId}`, order]))
  return [...byKey.values()].sort((a, b) => b.at - a.at).slice(0, LATEST_ORDERS)
}

function replaceOffers(old: readonly Offer[], changed: readonly Offer[]): readonly Offer[] {
  const byId = new Map(changed.map((offer) => [offer.id, offer]))
  return old.map((offer) => byId.get(offer.id) ?? offer)
}

/** What a snapshot is made of; the cursor and the holds are kept beside it. */
type Kept = Pick<RoomRecord, 'show' | 'products' | 'pins' | 'sale' | 'buying' | 'offers' | 'orders' | 'totals'>
type Counted = Pick<RoomState, 'comments' | 'removed' | 'talk' | 'likes' | 'viewers'>

function merge(kept: Kept, delta: RoomDelta): Kept {
  return {
    ...kept,
    show: delta.show ?? kept.show,
    pins: delta.pins ?? kept.pins,
    sale: delta.sale ?? kept.sale,
    buying: delta.buying ?? kept.buying,
    offers: delta.offers.length === 0 ? kept.offers : replaceOffers(kept.offers, delta.offers),
    orders: delta.orders.length === 0 ? kept.orders : addOrders(kept.orders, delta.orders),
    totals: delta.totals ?? kept.totals,
  }
}

function toRoomState({ show, products, offers, pins, sale, buying }: Kept, counted: Counted): RoomState {
  return { show, products: [...products], offers: [...offers], pins, sale, buying, ...counted }
}

export function createRoomMemory(record: RoomRecord): RoomMemory {
  const holds = createHoldIndex(record.holds)
  const waits = createWaitIndex(record.waits)
  const talk = createTalkMemory(record)
  let kept: Kept = record
  let cursor = record.cursor
  let viewers = 0
  let roomState: RoomState | null = null
  let desk: Desk | null = null

  const stateNow = () => (roomState ??= toRoomState(kept, { ...talk.said(), viewers }))
  return {
    cursor: () => cursor,
    show: () => kept.show,
    totals: () => kept.totals,
    viewers: () => viewers,
    apply: (delta) => {
      cursor = Math.max(cursor, delta.cursor)
      kept = merge(kept, delta)
      talk.apply(delta)
      for (const hold of delta.holds) holds.put(hold)
      roomState = null
      desk = null
      return waits.apply(delta.waits)
    },
    setViewers: (count) => {
      viewers = count
      roomState = null
    },
    roomState: stateNow,
    roomStateOf: (viewerId) => {
      const comments = talk.withSilent(viewerId)
      return comments === null ? stateNow() : { ...stateNow(), comments }
    },
    ownHolds: (viewerId) => holds.ownHolds(viewerId),
    ownWaits: (viewerId) => waits.ownWaits(viewerId),
    sold: () => soldOrders({ ...kept, findHold: holds.find }),
    isWaiting: (viewerId) => waits.isWaiting(viewerId),
    desk: () =>
      (desk ??= {
        holds: holds.deskHolds(),
        orders: [...kept.orders],
        totals: kept.totals,
        ...talk.watched(),
      }),
  }
}
