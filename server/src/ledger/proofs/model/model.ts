// The reference ledger: simple, in memory, one list of requests after the other; written from the port's promises alone.
import type { InputOf, LedgerPolicy, UnitsKind, UnitsRequest } from '../../requests.ts'
import { changeOffer, endShow, startSale, stopSale } from './staff.ts'
import { joinWaitlist, leaveWaitlist, serve, setPresence } from './lines.ts'
import { endSalesByTime, expireIfDue } from './moves.ts'
import { change, place, release } from './placing.ts'
import { report, settleOrder } from './shop.ts'
import type { ModelHold, ModelOffer, ModelSale, ModelState } from './state.ts'
import { isDue, offerPool, salePool, waitingFor } from './state.ts'
import type { Answer } from './views.ts'

export interface Model {
  readonly state: ModelState
  /** Everything that travels in one batch, at one moment; the answers in its order. */
  apply(requests: readonly UnitsRequest[], now: number): Answer[]
}

interface Batch {
  /** Holds that its sweeps may expire, the most overdue first. */
  readonly due: readonly ModelHold[]
  /** Sales that ended by themselves when it began: its first sweep counts them. */
  ended: number
}

type Rules = { readonly [K in UnitsKind]: (state: ModelState, input: InputOf<K>, batch: Batch) => Answer }

const RULES: Rules = {
  place,
  release,
  change,
  joinWaitlist,
  leaveWaitlist,
  setPresence,
  changeOffer,
  settleOrder,
  report,
  startSale,
  stopSale,
  endShow,
  sweep,
}

interface Setup {
  readonly policy: LedgerPolicy
  /** When the show was made. */
  readonly createdAt: number
}

export function createModel(offers: readonly ModelOffer[], { policy, createdAt }: Setup): Model {
  const lists = { sales: [], holds: [], orders: [], places: [], early: [] }
  const sets = { strikes: new Map(), receipts: new Set<string>() }
  const start = { now: 0, isLive: true, crowd: 'on' as const }
  const state: ModelState = { policy, createdAt, offers, ...lists, ...sets, ...start }
  return { state, apply: (requests, now) => apply(state, requests, now) }
}

function apply(state: ModelState, requests: readonly UnitsRequest[], now: number): Answer[] {
  state.now = now
  const due = findDue(state, requests)
  const touched = findTouched(state, requests, due)
  const ended = namesTheShow(state, requests) ? endSalesByTime(state) : 0
  const batch: Batch = { due, ended }
  serve(state, touched)
  return requests.map((request) => {
    const answer = applyOne(state, request, batch)
    if (request.kind !== 'place') serve(state, touched)
    return answer
  })
}

function applyOne<K extends UnitsKind>(state: ModelState, request: UnitsRequest<K>, batch: Batch): Answer {
  return RULES[request.kind](state, request.input, batch)
}

function sweep(state: ModelState, { limit }: InputOf<'sweep'>, batch: Batch): number {
  const due = batch.due.filter((hold) => isDue(hold, state.now)).slice(0, limit)
  due.forEach((hold) => expireIfDue(state, hold))
  const swept = due.length + batch.ended
  batch.ended = 0
  return swept
}

function findDue({ holds, now }: ModelState, requests: readonly UnitsRequest[]): ModelHold[] {
  const limits = requests.map((request) => (request.kind === 'sweep' ? request.input.limit : 0))
  const due = holds.filter((hold) => isDue(hold, now)).sort((a, b) => a.expiresAt - b.expiresAt)
  return due.slice(0, Math.max(0, ...limits))
}

/** The offers whose lines are served: those the requests are about, and with a sweep all that have free units. */
function findTouched(state: ModelState, requests: readonly UnitsRequest[], due: readonly ModelHold[]): Set<string> {
  const all = state.offers.map((offer) => offer.id)
  const servable = state.offers.filter((offer) => waitingFor(state, offer.id) > 0 && offerPool(state, offer).free > 0)
  const ofHold = (holdId: string) => offersOf(state.holds.filter((hold) => hold.id === holdId))
  const ofRequest = (request: UnitsRequest): readonly string[] => {
    const { kind, input } = request
    if (kind === 'startSale' || kind === 'endShow') return all
    if (kind === 'sweep') return [...servable.map((offer) => offer.id), ...offersOf(due)]
    if (kind === 'setPresence') {
      return state.places.filter((each) => each.viewerId === input.viewerId).map((each) => each.offerId)
    }
    if (kind === 'place') return input.lines.map((line) => line.offerId)
    if ('holdId' in input) return ofHold(input.holdId)
    return 'offerId' in input ? [input.offerId] : []
  }
  const ending = namesTheShow(state, requests) ? endingSales(state, requests) : []
  const ofEnding = state.places.filter((place) => ending.includes(place.saleId)).map((place) => place.offerId)
  return new Set([...requests.flatMap(ofRequest), ...ofEnding])
}

/** Sales that may end in this batch: by time, by staff, or with the last of their units paid. */
function endingSales(state: ModelState, requests: readonly UnitsRequest[]): (string | null)[] {
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
function namesTheShow({ holds }: ModelState, requests: readonly UnitsRequest[]): boolean {
  return requests.some(({ kind, input }) => {
    const isAboutHold = kind === 'release' || kind === 'change' || kind === 'report'
    return !isAboutHold || holds.some((hold) => hold.id === input.holdId)
  })
}
