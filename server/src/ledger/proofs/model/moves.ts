// The reference ledger's moves: a hold changes its state, and its lines take or give units with it.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { ModelHold, ModelLine, ModelSale, ModelState, ModelStrikes } from './state.ts'
import { isBound } from './crowd.ts'
import { followHold } from './rewards.ts'
import { countPayment } from './steps.ts'
import { findOffer, findSale, isDue, offerPool, salePool } from './state.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

function wantsUnits(line: ModelLine, state: HoldState): boolean {
  return state === 'paying' || state === 'authorised' || state === 'paid' || (state === 'held' && line.locks)
}

/** Takes all units the state needs or none: then the hold stays as it was and the answer is false. */
export function moveTo(state: ModelState, hold: ModelHold, to: HoldState): boolean {
  const needing = hold.lines.filter((line) => wantsUnits(line, to) && !line.takes)
  if (needing.some((line) => line.quantity > offerPool(state, findOffer(state, line.offerId)).free)) return false
  for (const line of needing) takeUnits(state, line)
  for (const line of hold.lines.filter((each) => !wantsUnits(each, to))) {
    line.takes = false
    line.takesSale = false
  }
  const from = hold.state
  hold.state = to
  endSoldOutSales(state)
  countPayment(state, hold, from)
  followHold(state, hold, from)
  return true
}

/** Of the sale too, if it still has them: the price was promised anyway. */
function takeUnits(state: ModelState, line: ModelLine): void {
  const sale = findSale(state, line.saleId)
  line.takesSale = sale !== undefined && line.quantity <= salePool(state, sale).free
  line.takes = true
}

function endSoldOutSales(state: ModelState): void {
  for (const sale of state.sales) {
    if (sale.endedAt === null && salePool(state, sale).paid === sale.allotted) endSale(sale, 'sold_out', state.now)
  }
}

export function endSale(sale: ModelSale, reason: ModelSale['endReason'], at: number): void {
  sale.endedAt = at
  sale.endReason = reason
}

/** Ends the sales whose time is over; answers how many. */
export function endSalesByTime(state: ModelState): number {
  const deadline = (sale: ModelSale) => sale.closesAt + state.policy.saleGraceMs
  const over = state.sales.filter((sale) => sale.endedAt === null && deadline(sale) <= state.now)
  for (const sale of over) endSale(sale, 'time', deadline(sale))
  return over.length
}

/** Answers whether it was due. A hold that kept units from others is a lapse, also a turn in line. */
export function expireIfDue(state: ModelState, hold: ModelHold): boolean {
  if (!isDue(hold, state.now)) return false
  const taking = hold.lines.filter((line) => line.takes)
  for (const line of taking) findOffer(state, line.offerId).lapsed++
  if (taking.length > 0) strike(state, hold)
  moveTo(state, hold, 'expired')
  return true
}

const NONE: ModelStrikes = { lapses: 0, since: 0, coolUntil: 0 }
const viewerKey = (viewerId: string) => `viewer ${viewerId}`
const sourceKey = (source: string) => `source ${source}`
const releaseKey = (key: string) => `release ${key}`

function strike(state: ModelState, { viewerId, source }: ModelHold): void {
  const { lapsesPerViewer, lapsesPerSource, coolDownMs } = state.policy
  const ofViewer = count(state, viewerKey(viewerId), DAY_MS)
  const further = ofViewer.lapses - lapsesPerViewer
  if (further >= 0) pause(ofViewer, state.now + Math.min(DAY_MS, coolDownMs * 2 ** further))
  if (source === null) return
  const ofSource = count(state, sourceKey(source), HOUR_MS)
  if (ofSource.lapses >= lapsesPerSource) pause(ofSource, state.now + coolDownMs)
}

/** One more lapse; those before are forgotten when the first of them is older than `memoryMs`. */
function count(state: ModelState, key: string, memoryMs: number): ModelStrikes {
  const known = state.strikes.get(key) ?? { ...NONE }
  const isOld = known.lapses === 0 || state.now - known.since >= memoryMs
  const counted = { ...known, lapses: isOld ? 1 : known.lapses + 1, since: isOld ? state.now : known.since }
  state.strikes.set(key, counted)
  return counted
}

function pause(strikes: ModelStrikes, until: number): void {
  strikes.coolUntil = Math.max(strikes.coolUntil, until)
}

export function forgive(state: ModelState, viewerId: string): void {
  state.strikes.delete(viewerKey(viewerId))
}

/** Given back unpaid, units were kept from others as well. */
export function countRelease(state: ModelState, { viewerId, crowd, lines }: ModelHold): void {
  if (!lines.some((line) => line.takes)) return
  const { releasesPerViewer, lapsesPerSource, coolDownMs } = state.policy
  const ofViewer = count(state, releaseKey(viewerKey(viewerId)), HOUR_MS)
  if (ofViewer.lapses >= releasesPerViewer) pause(ofViewer, state.now + coolDownMs)
  if (crowd === null) return
  const ofSource = count(state, releaseKey(sourceKey(crowd)), HOUR_MS)
  if (ofSource.lapses >= lapsesPerSource) pause(ofSource, state.now + coolDownMs)
}

/** Pauses of an address are of those without history alone; staff hear of the first that binds somebody. */
export function coolDownLeft(state: ModelState, who: Parameters<typeof isBound>[1]): number {
  const leftOf = (key: string) =>
    Math.max(0, ...[key, releaseKey(key)].map((each) => (state.strikes.get(each)?.coolUntil ?? 0) - state.now))
  const own = leftOf(viewerKey(who.viewerId))
  const shared = who.source === null ? 0 : leftOf(sourceKey(who.source))
  if (shared <= own || !isBound(state, who)) return own
  if (state.crowd === 'on') state.crowd = 'met'
  return shared
}
