// Places in line: which are shown, and who may take one.
import type { Hold, ShowPhase, Wait } from '@lantern/shared/contract/things.ts'
import type { Choice } from './deal.ts'
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

/** The offer itself must be sold out: where only a sale is, its units can still be had once it ends. */
export function mayJoin({ offer }: Choice, { showPhase, now, coolUntil, holds, waits }: Where): boolean {
  if (showPhase !== 'live' || now < coolUntil || offer.free > 0 || isInLine(offer.id, waits)) return false
  const isHeld = holds.some((hold) => isLive(hold) && hold.lines.some((line) => line.offerId === offer.id))
  return !isHeld && unitsTaken(new Set([offer.id]), holds, null) < offer.perViewer
}
