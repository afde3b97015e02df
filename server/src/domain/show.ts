// A show's life: scheduled, live, ended.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ShowPhase } from '@lantern/shared/contract/things.ts'

export const SHOW_MOVES = {
  scheduled: ['live'],
  live: ['ended'],
  ended: [],
} as const satisfies Record<ShowPhase, readonly ShowPhase[]>

export function canMoveShow(from: ShowPhase, to: ShowPhase): boolean {
  const moves: readonly ShowPhase[] = SHOW_MOVES[from]
  return moves.includes(to)
}

export function decideEnd(phase: ShowPhase): Outcome<null, 'SHOW_NOT_LIVE' | 'SHOW_ENDED'> {
  if (phase === 'ended') return refuse('SHOW_ENDED')
  return canMoveShow(phase, 'ended') ? grant(null) : refuse('SHOW_NOT_LIVE')
}
