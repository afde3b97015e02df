// buying:set: comment to buy on or off, its rules and keywords.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { setBuying as saveBuying } from './jobs.ts'

export const setBuying: Command<'buying:set'> = async ({ store, rooms }, { person, showId }, change) => {
  const outcome = await store.change(saveBuying, { showId, change, by: person.staffId })
  rooms.announce(showId)
  if (outcome.ok) return outcome
  return outcome.code === 'SHOW_NOT_FOUND' ? refuse('NOT_JOINED') : { ...outcome, code: outcome.code }
}
