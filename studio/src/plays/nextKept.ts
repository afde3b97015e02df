// The key that opens the next play that is kept: the one that was made first.
import type { DeskValue } from '../desk/DeskContext.ts'
import type { Parts } from '@lantern/shared/ui/features.ts'
import type { Places } from '../places.ts'
import { groupsOf, listedIn } from './listed.ts'

export const NEXT_KEY = 'n'

/** Answers whether it did anything: nothing is kept, or it cannot be opened now. */
export function openNext({ desk, room, may, send }: DeskValue, parts: Parts<Places>): boolean {
  if (room.show.phase !== 'live' || !may('activity:open')) return false
  const next = groupsOf(listedIn(parts, desk), null).kept[0]?.life
  if (next === undefined) return false
  void send('activity:open', { activityId: next.id, revision: next.revision })
  return true
}
