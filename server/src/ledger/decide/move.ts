// Moves a hold on the bench: its state, its units, its event.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import { isOverdue, moveHold } from '../../domain/hold.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { Bench } from '../bench.ts'

export interface Move {
  readonly to: HoldState
  readonly actor: string
  readonly type: string
  readonly payload?: object
}

/** The hold after the move; null when units it needs are not free: then nothing has changed. */
export function move(bench: Bench, hold: HoldRecord, { to, actor, type, payload }: Move): HoldRecord | null {
  const change = moveHold(bench.shelf, hold, to)
  if (!change) return null
  return bench.putChange(change, bench.record(hold.showId, { actor, type, payload: { holdId: hold.id, ...payload } }))
}

/** Expires the hold if its deadline is over; answers it as it is then. */
export function expireIfOverdue(bench: Bench, hold: HoldRecord): HoldRecord {
  if (!isOverdue(hold, bench.now)) return hold
  return move(bench, hold, { to: 'expired', actor: 'clock', type: 'hold:expired' }) ?? hold
}
