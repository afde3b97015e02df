// What a product's one button does right now: a pure reading of deal, own holds, phase of the show and clock.
import type { FlashSale, Hold, ShowPhase, Wait } from '@lantern/shared/contract/things.ts'
import type { Deal } from './deal.ts'
import { isLive, unitsTaken } from './holds.ts'
import { isInLine, mayJoin } from './waits.ts'

export type Action =
  | { readonly kind: 'hold' | 'choose'; readonly holdMs: number; readonly again: boolean }
  | { readonly kind: 'announced' | 'coolDown'; readonly at: number }
  | { readonly kind: 'joinLine' | 'chooseLine' | 'inLine' }
  | { readonly kind: 'closing' | 'soldOut' | 'limit' | 'opensWithShow' | 'showOver' }
  | { readonly kind: 'checkout' | 'atCheckout' | 'runningOut'; readonly hold: Hold }
  | { readonly kind: 'ordered' | 'paid' | 'latePaid' | 'refunded'; readonly hold: Hold }

export interface Moment {
  readonly showPhase: ShowPhase
  readonly now: number
  /** The hold this card speaks about. */
  readonly hold: Hold | null
  readonly holds: readonly Hold[]
  /** Own places in line. */
  readonly waits: readonly Wait[]
  /** Until when nothing may be held, because too much ran out unpaid. */
  readonly coolUntil: number
}

export function readAction(deal: Deal, moment: Moment): Action {
  const free = freeAction(deal, moment)
  if (moment.hold === null || isSaleFirst(deal, moment.hold, { free, holds: moment.holds })) return free
  return holdAction(moment.hold, moment.now) ?? free
}

const BUYS: ReadonlySet<string> = new Set(['hold', 'choose'])

/** A sale that one can still buy in comes before what one has already; that stays in sight as a strip. */
function isSaleFirst(deal: Deal, own: Hold, { free, holds }: { free: Action; holds: readonly Hold[] }): boolean {
  if (deal.sale === null || deal.phase === 'closing' || deal.phase === 'gone') return false
  if (own.state === 'paid') return BUYS.has(free.kind) || free.kind === 'announced'
  const isOfSale = own.lines.some((line) => line.saleId === deal.sale?.id)
  if (!isLive(own) || isOfSale || !BUYS.has(free.kind)) return false
  return deal.choices.some(({ offer, left }) => mayTake(offer.id, left, holds))
}

/** The sale that one's own hold stands before: at its price one can only hold once that is let go. */
export function saleBeside({ sale, phase, left }: Deal, action: Action): FlashSale | null {
  if (sale === null || phase !== 'running' || left === 0 || action.kind !== 'checkout') return null
  return action.hold.lines.some((line) => line.saleId === sale.id) ? null : sale
}

/** What the card says for a hold; null when its time has passed and the product may be held again. */
function holdAction(hold: Hold, now: number): Action | null {
  if (hold.state === 'paying') return { kind: 'atCheckout', hold }
  if (hold.state === 'held') return { kind: now < hold.expiresAt ? 'checkout' : 'runningOut', hold }
  if (hold.state === 'authorised') return { kind: 'ordered', hold }
  if (hold.state === 'paid') return { kind: 'paid', hold }
  if (hold.state === 'late_paid') return { kind: 'latePaid', hold }
  if (hold.state === 'refunded') return { kind: 'refunded', hold }
  return null
}

/** What may be done without, or beside, a hold of one's own. */
export function freeAction(deal: Deal, moment: Moment): Action {
  const { showPhase, hold, holds, now, coolUntil } = moment
  if (showPhase === 'scheduled') return { kind: 'opensWithShow' }
  if (showPhase === 'ended') return { kind: 'showOver' }
  if (deal.phase === 'closing') return { kind: 'closing' }
  if (hasAll(deal, holds)) return { kind: 'limit' }
  if (deal.left === 0) return soldOutAction(deal, moment)
  if (deal.phase === 'announced' && deal.sale !== null) return { kind: 'announced', at: deal.sale.opensAt }
  if (now < coolUntil) return { kind: 'coolDown', at: coolUntil }
  const again = hold?.state === 'expired'
  return { kind: deal.choices.length > 1 ? 'choose' : 'hold', holdMs: deal.holdMs, again }
}

function soldOutAction(deal: Deal, moment: Moment): Action {
  const { choices } = deal
  if (choices.some((choice) => mayJoin(choice, moment, deal)))
    return { kind: choices.length > 1 ? 'chooseLine' : 'joinLine' }
  return { kind: choices.some(({ offer }) => isInLine(offer.id, moment.waits)) ? 'inLine' : 'soldOut' }
}

function hasAll(deal: Deal, holds: readonly Hold[]): boolean {
  const ids = deal.choices.map((choice) => choice.offer.id)
  const saleId = deal.sale?.id ?? null
  if (deal.sale !== null && deal.phase !== 'gone') return unitsTaken(new Set(ids), holds, saleId) >= deal.perViewer
  return deal.choices.every(({ offer }) => unitsTaken(new Set([offer.id]), holds, null) >= offer.perViewer)
}

/** Whether a tap on this choice may hold it. */
export function mayTake(offerId: string, left: number, holds: readonly Hold[]): boolean {
  return left > 0 && !holds.some((hold) => isLive(hold) && hold.lines.some((line) => line.offerId === offerId))
}
