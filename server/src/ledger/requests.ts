// What travels in the ledger's queue: each kind of request with its answer.
import type { HoldId, SaleId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type {
  EnterActivity,
  EnterOutcome,
  FrontOutcome,
  MakeActivity,
  MakeOutcome,
  MoveActivity,
  MoveOutcome,
  PlanActivity,
  PlanOutcome,
  SetFront,
} from '../activities/activities.ts'
import type { DrawOutcome, Redrawing, SettleDraw } from '../activities/seals/seals.ts'
import type { ChainNow } from '../activities/seals/naming.ts'
import type { CrowdRule } from '../domain/crowd.ts'
import type { FlashSale, Hold, Show } from '@lantern/shared/contract/things.ts'
import type { ChangeHold, ChangeOffer, ChangeOutcome, JoinOutcome, JoinWaitlist, Ledger } from './ledger.ts'
import type { PlaceHold, PlaceOutcome, SettleOrder, ShopFact, StartSale } from './ledger.ts'
import type { RedeemOutcome, Redeeming } from './redeeming.ts'
import type { BrokenRules } from '../activities/kind.ts'

export interface LedgerPolicy {
  /** A hold whose checkout was opened may last at least this long from then on, once. */
  readonly payingMs: number
  /** How long after its close a sale honours a tap that was on its way. */
  readonly saleGraceMs: number
  /** How long a unit is kept for the viewer whose turn in the waitlist has come. */
  readonly waitedMs: number
  /** The first pause after too many holds that expired unpaid. */
  readonly coolDownMs: number
  /** Holds of one viewer that may expire unpaid before pauses begin: from this one on. */
  readonly lapsesPerViewer: number
  /** The same for all viewers of one address within an hour; carriers put thousands behind one. */
  readonly lapsesPerSource: number
  /** Holds that one viewer may give back within an hour before pauses begin: from this one on. */
  readonly releasesPerViewer: number
  /** What viewers without history may hold at once behind one address. */
  readonly crowd: CrowdRule
  /** Where public random numbers come from; null: they are off, or are not reached. */
  readonly chain: ChainNow | null
  /** Whether the shop can be told a price now: where it cannot, no group has one. */
  readonly carriesPrice: boolean
}

export type StartSaleOutcome = Outcome<
  FlashSale,
  'SHOW_NOT_LIVE' | 'CURRENCY_CHANGED' | 'PRODUCT_NOT_FOUND' | 'SALE_RUNNING' | 'PRICE_NOT_LOWER' | 'NOT_ENOUGH_UNITS'
>

/** Random and drawn before the batch, so that what is decided follows from what was asked. */
export interface WithSeed {
  readonly seed: string
}

export interface WithEntryId {
  readonly entryId: string
}

export interface LedgerKinds {
  place: { input: PlaceHold; output: PlaceOutcome }
  release: { input: { holdId: HoldId; viewerId: ViewerId }; output: Outcome<Hold, 'HOLD_NOT_FOUND' | 'HOLD_OVER'> }
  change: { input: ChangeHold; output: ChangeOutcome }
  joinWaitlist: { input: JoinWaitlist; output: JoinOutcome }
  leaveWaitlist: { input: Parameters<Ledger['leaveWaitlist']>[0]; output: null }
  setPresence: { input: Parameters<Ledger['setPresence']>[0]; output: null }
  changeOffer: { input: ChangeOffer; output: Awaited<ReturnType<Ledger['changeOffer']>> }
  settleOrder: { input: SettleOrder; output: Awaited<ReturnType<Ledger['settleOrder']>> }
  report: { input: ShopFact; output: Outcome<Hold, 'HOLD_NOT_FOUND'> }
  redeem: { input: Redeeming; output: RedeemOutcome }
  startSale: { input: StartSale; output: StartSaleOutcome }
  stopSale: {
    input: { saleId: SaleId; showId: ShowId; by: StaffId }
    output: Outcome<FlashSale, 'SALE_NOT_FOUND' | 'SALE_OVER'>
  }
  endShow: {
    input: { showId: ShowId; by: StaffId }
    output: Outcome<Show, 'SHOW_NOT_FOUND' | 'SHOW_NOT_LIVE' | 'SHOW_ENDED'>
  }
  sweep: { input: { limit: number }; output: number }
  makeActivity: { input: MakeActivity & WithSeed; output: MakeOutcome }
  moveActivity: { input: MoveActivity; output: MoveOutcome }
  planActivity: { input: PlanActivity; output: PlanOutcome }
  setFront: { input: SetFront; output: FrontOutcome }
  enter: { input: EnterActivity & WithEntryId; output: EnterOutcome }
  settleDraw: { input: SettleDraw; output: DrawOutcome }
  redraw: { input: Redrawing; output: DrawOutcome }
  /** Opens and closes activities whose time has come, at most so many, and those that wait for so many viewers. */
  moveDue: { input: { limit: number; viewers: readonly ViewersOf[]; carriesPrice: boolean }; output: Moves }
}

/** As its room shows it now. */
export interface ViewersOf {
  readonly showId: ShowId
  readonly viewers: number
}

export interface Moves {
  /** How many activities. */
  readonly moved: number
  /** Those of this batch of which their kind could not say what came of them. */
  readonly broken: readonly BrokenRules[]
}

export type Kind = keyof LedgerKinds
/** Of units and money; the others are about activities. */
export type UnitsKind = Exclude<
  Kind,
  'makeActivity' | 'moveActivity' | 'planActivity' | 'setFront' | 'enter' | 'settleDraw' | 'redraw' | 'moveDue'
>
export type InputOf<K extends Kind> = LedgerKinds[K]['input']
export type OutputOf<K extends Kind> = LedgerKinds[K]['output']
export type LedgerRequest<K extends Kind = Kind> = { [P in K]: { readonly kind: P; readonly input: InputOf<P> } }[K]

export type UnitsRequest<K extends UnitsKind = UnitsKind> = LedgerRequest<K>

/** The answers of a batch: by kind, in the order of the requests of that kind. */
export type Answers = { readonly [K in Kind]: OutputOf<K>[] }

export interface Committed {
  readonly answers: Answers
  /** Live holds or payments wait for a price that was opened: `moveDue` goes on with them. */
  readonly isBehind: boolean
}

export function noAnswers(): Answers {
  const answers: { [K in Kind]: OutputOf<K>[] } = {
    place: [],
    release: [],
    change: [],
    joinWaitlist: [],
    leaveWaitlist: [],
    setPresence: [],
    changeOffer: [],
    settleOrder: [],
    report: [],
    redeem: [],
    startSale: [],
    stopSale: [],
    endShow: [],
    sweep: [],
    makeActivity: [],
    moveActivity: [],
    planActivity: [],
    setFront: [],
    enter: [],
    settleDraw: [],
    redraw: [],
    moveDue: [],
  }
  return answers
}

const grouped = new WeakMap<readonly LedgerRequest[], ReadonlyMap<Kind, readonly LedgerRequest[]>>()

/** The inputs of one kind among many requests. */
export function inputsOf<K extends Kind>(requests: readonly LedgerRequest[], kind: K): InputOf<K>[] {
  const byKind = grouped.get(requests) ?? Map.groupBy(requests, (request) => request.kind)
  grouped.set(requests, byKind)
  const isKind = (request: LedgerRequest): request is LedgerRequest<K> & LedgerRequest => request.kind === kind
  return (byKind.get(kind) ?? []).filter(isKind).map((request) => request.input)
}
