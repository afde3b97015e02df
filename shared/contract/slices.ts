// The pieces of a room's state, as the features bring them, and how they merge all at once.
import * as features from '../features/features.ts'
import { joinDisjoint, partOf } from './joinDisjoint.ts'
import type { Merge } from './merge.ts'

/** A merge for each piece. */
export type Slices<State> = { readonly [Name in keyof State]: Merge<State[Name]> }

/** The pieces that changed, each in the shape its merge takes. */
export type Changes<State> = { readonly [Name in keyof State]?: State[Name] | undefined }

type Features = typeof features
/** Every one of a union at once. */
export type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

type Audience = 'everyone' | 'staff' | 'own'
type SlicesOf<Feature, For extends Audience> = Feature extends { readonly slices: { readonly [A in For]: infer Own } }
  ? Own
  : never
type MergesFor<For extends Audience> = AllOf<
  { [Name in keyof Features]: SlicesOf<Features[Name], For> }[keyof Features]
>
type StateOf<Merges> = { [Name in keyof Merges]: Merges[Name] extends Merge<infer Value> ? Value : never }

/** What everyone in the room sees; serialised once per tick for all joiners. */
export type RoomState = StateOf<MergesFor<'everyone'>>
/** What staff see beside it. */
export type StaffState = StateOf<MergesFor<'staff'>>
/** What is the viewer's own in this show. */
export type Own = StateOf<MergesFor<'own'>>

export const ROOM_SLICES = slicesFor('everyone') as Slices<RoomState>
export const STAFF_SLICES = slicesFor('staff') as Slices<StaffState>
export const OWN_SLICES = slicesFor('own') as Slices<Own>

function slicesFor(audience: Audience): Readonly<Record<string, unknown>> {
  return joinDisjoint(Object.values(features).map((feature) => partOf(partOf(feature, 'slices'), audience)))
}

/** A state of which nothing was said yet. */
export function emptyAll<State extends object>(slices: Slices<State>): State {
  return Object.fromEntries(namesOf(slices).map((name) => [name, slices[name].empty])) as State
}

const { show: _show, ...BESIDE_SHOW } = ROOM_SLICES
/** A room of which nothing was said but which show it is. */
export const EMPTY_ROOM = emptyAll<Omit<RoomState, 'show'>>(BESIDE_SHOW)
export const EMPTY_STAFF_STATE = emptyAll(STAFF_SLICES)
export const EMPTY_OWN = emptyAll(OWN_SLICES)

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
