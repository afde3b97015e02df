// Pure functions from what the server said to what is shown, whatever order it comes in.
import type { Frame } from '../contract/events.ts'
import {
  applyChanges,
  type Changes,
  STAFF_SLICES,
  EMPTY_OWN,
  OWN_SLICES,
  renewAll,
  ROOM_SLICES,
  type Slices,
} from '../contract/slices.ts'
import type { StaffState, Own, RoomState, Self, Snapshot } from '../contract/snapshot.ts'

/** The room as this client knows it; null before the first snapshot. */
export interface RoomModel {
  readonly room: RoomState | null
  readonly self: Self | null
  readonly own: Own
  /** Null: this client is not staff. */
  readonly desk: StaffState | null
}

export const EMPTY_MODEL: RoomModel = { room: null, self: null, own: EMPTY_OWN, desk: null }

/** The snapshot says which rows there are; of a row known better already the known one stays. */
export function applySnapshot(model: RoomModel, { room, self, own, desk }: Snapshot): RoomModel {
  return {
    room: model.room ? renewAll(ROOM_SLICES, model.room, room) : room,
    self,
    own: renewAll(OWN_SLICES, model.own, own),
    desk: desk && model.desk ? renewAll(STAFF_SLICES, model.desk, desk) : desk,
  }
}

/** Before the first snapshot there is nothing to apply a frame to. */
export function applyFrame(model: RoomModel, { room, desk }: Pick<Frame, 'room' | 'desk'>): RoomModel {
  return {
    ...model,
    room: changed(ROOM_SLICES, model.room, room),
    desk: changed(STAFF_SLICES, model.desk, desk),
  }
}

export function applyOwn(model: RoomModel, own: Changes<Own>): RoomModel {
  return { ...model, own: applyChanges(OWN_SLICES, model.own, own) }
}

function changed<State extends object>(
  slices: Slices<State>,
  known: State | null,
  changes: Changes<State> | undefined,
): State | null {
  return known && changes ? applyChanges(slices, known, changes) : known
}
