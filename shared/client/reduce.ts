// Pure functions from what the server said to what is shown: the highest version of each row wins, in whatever order they come.
import type { Buying } from '../contract/buying.ts'
import type { RoomEvent } from '../contract/events.ts'
import type { CommentId } from '../contract/ids.ts'
import type { Desk, RoomState, Self, Snapshot } from '../contract/snapshot.ts'
import type { Standing } from '../contract/talk.ts'
import { withoutComments } from '../contract/withoutComments.ts'
import type { Comment, DeskHold, DeskOrder, FlashSale, Hold, Offer, Wait } from '../contract/things.ts'
import type { RoomView } from './types.ts'

/** The state behind a RoomView; `sales` keeps the best row of every sale heard of, since the room shows one of them. */
export interface RoomModel {
  readonly room: RoomState | null
  readonly self: Self | null
  readonly holds: readonly Hold[]
  readonly waits: readonly Wait[]
  readonly desk: Desk | null
  readonly sales: readonly FlashSale[]
}

export const EMPTY_MODEL: RoomModel = { room: null, self: null, holds: [], waits: [], desk: null, sales: [] }
export const COMMENTS_KEPT = 200
const DESK_ROWS_KEPT = 200

type Shown = Pick<RoomView, 'room' | 'self' | 'holds' | 'waits' | 'desk'>

export function viewOf({ room, self, holds, waits, desk }: RoomModel): Shown {
  return { room, self, holds, waits, desk }
}

/** The snapshot says which rows there are; of a row known better already the known one stays. */
export function applySnapshot(model: RoomModel, snapshot: Snapshot): RoomModel {
  const before = model.room
  const sales = keepNewest(snapshot.room.sale ? [snapshot.room.sale] : [], model.sales, byId)
  return {
    room: { ...(before ? newestRoom(before, snapshot.room) : snapshot.room), sale: shownSale(sales) },
    self: snapshot.self,
    holds: sortHolds(keepNewest(snapshot.holds, model.holds, byId)),
    waits: mergeWaits(snapshot.waits, model.waits, 'told'),
    desk: snapshot.desk && deskOf(snapshot.desk, model.desk),
    sales,
  }
}

function newestRoom(before: RoomState, told: RoomState): RoomState {
  return {
    ...told,
    show: newest(before.show, told.show),
    pins: newest(before.pins, told.pins),
    offers: keepNewest(told.offers, before.offers, byId),
    buying: newestBuying(before.buying, told.buying),
    comments: keptComments(before.comments, told),
    talk: newest(before.talk, told.talk),
    likes: Math.max(before.likes, told.likes),
  }
}

/** What is the viewer's own, from an event or from the reply to a command. */
export interface Own {
  readonly holds: readonly Hold[]
  readonly waits: readonly Wait[]
}

export function applyOwn(model: RoomModel, { holds, waits }: Own): RoomModel {
  return {
    ...model,
    holds: sortHolds(addNewest(model.holds, holds, byId)),
    waits: mergeWaits(waits, model.waits, 'all'),
  }
}

/** Offers that staff changed, from the reply on. */
export function applyOffers(model: RoomModel, offers: readonly Offer[]): RoomModel {
  return withRoom(model, (room) => ({ offers: addNewest(room.offers, offers, byId) }))
}

/** Before the first snapshot there is nothing to apply an event to; kinds that only a newer page knows are passed over. */
export function applyEvent(model: RoomModel, event: RoomEvent): RoomModel {
  return model.room && event.type in APPLIERS ? dispatch(model, event.type, event) : model
}

type EventsByType = { [Event in RoomEvent as Event['type']]: Event }
type Appliers = { readonly [Type in keyof EventsByType]: (model: RoomModel, event: EventsByType[Type]) => RoomModel }

