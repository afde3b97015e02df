// show:goLive: the show begins.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const goLive: Command<'show:goLive'> = async ({ store, rooms }, { person, showId }) => {
  const outcome = await store.goLive(showId, person.staffId)
  rooms.announce(showId)
  if (outcome.ok) return outcome
  return outcome.code === 'SHOW_NOT_FOUND' ? refuse('NOT_JOINED') : refuse(outcome.code)
}
