// The plays of a show in the order of the desk: what runs, what is kept in the order it was made, what is over.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { isOver } from '@lantern/shared/activities/states.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { StaffState } from '@lantern/shared/contract/snapshot.ts'
import type { Parts } from '@lantern/shared/ui/features.ts'
import type { Places } from '../places.ts'

export interface Listed {
  /** The key of its part, which is the name of its kind. */
  readonly kind: string
  readonly life: ActivityLife
}

export interface Groups {
  /** The latest first; one that is over stays here as long as it is in front. */
  readonly going: readonly Listed[]
  readonly kept: readonly Listed[]
  readonly over: readonly Listed[]
}

export function listedIn(parts: Parts<Places>, desk: StaffState): readonly Listed[] {
  const all = parts.list('play').flatMap(({ key, listIn }) => listIn(desk).map((life) => ({ kind: key, life })))
  return all
    .filter(({ life: { state } }) => state !== 'removed' && state !== 'cancelled')
    .sort((a, b) => a.life.revision - b.life.revision)
}

export function groupsOf(all: readonly Listed[], frontId: ActivityId | null): Groups {
  const isGoing = ({ life: { id, state } }: Listed) => state !== 'draft' && (!isOver(state) || id === frontId)
  return {
    going: all.filter(isGoing).toReversed(),
    kept: all.filter(({ life }) => life.state === 'draft'),
    over: all.filter((one) => isOver(one.life.state) && !isGoing(one)).toReversed(),
  }
}
