// sale:start: announces a flash sale on one product, or opens it at once.
import type { Command } from './command.ts'

export const startSale: Command<'sale:start'> = async ({ ledger, rooms }, { person, showId }, input) => {
  const outcome = await ledger.startSale({ ...input, showId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}
