// sale:stop: ends a flash sale early.
import type { Command } from '../../commands/command.ts'

export const stopSale: Command<'sale:stop'> = async ({ ledger, rooms }, { person, showId }, { saleId }) => {
  const outcome = await ledger.stopSale({ saleId, showId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}
