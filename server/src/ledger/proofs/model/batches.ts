// What a batch of the reference ledger works on: holds that are due, offers whose lines move, activities that it touches.
import type { ModelRequest } from './kinds.ts'
import type { PaidBefore } from './entering.ts'
import { isDueByClock, isReached } from './life.ts'
import type { ModelActivity, ModelDifference } from './playState.ts'
import type { ModelHold, ModelSale, ModelState } from './state.ts'
import { isDue, offerPool, salePool, waitingFor } from './state.ts'
import { findOwed } from './steps.ts'

export interface Batch {
  /** Holds that its sweeps may expire, the most overdue first. */
  readonly due: readonly ModelHold[]
  /** Activities that it moves on by its clock before anything else. */
  readonly touched: ReadonlySet<string>
  /** What its sweeps know of the room; null: none of them says. */
  readonly viewers: number | null
  readonly isCarried: boolean
  readonly paidBefore: PaidBefore
  /** Payments of which it decides what goes back, and activities whose price it brings to live holds. */
  readonly owed: readonly ModelDifference[]
  readonly behind: readonly ModelActivity[]
  /** Sales and activities that moved by themselves when it began: its first sweep counts them. */
  ended: number
  moved: number
}

export function beginBatch(state: ModelState, requests: readonly ModelRequest[]): Batch {
  const sweeps = requests.some(({ kind }) => kind === 'sweep')
  const goesOn = sweeps || requests.some(({ kind }) => kind === 'moveDue')
  return {
    due: findDue(state, requests),
    touched: findTouched(state, requests, { sweeps, goesOn }),
    viewers: sweeps ? state.room.viewers : null,
    isCarried: goesOn && state.room.carriesPrice,
    paidBefore: state.holds.filter((hold) => hold.state === 'paid').map(({ viewerId, lines }) => ({ viewerId, lines })),
    owed: goesOn ? findOwed(state) : [],
    behind: goesOn ? state.activities.filter(({ isBehind }) => isBehind) : [],
    ended: 0,
    moved: 0,
  }
}

function findDue({ holds, now }: ModelState, requests: readonly ModelRequest[]): ModelHold[] {
  const limits = requests.map((request) => (request.kind === 'sweep' ? request.input.limit : 0))
  const due = holds.filter((hold) => isDue(hold, now)).sort((a, b) => a.expiresAt - b.expiresAt)
  return due.slice(0, Math.max(0, ...limits))
}

interface Looking {
  readonly sweeps: boolean
  readonly goesOn: boolean
}

/** Those that are named, that are due where somebody sweeps, that end with their show, that payments and prices may matter to. */
function findTouched(state: ModelState, requests: readonly ModelRequest[], { sweeps, goesOn }: Looking): Set<string> {
  const { activities, now } = state
  const named = requests.flatMap(({ input }) => ('activityId' in input ? (input.activityId ?? []) : []))
  const limits = requests.map(({ kind, input }) => (kind === 'sweep' || kind === 'moveDue' ? input.limit : 0))
  const due = activities.filter((each) => isDueByClock(each, now)).slice(0, Math.max(0, ...limits))
  const viewers = sweeps ? state.room.viewers : null
  const waiting = activities.filter(
    ({ state: is, waitsFor }) => goesOn && is === 'draft' && waitsFor !== null && isReached(state, waitsFor, viewers),
  )
  const ends = requests.some(({ kind }) => kind === 'endShow')
  const pays = requests.some(({ kind }) => kind === 'report' || kind === 'settleOrder')
  const isInShow = namesTheShow(state, requests)
  const beside = activities.filter(
    ({ play: { kind } }) => ends || (isInShow && (kind === 'stepPrice' || (pays && kind === 'coupon'))),
  )
  return new Set([...named, ...[...due, ...waiting, ...beside.filter(isShownNow)].map(({ id }) => id)])
}

const isShownNow = ({ state }: ModelActivity) => state === 'announced' || state === 'open'

/** The offers whose lines are served: those the requests are about, and with a sweep all that have free units. */
export function findTouchedOffers(state: ModelState, requests: readonly ModelRequest[], batch: Batch): Set<string> {
  const { due, owed, behind } = batch
  const servable = state.offers.filter((offer) => waitingFor(state, offer.id) > 0 && offerPool(state, offer).free > 0)
  const live = state.holds.filter((hold) => hold.state === 'held' || hold.state === 'paying')
  const ofPrices = [
    ...(behind.length > 0 ? live : []),
    ...state.holds.filter(({ id }) => owed.some(({ holdId }) => holdId === id)),
  ]
  const ofRequest = (request: ModelRequest): readonly string[] => {
    if (request.kind !== 'sweep') return offersNamed(state, request)
    return [...servable.map((offer) => offer.id), ...offersOf(due)]
  }
  const ending = namesTheShow(state, requests) ? endingSales(state, requests) : []
  const ofEnding = state.places.filter((place) => ending.includes(place.saleId)).map((place) => place.offerId)
  return new Set([...requests.flatMap(ofRequest), ...ofEnding, ...offersOf(ofPrices)])
}

function offersNamed(state: ModelState, { kind, input }: ModelRequest): readonly string[] {
  if (kind === 'startSale' || kind === 'endShow') return state.offers.map((offer) => offer.id)
  if (kind === 'setPresence') {
    return state.places.filter((each) => each.viewerId === input.viewerId).map((each) => each.offerId)
  }
  if (kind === 'place') return input.lines.map((line) => line.offerId)
  if ('holdId' in input) return offersOf(state.holds.filter((hold) => hold.id === input.holdId))
  return 'offerId' in input ? [input.offerId] : []
}

/** Sales that may end in this batch: by time, by staff, or with the last of their units paid. */
function endingSales(state: ModelState, requests: readonly ModelRequest[]): (string | null)[] {
  const payments = requests.filter(({ kind }) => kind === 'report' || kind === 'settleOrder').length
  const isStopped = (id: string) => requests.some(({ kind, input }) => kind === 'stopSale' && input.saleId === id)
  const open = state.sales.filter((sale) => sale.endedAt === null)
  const mayEnd = (sale: ModelSale) =>
    sale.closesAt + state.policy.saleGraceMs <= state.now ||
    isStopped(sale.id) ||
    (payments > 0 && sale.allotted - salePool(state, sale).paid <= payments * sale.perViewer)
  return open.filter(mayEnd).map((sale) => sale.id)
}

function offersOf(holds: readonly ModelHold[]): string[] {
  return holds.flatMap((hold) => hold.lines.map((line) => line.offerId))
}

/** All but those that are about a hold nobody knows. */
export function namesTheShow({ holds }: ModelState, requests: readonly ModelRequest[]): boolean {
  return requests.some(({ kind, input }) => {
    const isAboutHold = kind === 'release' || kind === 'change' || kind === 'report'
    return !isAboutHold || holds.some((hold) => hold.id === input.holdId)
  })
}
