// What random commands are drawn as, and the world in which a draw becomes a request.
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import type { AskedRequest } from './kinds.ts'
import type { Model } from './model.ts'
import type { Room } from './state.ts'

/** How often each is drawn. */
export const WEIGHTS = {
  place: 20,
  placeAgain: 2,
  placeTaken: 2,
  release: 7,
  change: 6,
  join: 10,
  leave: 2,
  away: 3,
  back: 3,
  allot: 1,
  policy: 1,
  limits: 1,
  settle: 5,
  open: 8,
  cancel: 4,
  authorise: 5,
  pay: 7,
  payOther: 2,
  refund: 3,
  resend: 4,
  startSale: 4,
  stopSale: 1,
  sweep: 3,
  again: 5,
  play: 6,
  playAgain: 1,
  movePlay: 7,
  plan: 2,
  front: 1,
  enter: 20,
} as const

export type Do = keyof typeof WEIGHTS

export interface Draft {
  readonly do: Do
  readonly hold: number
  readonly viewer: number
  readonly offer: number
  readonly units: number
  readonly pick: number
}

export interface Step {
  readonly drafts: readonly Draft[]
  /** Time that passes afterwards. */
  readonly waitMs: number
  /** The answers of this step are lost, and another process goes on. */
  readonly crash: boolean
  /** Before it staff lift the limits of one address. */
  readonly lifts: boolean
  /** So many people are in the room, and whether the shop can be told a price. */
  readonly room: Room
  /** Nothing but new holds. */
  readonly onlyPlaces: boolean
}

/** What a request is to the model, and as it is sent: ids of holds made for the waitlist and revisions are others there. */
export interface Pair {
  readonly expected: AskedRequest
  readonly asked: AskedRequest
}

export interface KnownHold {
  readonly id: string
  readonly viewerId: string
  readonly lines: readonly (readonly [OfferId, number])[]
}

export interface World {
  readonly model: Model
  readonly offerIds: readonly [OfferId, ...OfferId[]]
  readonly known: KnownHold[]
  readonly facts: Pair[]
  readonly places: Pair[]
  /** Ids of activities, in the order in which they were asked for. */
  readonly plays: Pair[]
  /** The real revisions of activities, as the last answers told them. */
  revisions: ReadonlyMap<string, number>
  /** The real ids of holds made for the waitlist, by those of the model. */
  readonly realIds: Map<string, string>
  now: number
  counter: number
}

export interface Naming {
  /** Its own number in the run. */
  readonly n: number
  readonly idOf: (id: string) => string
  /** The one that whoever moves the activity has seen. */
  readonly revisionOf: (activityId: string) => number
}

export type Make = (world: World, draft: Draft, naming: Naming) => AskedRequest
