// activity:announce, :open, :close, :cancel and :remove: staff move an activity on.
import type { ActivityLife } from '@lantern/shared/activities/activity.ts'
import { MOVE_REFUSALS, type MoveRefusal } from '@lantern/shared/activities/refusals.ts'
import type { Outcome, Refusal } from '@lantern/shared/contract/refusals.ts'
import type { MoveActivity } from '../../activities/activities.ts'
import type { Ports, RoomContext, Staff } from '../../commands/command.ts'

type Act = MoveActivity['act']
type Asked = Pick<MoveActivity, 'activityId' | 'revision' | 'toFront'>

export function moveActivity<Its extends Act>(act: Its) {
  return async (
    { ledger, rooms, settings: { carriesPrice } }: Ports,
    { person, showId }: RoomContext<Staff>,
    { activityId, revision, toFront }: Asked,
  ): Promise<Outcome<ActivityLife, MoveRefusal<Its>>> => {
    const by = person.staffId
    const outcome = await ledger.moveActivity({ showId, activityId, act, revision, toFront, carriesPrice, by })
    rooms.announce(showId)
    if (outcome.ok || isNamed(act, outcome)) return outcome
    throw new Error(`${act} was refused with ${outcome.code}, which its command does not name`)
  }
}

function isNamed<Its extends Act>(act: Its, refusal: Refusal<MoveRefusal>): refusal is Refusal<MoveRefusal<Its>> {
  const named: readonly MoveRefusal[] = MOVE_REFUSALS[act]
  return named.includes(refusal.code)
}
