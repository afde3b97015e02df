// Moves a hold on the bench: its state, its units, its event.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import { isLapse, isOverdue, moveHold } from '../../domain/hold.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { Bench, HoldEvent } from '../workingSet.ts'
import { countLapse } from './strikes.ts'

export interface Move extends HoldEvent {
  readonly to: HoldState
}

/** The hold after the move; null when units it needs are not free: then nothing has changed. */
export function move(bench: Bench, hold: HoldRecord, move: Move): HoldRecord | null {
  const change = moveHold(bench.shelf, hold, move.to)
  return change && bench.putChange(change, bench.recordHold(change.hold, move))
}

/** Expires the hold if its deadline is over; answers it as it is then. */
export function expireIfOverdue(bench: Bench, hold: HoldRecord): HoldRecord {
  if (!isOverdue(hold, bench.now)) return hold
  const expired = move(bench, hold, { to: 'expired', actor: 'clock', type: 'hold:expired' })
  if (!expired) return hold
  if (isLapse(hold)) countLapse(bench, hold, expired.version)
  return expired
}
