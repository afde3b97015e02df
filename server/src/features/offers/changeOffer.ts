// offer:change: allotment, policy, minutes and limit of an offer while it is sold.
import type { Command } from '../../commands/command.ts'

export const changeOffer: Command<'offer:change'> = async ({ ledger, rooms }, { person, showId }, input) => {
  const outcome = await ledger.changeOffer({ ...input, showId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}
