// activity:front: which activity stands in front of everyone.
import type { Command } from '../../commands/command.ts'

export const setFront: Command<'activity:front'> = async ({ ledger, rooms }, { person, showId }, { activityId }) => {
  const outcome = await ledger.setFront({ showId, activityId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}