const APPLIERS: Appliers = {
  'show:changed': (model, { show }) => withRoom(model, (room) => ({ show: newest(room.show, show) })),
  'pins:changed': (model, { pins }) => withRoom(model, (room) => ({ pins: newest(room.pins, pins) })),
  'stock:changed': (model, { offers }) => applyOffers(model, offers),
  'viewers:changed': (model, { viewers }) => withRoom(model, () => ({ viewers })),
  'comments:added': (model, { comments }) => withRoom(model, (room) => withAdded(room, comments)),
  'comments:removed': (model, { ids }) => withRoom(model, (room) => withoutRemoved(room, ids)),
  'talk:changed': (model, { talk }) => withRoom(model, (room) => ({ talk: newest(room.talk, talk) })),
  'likes:changed': (model, { likes }) => withRoom(model, (room) => ({ likes: Math.max(room.likes, likes) })),
  'comments:marked': (model, { comments }) => withDesk(model, { marked: comments }),
  'standings:changed': (model, { standings }) => withDesk(model, { standings }),
  'sale:changed': (model, { sale }) => {
    const sales = addNewest(model.sales, [sale], byId)
    return withRoom({ ...model, sales }, () => ({ sale: shownSale(sales) }))
  },
  'buying:changed': (model, { buying }) => withRoom(model, (room) => ({ buying: newestBuying(room.buying, buying) })),
  'holds:changed': (model, { holds, totals }) => withDesk(model, { holds, totals }),
  'orders:changed': (model, { orders, totals }) => withDesk(model, { orders, totals }),
}

function dispatch<Type extends keyof EventsByType>(model: RoomModel, type: Type, event: EventsByType[Type]): RoomModel {
  return APPLIERS[type](model, event)
}

function withRoom(model: RoomModel, change: (room: RoomState) => Partial<RoomState>): RoomModel {
  return model.room ? { ...model, room: { ...model.room, ...change(model.room) } } : model
}

type DeskChange = { readonly [Part in keyof Desk]?: Readonly<Desk[Part]> | undefined }

function withDesk(
  model: RoomModel,
  { holds = [], orders = [], marked = [], standings = [], totals }: DeskChange,
): RoomModel {
  if (!model.desk) return model
  const desk: Desk = {
    holds: newestFirst(addNewest(model.desk.holds, holds, byId), grantedAt),
    orders: newestFirst(addNewest(model.desk.orders, orders, byOrderId), paidAt),
    marked: latest(addNewest(model.desk.marked, marked, byId)),
    standings: latest(addNewest(model.desk.standings, standings, byViewer)),
    totals: totals ?? model.desk.totals,
  }
  return { ...model, desk }
}

function deskOf(desk: Desk, before: Desk | null): Desk {
  return {
    holds: newestFirst(keepNewest(desk.holds, before?.holds ?? [], byId), grantedAt),
    orders: newestFirst(keepNewest(desk.orders, before?.orders ?? [], byOrderId), paidAt),
    marked: latest(keepNewest(desk.marked, before?.marked ?? [], byId)),
    standings: latest(keepNewest(desk.standings, before?.standings ?? [], byViewer)),
    totals: desk.totals,
  }
}

function latest<One extends Row>(rows: One[]): One[] {
  return rows.sort((a, b) => b.version - a.version).slice(0, DESK_ROWS_KEPT)
}

interface Row {
  readonly version: number
}

const byId = (row: { readonly id: string }) => row.id
const byViewer = (row: Standing) => row.viewerId
const byOrderId = (row: DeskOrder) => `${row.orderId} ${row.holdId}`
const grantedAt = (hold: DeskHold) => ({ at: hold.grantedAt, id: hold.id })
const paidAt = (order: DeskOrder) => ({ at: order.at, id: byOrderId(order) })

function newest<One extends Row>(known: One | undefined, told: One): One {
  return known && known.version >= told.version ? known : told
}

/** A snapshot may be older than an event: rules that were heard of stay. */
function newestBuying(known: Buying | null, told: Buying | null): Buying | null {
  return told ? newest(known ?? undefined, told) : known
}

