// Places in line: which are shown, and who may take one.
import type { FlashSale, Hold, ShowPhase, Wait } from '@lantern/shared/contract/things.ts'
import type { Choice, Deal } from './deal.ts'
import { isLive, unitsTaken } from './holds.ts'

interface Where {
  readonly showPhase: ShowPhase
  readonly now: number
  readonly coolUntil: number
  readonly holds: readonly Hold[]
  readonly waits: readonly Wait[]
}

export function waitingOnly(waits: readonly Wait[]): Wait[] {
  return waits.filter((wait) => wait.state === 'waiting')
}

export function isInLine(offerId: string, waits: readonly Wait[]): boolean {
  return waits.some((wait) => wait.offerId === offerId && wait.state === 'waiting')
}

/** For the offer once it is sold out; for the sale where only its units are taken. */
export function mayJoin({ offer }: Choice, { showPhase, now, coolUntil, holds, waits }: Where, deal: Deal): boolean {
  const isForSale = deal.phase === 'gone' && offer.free > 0
  if (showPhase !== 'live' || now < coolUntil || isInLine(offer.id, waits)) return false
  if (offer.free > 0 && !isForSale) return false
  const isHeld = holds.some((hold) => isLive(hold) && hold.lines.some((line) => line.offerId === offer.id))
  if (isHeld || unitsTaken(new Set([offer.id]), holds, null) >= offer.perViewer) return false
  return !isForSale || deal.sale === null || unitsInSale(deal, deal.sale, holds) < deal.sale.perViewer
}

function unitsInSale({ choices }: Deal, sale: FlashSale, holds: readonly Hold[]): number {
  return unitsTaken(new Set(choices.map(({ offer }) => offer.id)), holds, sale.id)
}

/** What the sale's own line says beside a deal whose sale units are taken; null: there is nothing to wait for. */
export interface SaleLine {
  readonly sale: FlashSale
  readonly waiting: number
  readonly joinable: readonly Choice[]
}

export function readSaleLine(deal: Deal, where: Where): SaleLine | null {
  const { sale, phase, choices } = deal
  if (sale === null || phase !== 'gone' || where.showPhase !== 'live') return null
  const onSale = choices.filter(({ offer }) => offer.free > 0)
  if (onSale.length === 0) return null
  const waiting = onSale.reduce((people, { offer }) => people + offer.waiting, 0)
  return { sale, waiting, joinable: onSale.filter((choice) => mayJoin(choice, where, deal)) }
}
