// Moves a hold on the bench: its state, its units, its event.
import type { HoldState } from '@lantern/shared/contract/things.ts'
import type { EventType } from '../../domain/eventTypes.ts'
import { isLapse, isOverdue, moveHold } from '../../domain/hold.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { Bench } from '../workingSet.ts'
import { countLapse } from './strikes.ts'

export interface Move {
  readonly to: HoldState
  readonly actor: string
  readonly type: EventType
  readonly payload?: object
}

/** The hold after the move; null when units it needs are not free: then nothing has changed. */
export function move(bench: Bench, hold: HoldRecord, { to, actor, type, payload }: Move): HoldRecord | null {
  const change = moveHold(bench.shelf, hold, to)
  if (!change) return null
  const event = { actor, type, payload: { holdId: hold.id, ...payload }, holdId: hold.id }
  return bench.putChange(change, bench.record(hold.showId, event))
}

/** Expires the hold if its deadline is over; answers it as it is then. */
export function expireIfOverdue(bench: Bench, hold: HoldRecord): HoldRecord {
  if (!isOverdue(hold, bench.now)) return hold
  const expired = move(bench, hold, { to: 'expired', actor: 'clock', type: 'hold:expired' })
  if (!expired) return hold
  if (isLapse(hold)) countLapse(bench, hold, expired.version)
  return expired
}
