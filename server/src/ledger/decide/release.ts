// hold:release: gives a viewer's units back.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { canMove } from '../../domain/hold.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { InputOf, OutputOf } from '../requests.ts'
import { expireIfOverdue, move } from './move.ts'
import { countRelease } from './strikes.ts'
import { toHold } from './toHold.ts'

export function decideRelease(set: WorkingSet, { holdId, viewerId }: InputOf<'release'>): OutputOf<'release'> {
  const found = set.holds.find(holdId)
  if (!found || found.viewerId !== viewerId) return refuse('HOLD_NOT_FOUND')
  if (found.state === 'released') return grant(toHold(found))
  const hold = expireIfOverdue(set, found)
  // An order that is placed at the shop is the shop's to end.
  if (hold.state === 'authorised' || !canMove(hold.state, 'released')) return refuse('HOLD_OVER')
  const released = move(set, hold, { to: 'released', actor: `viewer:${viewerId}`, type: 'hold:released' })
  if (released) countRelease(set, hold)
  return released ? grant(toHold(released)) : refuse('HOLD_OVER')
}
