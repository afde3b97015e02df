// The reference ledger: simple, in memory, one list of requests after the other; written from the port's promises alone.
import type { InputOf, LedgerPolicy } from '../../requests.ts'
import { type Batch, beginBatch, findTouchedOffers, namesTheShow } from './batches.ts'
import type { ModelKind, ModelRequest } from './kinds.ts'
import { enter } from './entering.ts'
import { makeActivity, moveActivity, moveDue, openWaiting, planActivity, setFront } from './life.ts'
import { joinWaitlist, leaveWaitlist, serve, setPresence } from './lines.ts'
import { endSalesByTime, expireIfDue } from './moves.ts'
import { change, place, release } from './placing.ts'
import { readPlay } from './playState.ts'
import { expireRewards } from './rewards.ts'
import { report, settleOrder } from './shop.ts'
import { changeOffer, endShow, startSale, stopSale } from './staff.ts'
import type { ModelOffer, ModelState } from './state.ts'
import { isDue } from './state.ts'
import { bringPrices, giveDifference } from './steps.ts'
import type { Answer } from './views.ts'

export interface Model {
  readonly state: ModelState
  /** Everything that travels in one batch, at one moment; the answers in its order. */
  apply(requests: readonly ModelRequest[], now: number): Answer[]
  /** Goes on with what a batch has left behind; false: there was nothing. */
  goOn(): boolean
}

type Rules = { readonly [K in ModelKind]: (state: ModelState, input: InputOf<K>, batch: Batch) => Answer }

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
  makeActivity: (state, input) => makeActivity(state, input, readPlay(input)),
  moveActivity,
  planActivity,
  setFront,
  enter: (state, input, { paidBefore }) => enter(state, input, paidBefore),
  moveDue: () => null,
}

interface Setup {
  readonly policy: LedgerPolicy
  /** When the show was made. */
  readonly createdAt: number
  readonly staff: ReadonlySet<string>
  readonly realOf: ModelState['realOf']
}

export function createModel(offers: readonly ModelOffer[], setup: Setup): Model {
  const lists = { sales: [], holds: [], orders: [], places: [], early: [] }
  const plays = { activities: [], front: null, rewards: [], differences: [], told: 0, entryTold: new Map() }
  const sets = { strikes: new Map(), receipts: new Set<string>() }
  const start = { now: 0, isLive: true, crowd: 'on' as const, room: { viewers: 0, carriesPrice: true } }
  const state: ModelState = { ...setup, offers, ...lists, ...plays, ...sets, ...start }
  let isBehind = false
  const run = (requests: readonly ModelRequest[], now: number) => {
    const { answers, isMore } = apply(state, requests, now)
    isBehind = isMore
    return answers
  }
  return {
    state,
    apply: run,
    goOn() {
      if (!isBehind) return false
      const input = { limit: GOING_ON, viewers: [], carriesPrice: state.room.carriesPrice }
      run([{ kind: 'moveDue', input }], state.now)
      return true
    },
  }
}

/** Activities whose time has come that are moved on beside the holds that wait for a price. */
const GOING_ON = 10

function apply(state: ModelState, requests: readonly ModelRequest[], now: number) {
  state.now = now
  state.entryTold.clear()
  state.activities.sort((a, b) => a.told - b.told)
  const batch = beginBatch(state, requests)
  const offers = findTouchedOffers(state, requests, batch)
  expireRewards(state)
  batch.ended = namesTheShow(state, requests) ? endSalesByTime(state) : 0
  batch.moved = moveDue(state, batch.touched) + openWaiting(state, batch)
  bringOpened(state, batch)
  serve(state, offers)
  const answers = requests.map((request) => {
    const answer = applyOne(state, request, batch)
    if (request.kind !== 'place') serve(state, offers)
    return answer
  })
  return { answers, isMore: batch.owed.length > 0 || state.activities.some((activity) => activity.isBehind) }
}

function bringOpened(state: ModelState, { owed, behind }: Batch): void {
  if (behind.length > 0) bringPrices(state)
  for (const activity of behind) activity.isBehind = false
  for (const difference of owed) giveDifference(state, difference)
}

function applyOne<K extends ModelKind>(state: ModelState, request: ModelRequest<K>, batch: Batch): Answer {
  return RULES[request.kind](state, request.input, batch)
}

/** The first of a batch counts the sales and the activities that moved by themselves. */
function sweep(state: ModelState, { limit }: InputOf<'sweep'>, batch: Batch): number {
  const due = batch.due.filter((hold) => isDue(hold, state.now)).slice(0, limit)
  due.forEach((hold) => expireIfDue(state, hold))
  const swept = Math.max(due.length + batch.ended, batch.moved)
  batch.ended = 0
  batch.moved = 0
  return swept
}