/** The rows told, each in the best version known. */
function keepNewest<One extends Row>(told: readonly One[], known: readonly One[], key: (row: One) => string): One[] {
  const before = new Map(known.map((row) => [key(row), row]))
  return told.map((row) => newest(before.get(key(row)), row))
}

/** The rows known and those told, each in its best version. */
function addNewest<One extends Row>(known: readonly One[], told: readonly One[], key: (row: One) => string): One[] {
  const rows = new Map(known.map((row) => [key(row), row]))
  for (const row of told) rows.set(key(row), newest(rows.get(key(row)), row))
  return [...rows.values()]
}

/** Sales do not overlap: the one that is not over, else the one that ended last. */
function shownSale(sales: readonly FlashSale[]): FlashSale | null {
  const rank = (sale: FlashSale) => [sale.endedAt ?? Infinity, sale.opensAt] as const
  const [first] = [...sales].sort((one, other) => {
    const [a, b] = [rank(one), rank(other)]
    if (a[0] !== b[0]) return b[0] - a[0]
    return b[1] - a[1] || compareIds(one, other)
  })
  return first ?? null
}

const REMOVED_KEPT = 200

function mergeComments(known: readonly Comment[], told: readonly Comment[]): Comment[] {
  const comments = new Map([...known, ...told].map((comment) => [comment.id, comment]))
  return [...comments.values()].sort((a, b) => a.seq - b.seq || compareIds(a, b)).slice(-COMMENTS_KEPT)
}

/** A snapshot has every comment of its span, so that a known one within it that it has not is gone; older ones stay to be read. */
function keptComments(known: readonly Comment[], { comments, removed }: RoomState): Comment[] {
  const [first, last] = [comments[0]?.seq ?? 0, comments.at(-1)?.seq ?? -1]
  const outside = known.filter(({ seq }) => seq < first || seq > last)
  return withoutComments(mergeComments(outside, comments), removed)
}

/** What comes back is not gone any more. */
function withAdded(room: RoomState, comments: readonly Comment[]): Partial<RoomState> {
  const back = new Set(comments.map(({ id }) => id))
  const removed = room.removed.some((id) => back.has(id)) ? room.removed.filter((id) => !back.has(id)) : room.removed
  return { comments: mergeComments(room.comments, comments), removed }
}

function withoutRemoved(room: RoomState, ids: readonly CommentId[]): Partial<RoomState> {
  const { pinned } = room.talk
  const removed = [...new Set([...ids, ...room.removed])].slice(0, REMOVED_KEPT)
  const talk = pinned !== null && ids.includes(pinned.id) ? { ...room.talk, pinned: null } : room.talk
  return { comments: withoutComments(room.comments, ids), removed, talk }
}

/** Of two equal versions the one with fewer people ahead is the later one: a line only moves forward. */
function mergeWaits(told: readonly Wait[], known: readonly Wait[], which: 'told' | 'all'): Wait[] {
  const best = new Map(known.map((wait) => [wait.offerId, wait]))
  for (const wait of told) {
    const before = best.get(wait.offerId)
    if (!before || isLater(wait, before)) best.set(wait.offerId, wait)
  }
  const named = new Set(told.map((wait) => wait.offerId))
  return [...best.values()]
    .filter((wait) => which === 'all' || named.has(wait.offerId))
    .sort((a, b) => a.joinedAt - b.joinedAt || (a.offerId < b.offerId ? -1 : 1))
}

function isLater(wait: Wait, before: Wait): boolean {
  return wait.version === before.version ? wait.ahead < before.ahead : wait.version > before.version
}

function sortHolds(holds: Hold[]): Hold[] {
  return holds.sort((a, b) => a.grantedAt - b.grantedAt || compareIds(a, b))
}

function newestFirst<One>(rows: One[], key: (row: One) => { readonly at: number; readonly id: string }): One[] {
  return rows.sort((a, b) => key(b).at - key(a).at || compareIds(key(a), key(b))).slice(0, DESK_ROWS_KEPT)
}

function compareIds(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id)
}
