// One room in memory: as the database last said, in the pieces of a snapshot.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { SoldOrder } from '@lantern/shared/contract/overlay.ts'
import { applyChanges, STAFF_SLICES, EMPTY_STAFF_STATE, ROOM_SLICES, tellAll } from '@lantern/shared/contract/slices.ts'
import type { StaffState, Own, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Show, Wait } from '@lantern/shared/contract/things.ts'
import { createHoldIndex } from './holdIndex.ts'
import { createOwnIndex } from './ownIndex.ts'
import type { RoomDelta, RoomRecord } from '../room/roomRecord.ts'
import { createSilentComments } from './silentComments.ts'
import { soldOrders } from './sold.ts'
import { createWaitIndex } from './waitIndex.ts'

export interface RoomMemory {
  cursor(): number
  show(): Show
  /** Takes over what changed; answers whom to tell of their places in line. */
  apply(delta: RoomDelta): ReadonlyMap<ViewerId, Wait[]>
  setViewers(viewers: number): void
  viewers(): number
  /** The same object until something changes. */
  roomState(): RoomState
  /** As this viewer sees it: the same object, but for who is silently banned. */
  roomStateOf(viewerId: ViewerId): RoomState
  own(viewerId: ViewerId): Own
  isWaiting(viewerId: ViewerId): boolean
  hasBought(viewerId: ViewerId): boolean
  /** The latest paid orders as everyone may read them, newest first. */
  sold(): SoldOrder[]
  /** The same object until something changes. */
  desk(): StaffState
}

/** A state as it is told, made anew when it has become another. */
function createTold<State extends object>(tell: (state: State) => State) {
  let last: { readonly state: State; readonly told: State } | null = null
  return (state: State): State => {
    if (last?.state !== state) last = { state, told: tell(state) }
    return last.told
  }
}

export function createRoomMemory(record: RoomRecord): RoomMemory {
  const holds = createHoldIndex(record.desk.holds)
  const waits = createWaitIndex(record.inner.line)
  const own = createOwnIndex(record.own)
  const silent = createSilentComments(record.inner.silent)
  const tellRoom = createTold<RoomState>((state) => tellAll(ROOM_SLICES, state))
  const tellStaffState = createTold<StaffState>((state) => tellAll(STAFF_SLICES, state))
  let cursor = record.cursor
  let room: RoomState = { ...record.room, viewers: 0 }
  let desk = applyChanges(STAFF_SLICES, EMPTY_STAFF_STATE, record.desk)

  const roomState = () => tellRoom(room)
  const takeIn = (delta: RoomDelta) => {
    cursor = Math.max(cursor, delta.cursor)
    room = applyChanges<RoomState>(ROOM_SLICES, room, delta.room)
    desk = tellStaffState(applyChanges(STAFF_SLICES, desk, delta.desk))
    silent.apply(delta, roomState().comments)
    for (const hold of delta.desk.holds ?? []) holds.put(hold)
    own.apply(delta.own)
  }
  return {
    cursor: () => cursor,
    show: () => room.show,
    viewers: () => room.viewers,
    apply: (delta) => {
      takeIn(delta)
      return waits.apply(delta.inner.line ?? [])
    },
    setViewers: (viewers) => {
      room = { ...room, viewers }
    },
    roomState,
    roomStateOf: (viewerId) => {
      const comments = silent.among(roomState().comments, viewerId)
      return comments === null ? roomState() : { ...roomState(), comments }
    },
    own: (viewerId) => ({ ...own.of(viewerId), holds: holds.ownHolds(viewerId), waits: waits.ownWaits(viewerId) }),
    isWaiting: (viewerId) => waits.isWaiting(viewerId),
    hasBought: (viewerId) => holds.ownHolds(viewerId).some(({ state }) => state === 'paid'),
    sold: () => soldOrders({ orders: desk.orders, offers: room.offers, findHold: holds.find }),
    desk: () => desk,
  }
}
