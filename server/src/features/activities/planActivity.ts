// activity:plan: what a draft waits for, so that it opens by itself.
import type { Command } from '../../commands/command.ts'

export const planActivity: Command<'activity:plan'> = async ({ ledger, rooms }, { person, showId }, input) => {
  const outcome = await ledger.planActivity({ showId, ...input, by: person.staffId })
  rooms.announce(showId)
  return outcome
}
