// activity:announce, :open, :close, :cancel and :remove: staff move an activity on.
import type { MoveActivity, MoveOutcome } from '../../activities/activities.ts'
import type { Ports, RoomContext, Staff } from '../../commands/command.ts'

type Asked = Pick<MoveActivity, 'activityId' | 'revision' | 'toFront'>

export function moveActivity(act: MoveActivity['act']) {
  return async (
    { ledger, rooms }: Ports,
    { person, showId }: RoomContext<Staff>,
    { activityId, revision, toFront }: Asked,
  ): Promise<MoveOutcome> => {
    const outcome = await ledger.moveActivity({ showId, activityId, act, revision, toFront, by: person.staffId })
    rooms.announce(showId)
    return outcome
  }
}
