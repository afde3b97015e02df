// Moves a hold in the working set: its state, its units, its event.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import { BOUGHT, isLapse, isOverdue, moveHold } from '../../domain/hold.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { WorkingSet, HoldEvent } from '../workingSet.ts'
import { stockUpFor } from './stocks.ts'
import { countLapse } from './strikes.ts'

export interface Move extends HoldEvent {
  readonly to: HoldState
}

/** The hold after the move; null when units it needs are not free: then nothing has changed. */
export function move(set: WorkingSet, hold: HoldRecord, move: Move): HoldRecord | null {
  if (move.to === 'paying' || BOUGHT.has(move.to)) stockUpFor(set, hold)
  const change = moveHold(set.shelf, hold, move.to)
  return change && set.putChange(change, set.recordHold(change.hold, move))
}

/** Expires the hold if its deadline is over; answers it as it is then. */
export function expireIfOverdue(set: WorkingSet, hold: HoldRecord): HoldRecord {
  if (!isOverdue(hold, set.now)) return hold
  const expired = move(set, hold, { to: 'expired', actor: 'clock', type: 'hold:expired' })
  if (!expired) return hold
  if (isLapse(hold)) countLapse(set, hold, expired.version)
  return expired
}
