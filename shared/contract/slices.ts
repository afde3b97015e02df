// The pieces of a room's state and how each of them merges; what they look like stands in snapshot.ts.
import { comments, compareIds, gauge, max, type Merge, one, rows } from './merge.ts'
import type { Desk, Own, RoomState } from './snapshot.ts'
import type { DeskComment, Standing } from './talk.ts'
import type { DeskHold, DeskOrder, Hold, Offer, Wait } from './things.ts'

/** A merge for each piece. */
export type Slices<State> = { readonly [Name in keyof State]: Merge<State[Name]> }

/** The pieces that changed, each in the shape its merge takes. */
export type Changes<State> = { readonly [Name in keyof State]?: State[Name] | undefined }

/** Comments that a page keeps to be read, and that a snapshot begins with. */
const COMMENTS = { keep: 200, told: 50 }
const DESK_ROWS = 200

const newestFirst = (a: { readonly version: number }, b: { readonly version: number }) => b.version - a.version
const orderKey = ({ orderId, holdId }: DeskOrder) => `${orderId} ${holdId}`
const byId = ({ id }: { readonly id: string }) => id

/** What everyone in the room sees. */
export const ROOM_SLICES: Slices<RoomState> = {
  show: one(),
  products: gauge(),
  offers: rows<Offer>({ key: byId }),
  pins: one(),
  sale: one(),
  buying: one(),
  comments: comments(COMMENTS),
  talk: one(),
  likes: max(),
  viewers: gauge(),
}

/** What staff see beside it. */
export const DESK_SLICES: Slices<Desk> = {
  holds: rows<DeskHold>({ key: byId, order: (a, b) => b.grantedAt - a.grantedAt || compareIds(a, b), keep: DESK_ROWS }),
  orders: rows<DeskOrder>({
    key: orderKey,
    order: (a, b) => b.at - a.at || compareIds({ id: orderKey(a) }, { id: orderKey(b) }),
    keep: DESK_ROWS,
  }),
  totals: gauge(),
  marked: rows<DeskComment>({
    key: byId,
    order: newestFirst,
    keep: DESK_ROWS,
    isGone: ({ state, reports }) => state === 'erased' || (state === 'shown' && reports === 0),
  }),
  standings: rows<Standing>({
    key: ({ viewerId }) => viewerId,
    order: newestFirst,
    keep: DESK_ROWS,
    isGone: ({ mutedUntil, ban }) => mutedUntil === null && ban === null,
  }),
}

/** What is the viewer's own. */
export const OWN_SLICES: Slices<Own> = {
  holds: rows<Hold>({ key: byId, order: (a, b) => a.grantedAt - b.grantedAt || compareIds(a, b) }),
  waits: rows<Wait>({
    key: ({ offerId }) => offerId,
    order: (a, b) => a.joinedAt - b.joinedAt || compareIds({ id: a.offerId }, { id: b.offerId }),
    // A line only moves forward.
    isLater: (told, known) =>
      told.version === known.version ? told.ahead < known.ahead : told.version > known.version,
  }),
}

/** Applies each piece that changed; pieces that only a newer program knows are passed over. */
export function applyChanges<State extends object>(
  slices: Slices<State>,
  known: State,
  changes: Changes<State>,
): State {
  return mergeEach(slices, known, (name) => {
    const change = changes[name]
    return change === undefined ? known[name] : slices[name].apply(known[name], change)
  })
}

/** Takes over a newer whole, piece by piece. */
export function renewAll<State extends object>(slices: Slices<State>, known: State, whole: State): State {
  return mergeEach(slices, known, (name) => slices[name].renew(known[name], whole[name]))
}

/** Two changes as one. */
export function joinChanges<State extends object>(
  slices: Slices<State>,
  one: Changes<State>,
  other: Changes<State>,
): Changes<State> {
  const joined: { -readonly [Name in keyof State]?: State[Name] | undefined } = { ...one }
  for (const name of namesOf(slices)) {
    const [first, second] = [one[name], other[name]]
    if (second !== undefined) joined[name] = first === undefined ? second : slices[name].apply(first, second)
  }
  return joined
}

/** As a snapshot tells the state. */
export function tellAll<State extends object>(slices: Slices<State>, state: State): State {
  return mergeEach(slices, state, (name) => slices[name].tell(state[name]))
}

/** Whether each piece that is known here can be taken in; `all`: and none is missing. */
export function fitAll<State extends object>(slices: Slices<State>, raw: unknown, which: 'all' | 'some'): boolean {
  if (typeof raw !== 'object' || raw === null) return false
  const given = new Map<string, unknown>(Object.entries(raw))
  return namesOf(slices).every((name) => (given.has(name) ? slices[name].fits(given.get(name)) : which === 'some'))
}

/** The same object where no piece is another. */
function mergeEach<State extends object>(
  slices: Slices<State>,
  known: State,
  merge: <Name extends keyof State & string>(name: Name) => State[Name],
): State {
  const merged = { ...known }
  let isNew = false
  for (const name of namesOf(slices)) {
    merged[name] = merge(name)
    isNew ||= !Object.is(merged[name], known[name])
  }
  return isNew ? merged : known
}

export function namesOf<State extends object>(slices: Slices<State>): (keyof State & string)[] {
  return Object.keys(slices) as (keyof State & string)[]
}
