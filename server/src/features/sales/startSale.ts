// sale:start: announces a flash sale on one product, or opens it at once.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const startSale: Command<'sale:start'> = async ({ ledger, rooms, settings }, { person, showId }, input) => {
  if (!settings.carriesPrice) return refuse('PRICE_NOT_CARRIED')
  const outcome = await ledger.startSale({ ...input, showId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}
