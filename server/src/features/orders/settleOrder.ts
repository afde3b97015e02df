// order:settle: what staff did about a late, second, differing or refunded payment.
import type { Command } from '../../commands/command.ts'

export const settleOrder: Command<'order:settle'> = async ({ ledger, rooms }, { person, showId }, input) => {
  const outcome = await ledger.settleOrder({ ...input, showId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}
